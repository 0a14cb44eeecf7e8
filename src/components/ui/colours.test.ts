import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = ['../../app/globals.css', './tones.css']
	.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
	.join('\n');

type Rgb = [number, number, number];

/** Linear sRGB of an OKLCH colour; outside 0..1 where a screen cannot show it. */
function linearRgb(lightness: number, chroma: number, hue: number): Rgb {
	const angle = (hue * Math.PI) / 180;
	const a = chroma * Math.cos(angle);
	const b = chroma * Math.sin(angle);
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	];
}

const number = String.raw`([\d.]+)`;
const oklch = String.raw`oklch\(${number} ${number} ${number}\)`;
const colours = {
	light: new Map<string, Rgb>(),
	dark: new Map<string, Rgb>(),
};
for (const [, name = '', ...parts] of css.matchAll(
	new RegExp(String.raw`--([\w-]+): light-dark\(${oklch}, ${oklch}\);`, 'g'),
)) {
	const [l1, c1, h1, l2, c2, h2] = parts.map(Number) as [number, number, number, number, number, number];
	colours.light.set(name, linearRgb(l1, c1, h1));
	colours.dark.set(name, linearRgb(l2, c2, h2));
}
for (const [, name = '', source = ''] of css.matchAll(/^\t--((?!color-)[\w-]+): var\(--([\w-]+)\);/gm)) {
	for (const theme of [colours.light, colours.dark]) {
		const colour = theme.get(source);
		if (colour) theme.set(name, colour);
	}
}

function luminance([r, g, b]: Rgb) {
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The WCAG contrast ratio of two colours of one theme. */
function contrast(theme: 'light' | 'dark', one: string, other: string) {
	const values = [one, other].map((name) => {
		const colour = colours[theme].get(name);
		if (!colour) throw new Error(`No colour --${name}`);
		return luminance(colour);
	});
	return (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
}

const tones = [...colours.light.keys()].filter((name) => name.endsWith('-soft')).map((name) => name.slice(0, -5));
const surfaces = ['background', 'card', 'popover', 'muted', 'sidebar'];
const text: [string, string][] = [
	...surfaces.flatMap((surface): [string, string][] => [
		['foreground', surface],
		['muted-foreground', surface],
		['primary', surface],
		['destructive', surface],
	]),
	['muted-foreground', 'accent'],
	['muted-foreground', 'secondary'],
	['primary-foreground', 'primary'],
	['secondary-foreground', 'secondary'],
	['accent-foreground', 'accent'],
	['sidebar-foreground', 'sidebar'],
	['sidebar-accent-foreground', 'sidebar-accent'],
	['destructive-foreground', 'destructive'],
	...tones.flatMap((tone): [string, string][] => [
		[`${tone}-ink`, `${tone}-soft`],
		[`${tone}-ink`, 'card'],
	]),
];
const shapes: [string, string][] = [
	...['input', 'ring', ...tones].flatMap((name) =>
		['background', 'card', 'popover'].map((s): [string, string] => [name, s]),
	),
	['ring', 'sidebar'],
];

/** The pairs that miss the ratio, each with what it has. */
function below(ratio: number, theme: 'light' | 'dark', pairs: [string, string][]) {
	return pairs
		.map(([one, other]) => ({ pair: `${one} on ${other}`, ratio: contrast(theme, one, other) }))
		.filter((found) => found.ratio < ratio);
}

describe.each(['light', 'dark'] as const)('colours in the %s theme', (theme) => {
	it('knows all tones: four meanings, six stages, three levels of authority, eight tags', () => {
		expect(tones).toHaveLength(21);
	});

	it('can be shown on every screen', () => {
		const outside = [...colours[theme]].filter(([, rgb]) => rgb.some((part) => part < -0.001 || part > 1.001));
		expect(outside).toEqual([]);
	});

	it('reads at 4.5:1', () => {
		expect(below(4.5, theme, text)).toEqual([]);
	});

	it('shows marks, field borders and the focus ring at 3:1', () => {
		expect(below(3, theme, shapes)).toEqual([]);
	});
});
