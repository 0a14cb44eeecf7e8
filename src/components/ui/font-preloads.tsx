import { preload } from 'react-dom';

// the files that every page shows letters of; the stylesheet names them too
const fonts = [
	new URL('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url),
	new URL('@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2', import.meta.url),
];

/**
 * Has the fonts fetched along with the stylesheet and not only once the first text has been laid out with it. Else that is
 * done twice, first with a font that the system has to be asked for, size by size.
 */
export function FontPreloads() {
	for (const { pathname } of fonts) preload(pathname, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
	return null;
}
