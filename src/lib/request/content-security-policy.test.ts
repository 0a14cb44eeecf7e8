import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sonnerStyleHash } from './content-security-policy';

test('the policy knows the style of the installed sonner', () => {
	const source = readFileSync('node_modules/sonner/dist/index.mjs', 'utf8');
	const literal = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1] ?? '""';
	expect(sonnerStyleHash).toBe(`sha256-${createHash('sha256').update(JSON.parse(literal)).digest('base64')}`);
});
