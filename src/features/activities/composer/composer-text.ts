// What is typed into the composer: one text whose first line is the subject, and a duration as people write it.

/** The longest subject, in UTF-16 units, as the schema has it. */
const maxSubjectLength = 200;

/** Whether anything of a text shows on the screen. */
export function showsAnything(text: string): boolean {
	return /[^\p{Z}\p{C}\p{M}]/u.test(text);
}

/**
 * The subject and the description in a text: its first line that shows anything, and all that follows. Of a first line that is too
 * long for a subject, the words that no longer fit begin the description.
 */
export function splitText(typed: string): { subject: string; description: string } {
	const lines = typed.normalize('NFC').split(/\r\n?|[\n\u2028\u2029]/);
	const first = lines.findIndex(showsAnything);
	if (first < 0) return { subject: '', description: '' };
	const line = (lines[first] ?? '').trim();
	const rest = lines.slice(first + 1).join('\n');
	const end = line.length > maxSubjectLength ? lastBreak(line) : line.length;
	const description = [line.slice(end).trim(), rest].filter(Boolean).join('\n').trimEnd();
	// blank lines between the two say nothing
	return { subject: line.slice(0, end).trim(), description: description.replace(/^(\s*\n)+/, '') };
}

/** Where a line that is too long is broken: after the last word that fits, or within a word that is too long itself. */
function lastBreak(line: string): number {
	const space = line.lastIndexOf(' ', maxSubjectLength);
	if (space > maxSubjectLength / 2) return space;
	const last = line.charCodeAt(maxSubjectLength - 1);
	return last >= 0xd800 && last <= 0xdbff ? maxSubjectLength - 1 : maxSubjectLength;
}

const hours = String.raw`(\d{1,3}(?:[.,]\d)?)\s*(?:h|hrs?|hours?|giờ|g)`;
const minutes = String.raw`(\d{1,5})\s*(?:m|min|mins|minutes?|phút|p)?`;
const durations = [new RegExp(String.raw`^(?:${hours})?\s*(?:${minutes})?\.?$`, 'iu'), /^(\d{1,3}):(\d{2})$/];

/** The minutes of a duration such as "25", "25 min", "1 h 30", "1:30" or "1,5 h"; null where nothing was typed, NaN for anything else. */
export function readMinutes(typed: string): number | null {
	const text = typed.normalize('NFKC').trim();
	if (text === '') return null;
	for (const duration of durations) {
		const [found, inHours = '0', inMinutes = '0'] = duration.exec(text) ?? [];
		if (found) return Math.round(Number(inHours.replace(',', '.')) * 60) + Number(inMinutes);
	}
	return Number.NaN;
}
