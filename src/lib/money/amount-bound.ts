/** A bound of amounts in an address, such as "1500.5USD". Older links name no currency. */
export type AmountBound = { value: string; currency: string | undefined };

export function readBound(text: string): AmountBound {
	const currency = /[A-Z]{3}$/.exec(text)?.[0];
	return { value: currency ? text.slice(0, -3) : text, currency };
}

export function writeBound(value: string, currency: string): string {
	return `${value}${currency}`;
}
