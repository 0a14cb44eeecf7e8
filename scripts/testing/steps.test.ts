import fs from 'node:fs';
import { expect, test } from 'vitest';
import { neutralEnvironment } from './steps.ts';

test('no setting that the README lists reaches a test, but the browser to use', () => {
	const readme = fs.readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
	const [, settings = ''] = /^## Settings\n(.*?)^## /ms.exec(readme) ?? [];
	const names = settings
		.matchAll(/^\| ([^|]*) \|/gm)
		.flatMap(([, cell = '']) => cell.match(/(?<=`)[A-Z_]+(?=`)/g) ?? []);
	const env = Object.fromEntries([...names, 'SIGN_UP_CODE', 'HOME'].map((name) => [name, 'of the user']));
	expect(Object.keys(env).length).toBeGreaterThan(15);
	const own = Object.entries(neutralEnvironment(env)).filter(([, value]) => value === 'of the user');
	expect(own.map(([name]) => name).sort()).toEqual(['CHROME_PATH', 'HOME']);
});
