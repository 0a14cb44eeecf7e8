import fs from 'node:fs';
import { CHECKOUT } from '../launcher/config.ts';
import { Refusal } from '../launcher/refusal.ts';

/** The kinds of tests, and which files of the checkout hold them. A file belongs to the first kind that has it. */
const FILES = {
	database: ['src/**/*.db.test.ts', 'tests/database/**/*.test.ts'],
	launcher: ['tests/launcher/**/*.test.ts'],
	browser: ['tests/e2e/**/*.spec.ts'],
	unit: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
} as const;

export type TestKind = keyof typeof FILES;

/** What to run: all files of a kind where its list is empty. */
export type Selection = Map<TestKind, string[]>;

/** Reads what `npm test --` was given: kinds of tests, and parts of the paths of test files. */
export function selectTests(patterns: string[], files = listTestFiles()): Selection {
	const selection: Selection = new Map();
	for (const pattern of patterns) {
		if (isKind(pattern)) {
			selection.set(pattern, []);
			continue;
		}
		const matching = [...files].filter(([file]) => file.includes(pattern));
		if (matching.length === 0)
			throw new Refusal(
				`No test file has "${pattern}" in its path: give a part of one, or one of ${Object.keys(FILES).sort().join(', ')}.`,
			);
		for (const [file, kind] of matching) {
			const chosen = selection.get(kind);
			// a kind that was asked for as a whole stays whole
			if (chosen?.length !== 0) selection.set(kind, [...new Set([...(chosen ?? []), file])]);
		}
	}
	return selection;
}

/** Every test file, from the checkout's folder on, with its kind. */
export function listTestFiles(): Map<string, TestKind> {
	const found = new Map<string, TestKind>();
	for (const [kind, patterns] of Object.entries(FILES) as [TestKind, readonly string[]][])
		for (const file of fs.globSync([...patterns], { cwd: CHECKOUT }).sort())
			if (!found.has(file)) found.set(file, kind);
	return found;
}

const isKind = (text: string): text is TestKind => Object.hasOwn(FILES, text);
