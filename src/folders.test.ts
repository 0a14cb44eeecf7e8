import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.dirname(import.meta.dirname);

const modules = fs
	.readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
	.map((file) => `src/${file.split(path.sep).join('/')}`)
	.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('src/generated/'));

const known = new Set(modules.map((file) => file.replace(/\.tsx?$/, '')));

/** The files of src that a file imports, types included. */
function importsOf(file: string): string[] {
	const text = fs.readFileSync(path.join(root, file), 'utf8');
	return [...text.matchAll(/(?:from|import|import\()\s*'(@\/|\.{1,2}\/)([^']+)'/g)]
		.map(([, start, rest = '']) =>
			start === '@/' ? `src/${rest}` : path.posix.join(path.posix.dirname(file), `${start}${rest}`),
		)
		.map((target) => target.replace(/\.tsx?$/, ''))
		.filter((target) => known.has(target));
}

/** The folder of a file that has a meaning of its own: a feature, or a part of components, domain or lib. */
function folderOf(file: string): string {
	const [, layer = '', part = '', ...rest] = file.split('/');
	if (layer === 'app' || part === '') return `src/${layer}`;
	return rest.length > 0 ? `src/${layer}/${part}` : `src/${layer}`;
}

test('no folder imports another that imports it, directly or by others', () => {
	const imported = new Map<string, Set<string>>();
	for (const file of modules)
		for (const target of importsOf(file)) {
			const [from, to] = [folderOf(file), folderOf(target)];
			if (from !== to) imported.set(from, (imported.get(from) ?? new Set()).add(to));
		}
	expect(imported.size).toBeGreaterThan(25);
	const cycles: string[] = [];
	const visit = (folder: string, way: string[]) => {
		if (way.includes(folder)) cycles.push([...way.slice(way.indexOf(folder)), folder].join(' → '));
		else if (!done.has(folder)) for (const next of imported.get(folder) ?? []) visit(next, [...way, folder]);
		done.add(folder);
	};
	const done = new Set<string>();
	for (const folder of imported.keys()) visit(folder, []);
	expect(cycles).toEqual([]);
});
