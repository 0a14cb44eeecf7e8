import lucide from '@iconify-json/lucide/icons.json' with { type: 'json' };
import plugin from 'tailwindcss/plugin';

const pictures = Object.fromEntries(Object.entries(lucide.icons).map(([name, { body }]) => [name, body]));

/** A picture as an image. The color of its lines does not matter: a mask is what is opaque. */
function imageOf(picture: string, lineWidth: string): string {
	const drawn = picture
		.replaceAll('currentColor', '#000')
		.replaceAll('stroke-width="2"', `stroke-width="${lineWidth}"`);
	const image = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${drawn}</svg>`;
	return `url("data:image/svg+xml,${image.replaceAll('"', "'").replaceAll(/[<>#%]/g, encodeURIComponent)}")`;
}

/** Makes `icon-NAME` of every icon of lucide that a source names, and `icon-NAME/1.5` with lines that wide instead of 2. */
export default plugin(({ matchUtilities }) => {
	matchUtilities(
		// every browser knows it by this name; by the one without a prefix, each image would be in the stylesheet twice
		{ icon: (picture: string, { modifier }) => ({ '-webkit-mask-image': imageOf(picture, modifier ?? '2') }) },
		{ values: pictures, modifiers: 'any' },
	);
});
