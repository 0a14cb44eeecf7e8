import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('no field leaves the order of day and month to the browser', () => {
	const files = globSync('src/**/*.tsx');
	expect(files.length).toBeGreaterThan(100);
	const native = /type=["'{\s]*(date|datetime-local|month|week|time)\b/;
	expect(files.filter((file) => native.test(readFileSync(file, 'utf8')))).toEqual([]);
});
