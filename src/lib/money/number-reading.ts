export type NumberSign = '.' | ',';

export type Digits = [whole: string, fraction: string];

const scripts = new Map<string, [RegExp, Record<string, string>] | null>();

/** The digits and signs of a language with its own script, such as Arabic, and their ASCII counterparts; otherwise null. */
function scriptOf(locale: string): [RegExp, Record<string, string>] | null {
	const present = scripts.get(locale);
	if (present !== undefined) return present;
	const parts = new Intl.NumberFormat(locale).formatToParts(9_876_543_210.5);
	const own = [...parts.flatMap(({ type, value }) => (type === 'integer' ? value : [])).join('')];
	const plain: Record<string, string> = {};
	if (own[0] !== '9') for (const [at, digit] of own.entries()) plain[digit] = String(9 - at);
	for (const { type, value } of parts) {
		if (type === 'decimal' && value !== ',') plain[value] = '.';
		if (type === 'group' && value === '٬') plain[value] = '’';
	}
	delete plain['.'];
	const script: [RegExp, Record<string, string>] | null =
		Object.keys(plain).length > 0 ? [new RegExp(`[${Object.keys(plain).join('')}]`, 'gu'), plain] : null;
	if (scripts.size > 1_000) scripts.clear();
	scripts.set(locale, script);
	return script;
}

/** A text with full-width letters, digits and signs replaced by their ASCII counterparts. */
export function toHalfWidth(text: string): string {
	return text.replace(/[\uff01-\uff5e\uffe0-\uffe6\u3000]/g, (wide) => wide.normalize('NFKC'));
}

/** The same, also for the digits of the account's script. */
export function plainDigits(text: string, locale: string): string {
	const script = scriptOf(locale);
	return script ? toHalfWidth(text).replace(script[0], (each) => script[1][each] ?? each) : toHalfWidth(text);
}

/** The digits before and after the decimal sign, or null if this is no number. `sign` decides if the sign is ambiguous. */
export function readNumber(text: string, sign: NumberSign): Digits | null {
	const signs = [...new Set(text.match(/[.,]/g) ?? [])];
	const last = text.at(Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))) ?? '';
	const once = text.indexOf(last) === text.lastIndexOf(last);
	// with two kinds of signs the second is the decimal one; a single sign is, if it can't separate thousands, as after a zero
	const isDecimal =
		signs.length === 2 || (signs.length === 1 && once && (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(text) || last === sign));
	if (signs.length === 2 && !once) return null;
	const [before = '', fraction = ''] = isDecimal ? text.split(last) : [text];
	// some people write ".5" for 0.5
	const grouped = before === '' && fraction !== '' ? '0' : before;
	// groups of three digits, and in India groups of two before the last three
	if (!/^(?:\d+|\d{1,3}(?:([.,' ’])\d{2,3}(?:\1\d{2,3})*)?)$/u.test(grouped) || !/^\d*$/.test(fraction)) return null;
	if (/[.,' ’]\d{1,2}$/u.test(grouped)) return null;
	return [grouped.replace(/\D/g, ''), fraction];
}

/** The number with its decimal sign moved `places` to the right, without leading and trailing zeros. */
export function shiftDecimal([whole, fraction]: Digits, places: number): Digits {
	const padded = fraction.padEnd(places, '0');
	const moved = (whole + padded.slice(0, places)).replace(/^0+(?=\d)/, '');
	return [moved, padded.slice(places).replace(/(?<!0)0+$/, '')];
}
