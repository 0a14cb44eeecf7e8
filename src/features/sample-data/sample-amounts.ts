// round, and only so that the amounts look believable
const factors: Record<string, number> = { VND: 25_000, JPY: 150 };

/** A sample amount as a decimal string in a currency. */
export function amountIn(currency: string, dollars: number): string {
	return String(dollars * (factors[currency] ?? 1));
}
