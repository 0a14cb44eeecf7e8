import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { growsFaster } from '../tests/support/growth';
import { hostileTexts } from '../tests/support/hostile-texts';

// Every regular expression of the sources is given long texts made for it, and must not take the square of their length.

const folders = ['src', 'scripts'];
/** A regular expression as it is written: behind what no division stands behind. */
const literal =
	/(?<=^|[([{=,:;!&|?>]|return|=>)\s*\/((?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/gm;

type Found = { file: string; source: string; flags: string };

function findAll(): Found[] {
	const files = folders.flatMap((folder) =>
		fs
			.readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.map((file) => path.join(folder, file))
			.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.|generated/.test(file)),
	);
	return files.flatMap((file) =>
		[...fs.readFileSync(file, 'utf8').matchAll(literal)]
			.map(([, source = '', flags = '']) => ({ file, source, flags }))
			.filter(({ source, flags }) => isRegExp(source, flags)),
	);
}

function isRegExp(source: string, flags: string): boolean {
	try {
		return Boolean(new RegExp(source, flags));
	} catch {
		return false;
	}
}

const all = findAll();

test('the expressions of the sources are found', () => {
	expect(all.length).toBeGreaterThan(150);
	expect(all.map(({ source }) => source)).toContain('\\s+');
}, 30_000);

/** Without repetition there is nothing to read in two ways. */
const repeating = all.filter(({ source }) => /[*+{]/.test(source));

test.each(repeating)(
	'$file: /$source/$flags',
	async ({ source, flags }) => {
		const expression = new RegExp(source, flags.replace('y', ''));
		for (const make of hostileTexts(source)) {
			const slow = await growsFaster((text) => text.replace(expression, ''), make);
			expect(slow, `on ${JSON.stringify(make(12))}`).toBe(false);
		}
	},
	30_000,
);

test('what takes the square of the length is told from what does not', async () => {
	const spaces = (length: number) => ' '.repeat(length);
	// each space begins a search to the end
	const lengths = [1_024, 4_096, 16_384, 65_536];
	// of several steps one shows it, as an expression that has just been compiled is faster than it was for a shorter text
	expect(await growsFaster((text) => text.replace(/ +x/, ''), spaces, { lengths })).toBe(true);
	expect(await growsFaster((text) => text.replace(/ +/g, ''), spaces)).toBe(false);
});
