import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const src = import.meta.dirname;

/** What Next.js looks for in each page, route or layout by its name. */
const isRoute = (file: string) =>
	/^app\/(.*\/)?(page|layout|route|loading|error|not-found|global-error)\.tsx?$/.test(file);

const files = fs
	.readdirSync(src, { recursive: true, encoding: 'utf8' })
	.map((file) => file.split(path.sep).join('/'))
	.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
	.filter((file) => !file.startsWith('generated/') && !isRoute(file));

const definition = /^export (?:default )?(?:async )?(?:function\*?|const|let|class|type|interface) (\w+)/gm;

/** The files that define each exported name. */
function definitions(): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const file of files)
		for (const [, name = ''] of fs.readFileSync(path.join(src, file), 'utf8').matchAll(definition))
			found.set(name, [...(found.get(name) ?? []), file]);
	return found;
}

/** An action is called as the mutation that it runs. */
const isMutationOfAction = (inFiles: string[]) =>
	inFiles.length === 2 &&
	inFiles.some((file) => file.endsWith('/actions.ts')) &&
	inFiles.some((file) => file.endsWith('-mutations.ts'));

test('no exported name has two meanings', () => {
	const found = definitions();
	expect(found.size).toBeGreaterThan(1_000);
	const ambiguous = [...found].filter(([, inFiles]) => inFiles.length > 1 && !isMutationOfAction(inFiles));
	expect(Object.fromEntries(ambiguous)).toEqual({});
});

test('a file is recognizable by its name, but for those that each feature or route has', () => {
	const closed = /^(schema|actions)\.ts$/;
	const named = new Map<string, string[]>();
	for (const file of files.filter((each) => !closed.test(path.basename(each))))
		named.set(path.basename(file), [...(named.get(path.basename(file)) ?? []), file]);
	expect(Object.fromEntries([...named].filter(([, same]) => same.length > 1))).toEqual({});
});
