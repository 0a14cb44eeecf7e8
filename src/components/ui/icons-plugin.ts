import fs from 'node:fs';
import path from 'node:path';
import lucide from '@iconify-json/lucide/icons.json' with { type: 'json' };
import plugin from 'tailwindcss/plugin';

const pictures = Object.fromEntries(Object.entries(lucide.icons).map(([name, { body }]) => [name, body]));

/**
 * What a page may show dozens of times, once per card or row, has an image of its own. Each time that it is painted costs as much
 * as all of an image, which is more for one of many drawings than the making of one more image.
 */
const repeated = new Set(
	'alarm-clock calendar-clock calendar-x ellipsis flag hourglass mail phone plus square-pen sticky-note undo-2'.split(
		' ',
	),
);

/** A picture with lines of some width. Their color does not matter: a mask is what is opaque. */
const drawingOf = (picture: string, lineWidth: string) =>
	picture.replaceAll('currentColor', '#000').replaceAll('stroke-width="2"', `stroke-width="${lineWidth}"`);

/** Drawings side by side as one image, each in a square of 24. */
function imageOf(drawings: string[]): string {
	const drawn = drawings.map((drawing, place) => `<g transform="translate(${24 * place})">${drawing}</g>`).join('');
	const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${24 * drawings.length} 24">${drawn}</svg>`;
	return `url("data:image/svg+xml,${image.replaceAll('"', "'").replaceAll(/[<>#%]/g, encodeURIComponent)}")`;
}

/** The drawings of all icons that the sources name, after an empty one, which is what a class shows that names none. */
function drawingsInUse(): string[] {
	const drawings = new Set<string>(['']);
	for (const file of fs.globSync('src/**/*.{ts,tsx}').toSorted()) {
		const text = fs.readFileSync(path.resolve(file), 'utf8');
		for (const [, name = '', lineWidth = '2'] of text.matchAll(/\bicon-([a-z0-9-]+)(?:\/([\d.]+))?/g)) {
			const picture = pictures[name];
			if (picture && !repeated.has(name)) drawings.add(drawingOf(picture, lineWidth));
		}
	}
	return [...drawings];
}

/**
 * Makes `icon-NAME` of every icon of lucide that a source names, and `icon-NAME/1.5` with lines that wide instead of 2. Those
 * that are not repeated have one image, of which a class moves its part into view: to a browser each image of this kind is a
 * document, and the first paint waits until all of them are made.
 */
export default plugin(({ addBase, matchUtilities }) => {
	const drawings = drawingsInUse();
	// every browser knows it by this name; by the one without a prefix, the image would be in the stylesheet twice
	const show = (image: string[]) => ({ '-webkit-mask-image': imageOf(image), 'mask-size': `${100 * image.length}%` });
	addBase({ 'svg[class*="icon-"]:empty': show(drawings) });
	matchUtilities(
		{
			icon: (picture: string, { modifier }) => {
				const drawing = drawingOf(picture, modifier ?? '2');
				const place = drawings.indexOf(drawing);
				// a repeated one, or one that was named since the development server has started
				if (place < 0) return show([drawing]);
				return { 'mask-position': `${((100 * place) / (drawings.length - 1)).toFixed(4)}% 0` };
			},
		},
		{ values: pictures, modifiers: 'any' },
	);
});
