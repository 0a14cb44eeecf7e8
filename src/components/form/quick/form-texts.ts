import { labelName, lineName } from '../point-lists';

/** What the fields of a form hold, by their names. */
export type FormTexts = Record<string, string>;

/** What the fields of a form hold. */
export function textsOf(form: HTMLFormElement): FormTexts {
	const texts = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	return Object.fromEntries(texts);
}

export type Line = { value: string; label: string };

/** The lines of a list of emails, phones or links among the texts. */
export function linesIn(texts: FormTexts, name: string): Line[] {
	const lines: Line[] = [];
	for (let place = 0; lineName(name, place) in texts; place++) {
		const value = texts[lineName(name, place)] ?? '';
		lines.push({ value, label: texts[lineName(labelName(name), place)] ?? '' });
	}
	return lines;
}

/** The texts of such a list. */
export function textsOfLines(name: string, lines: Line[]): FormTexts {
	const texts = lines.flatMap(({ value, label }, place) => [
		[lineName(name, place), value],
		[lineName(labelName(name), place), label],
	]);
	return Object.fromEntries(texts);
}
