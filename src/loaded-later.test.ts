import fs from 'node:fs';
import { expect, test } from 'vitest';

/** What is opened by a key or a click and may load its code then: nothing that is typed into first. */
const mayComeLater = {
	'./shortcut-list': 'AwaitField',
	'./card-menu': 'AwaitField',
	'./view-menu': 'AwaitField',
	// appears below the list, and takes no focus
	'./activity-bulk': 'LoadingText',
	'./company-bulk': 'LoadingText',
	'./contact-bulk': 'LoadingText',
	'./deal-bulk': 'LoadingText',
	// part of the page
	'./timeline-entries': null,
};

test('no field waits for code that is loaded on first use', () => {
	const sources = fs.globSync('src/**/*.tsx').map((file) => fs.readFileSync(file, 'utf8'));
	const later = sources.flatMap((source) => {
		const [, file] = /dynamic\(\(\) =>\s*import\('([^']+)'\)/.exec(source) ?? [];
		return file ? [[file, /loading: (\w+)/.exec(source)?.[1] ?? null]] : [];
	});
	expect(Object.fromEntries(later)).toEqual(mayComeLater);
	expect(sources.filter((source) => /\bdynamic\(|\blazy\(/.test(source))).toHaveLength(later.length);
});
