import fs from 'node:fs';
import { createTailwindMerge, getDefaultConfig } from 'tailwind-merge';
import { expect, test } from 'vitest';
import { cn } from './cn';

const reference = createTailwindMerge(() => ({ ...getDefaultConfig(), cacheSize: 0 }));

/** Every word in the sources that Tailwind may make a class of, without its conditions. */
function usedClasses(): string[] {
	const texts = fs
		.globSync(['src/**/*.tsx', 'src/components/**/*.ts'], { exclude: ['**/*.test.*'] })
		.flatMap((file) => fs.readFileSync(file, 'utf8').match(/'[^'\n]+'|"[^"\n]+"|`[^`]+`/g) ?? []);
	const words = new Set(
		texts.flatMap((text) =>
			text
				.slice(1, -1)
				.split(/\s+/)
				.map((word) => word.replace(/^.*:(?![^[(]*[\])])/, '')),
		),
	);
	// of a class that it does not know it keeps both
	return [...words].filter((word) => /^[\w@[*-]/.test(word) && reference(`${word} ${word}`) === word);
}

/** One class for each set of those that take each other's place, whatever their order. */
function oneOfEachKind(classes: string[]): string[] {
	const kinds: string[] = [];
	for (const name of classes) {
		const isKnown = (kind: string) => reference(`${kind} ${name}`) === name && reference(`${name} ${kind}`) === kind;
		if (!kinds.some(isKnown)) kinds.push(name);
	}
	return kinds;
}

test('of any two classes in the sources, those are kept that tailwind-merge keeps', () => {
	const classes = usedClasses();
	const kinds = oneOfEachKind(classes);
	expect(kinds.length).toBeGreaterThan(80);
	const otherwise = kinds.flatMap((kind) =>
		classes
			.flatMap((name) => [`${kind} ${name}`, `${name} ${kind}`])
			.filter((both) => cn(both) !== reference(both) && new Set(both.split(' ')).size > 1),
	);
	expect(otherwise).toEqual([]);
});

test('conditions, and what is above all else, are compared with their like alone', () => {
	expect(cn('px-3 hover:px-4 px-2! sm:px-6', 'p-1')).toBe('hover:px-4 px-2! sm:px-6 p-1');
	expect(cn("[&_svg:not([class*='size-'])]:size-4 size-9", 'size-7')).toBe(
		"[&_svg:not([class*='size-'])]:size-4 size-7",
	);
	expect(cn('a b', undefined, false, ['c'])).toBe('a b c');
});
