import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FILES, MODULES } from './files.ts';

const checkout = path.resolve(import.meta.dirname, '../..');

/** What a container runs: see compose.yaml and docs/deployment.md. */
const COMMANDS = ['serve', 'backup', 'backup-nightly', 'restore', 'reset-password'];

/** The files that a container's commands import, directly or by another one, and the packages that these import. */
function imports(): { files: Set<string>; packages: Set<string> } {
	const files = new Set<string>();
	const packages = new Set<string>();
	const visit = (file: string) => {
		if (files.has(file)) return;
		files.add(file);
		const source = fs.readFileSync(path.join(checkout, file), 'utf8');
		for (const [, name = ''] of source.matchAll(/^import (?!type )[^;']*'((?!\.|node:)[^']+)'/gm)) packages.add(name);
		// a module that is loaded into another process is named by its URL
		for (const [, imported, preloaded] of source.matchAll(
			/(?:from|import) '(\.{1,2}\/[^']+)'|new URL\('([^']+\.mjs)', import\.meta\.url\)/g,
		))
			visit(path.join(path.dirname(file), imported ?? preloaded ?? ''));
	};
	for (const command of COMMANDS) visit(`scripts/${command}.ts`);
	return { files, packages };
}

test('a container has every file that its commands import, directly or by another one', () => {
	const { files } = imports();
	expect(files.size).toBeGreaterThan(30);
	const isCopied = (file: string) => FILES.some((each) => file === each || file.startsWith(`${each}/`));
	expect([...files].filter((file) => !isCopied(file))).toEqual([]);
});

test('and every package, and no other', () => {
	expect([...imports().packages].sort()).toEqual([...MODULES].sort());
});
