import fs from 'node:fs';
import { expect, test } from 'vitest';

test('every link within the app is followed by the one listener', () => {
	const files = fs.globSync('src/**/*.{ts,tsx}');
	const importing = files.filter((file) => /from 'next\/link'/.test(fs.readFileSync(file, 'utf8')));
	expect(importing).toEqual([]);
});
