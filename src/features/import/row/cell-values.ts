export const dayOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DayOrder = (typeof dayOrders)[number];

export const dayOrderNames: Record<DayOrder, string> = {
	ymd: '2026-12-31',
	dmy: '31.12.2026',
	mdy: '12/31/2026',
};

export const decimalSigns = ['.', ','] as const;
export type DecimalSign = (typeof decimalSigns)[number];

const parts = /^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})(?:[T ,].*)?$/;

/** The day order of the dates in some cells; `otherwise` if the cells are ambiguous. */
export function likeliestDayOrder(cells: string[], otherwise: DayOrder): DayOrder {
	const found = cells.flatMap((cell) => parts.exec(cell.trim())?.slice(1, 3) ?? []);
	const pairs = found.flatMap((first, at) => (at % 2 === 0 ? [[first, found[at + 1] ?? '']] : []));
	if (pairs.length > 0 && pairs.every(([first = '']) => first.length === 4)) return 'ymd';
	if (pairs.some(([first = '']) => first.length < 4 && Number(first) > 12)) return 'dmy';
	if (pairs.some(([first = '', second = '']) => first.length < 4 && Number(second) > 12)) return 'mdy';
	return otherwise;
}

/** The decimal sign of some amounts; `otherwise` if they are ambiguous. */
export function likeliestDecimalSign(cells: string[], otherwise: DecimalSign): DecimalSign {
	for (const cell of cells) {
		const signs = cell.match(/[.,]/g) ?? [];
		const last = signs.at(-1);
		if (last && new Set(signs).size === 2) return last as DecimalSign;
		// a sign that occurs several times separates thousands
		if (signs.length > 1) return last === '.' ? ',' : '.';
		if (last && !/[.,]\d{3}(\D|$)/.test(cell)) return last as DecimalSign;
	}
	return otherwise;
}

/** Whether a cell means yes; empty is no, and what means neither is null. */
export function readYes(text: string): boolean | null {
	if (text.length > 100) return null;
	const word = text.trim().toLowerCase().normalize('NFC');
	if (['yes', 'y', 'true', '1', 'x', '✓', 'có', 'ja', 'oui', 'đúng'].includes(word)) return true;
	return ['', 'no', 'n', 'false', '0', '-', 'không', 'nein', 'non', 'sai'].includes(word) ? false : null;
}

const nothing = new Set(['n/a', 'n.a.', 'na', '-', '–', '—', 'none', 'null', 'không', 'không có', 'chưa có']);

/** Whether a cell says in words or signs that there is nothing in it. */
export const isNothing = (text: string) => text.length <= 20 && nothing.has(text.trim().toLowerCase().normalize('NFC'));

/** The most values in a cell, as a record has no more custom fields for the values after the first. */
export const maxValues = 50;

/** The problem with the number of values in a cell, or undefined. */
export const tooManyValues = (count: number): string | undefined =>
	count > maxValues
		? `This cell has ${count.toLocaleString('en')} values. Use at most ${maxValues} values in a cell.`
		: undefined;

/** The values of a cell in which several stand, as Google Contacts and others write them. */
export function valuesInCell(text: string): string[] {
	return text
		.split(/ ::: |[;\n]/)
		.map((each) => each.trim())
		.filter(Boolean);
}

/** The links of a cell, which end with a line or where Google Contacts says so; they may hold a semicolon. */
export function linksInCell(text: string): string[] {
	return text
		.split(/ ::: |\n/)
		.map((each) => each.trim())
		.filter(Boolean);
}

/** A text without spaces and some other signs at its ends. */
export function trimmedOf(text: string, signs: string): string {
	const isOuter = (sign: string) => sign.trim() === '' || signs.includes(sign);
	let [from, to] = [0, text.length];
	while (from < to && isOuter(text.charAt(from))) from++;
	while (to > from && isOuter(text.charAt(to - 1))) to--;
	return text.slice(from, to);
}
