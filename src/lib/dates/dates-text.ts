/** A text with the digits and signs of other scripts as ASCII has them, in small letters, without space around it. */
export function normalizeDateText(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u200e\u200f\u061c]/g, '')
		.replace(/[٠-٩۰-۹०-९๐-๙]/g, (digit) => String(((digit.codePointAt(0) ?? 0) - zeroOf(digit)) % 10))
		.replace(/[‐-―−]/g, '-')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
}

const zeroOf = (digit: string) => ['๐', '०', '۰', '٠'].find((zero) => digit >= zero)?.codePointAt(0) ?? 0;
