const narrow = /^[iljtfrI.,:;'’!|()[\] ·-]$/;
const wide = /^[mwMW@%&—]$/;

/** How wide a letter of the app's typeface is at most, in its height; accents take no room. */
function widthOf(letter: string): number {
	const [base = ''] = letter.normalize('NFD');
	if (narrow.test(base)) return 0.38;
	if (wide.test(base)) return 0.95;
	if (base.codePointAt(0) === undefined || (base.codePointAt(0) ?? 0) > 0x24f) return 1.2;
	return /[A-Z0-9Đ]/.test(base) ? 0.74 : 0.63;
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** A text cut so that it fits so many pixels, with an ellipsis where it was cut: a picture can't measure its own text. */
export function fitText(text: string, size: number, pixels: number): string {
	const split = [...letters.segment(text)].map(({ segment }) => ({ segment, width: widthOf(segment) * size }));
	const total = split.reduce((sum, { width }) => sum + width, 0);
	if (total <= pixels) return text;
	let room = pixels - size;
	const kept = split.slice(
		0,
		split.findIndex(({ width }) => {
			room -= width;
			return room < 0;
		}),
	);
	return `${kept
		.map(({ segment }) => segment)
		.join('')
		.trimEnd()}…`;
}
