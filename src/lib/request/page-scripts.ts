import 'server-only';
import fs from 'node:fs/promises';
import path from 'node:path';

const lists = ['companies', 'contacts', 'deals', 'activities'];
/** The pages that are opened all day, the most usual ones first. */
const usual = [
	...lists.flatMap((list) => [list, `${list}/[id]`]),
	'deals/list',
	'dashboard',
	'reports',
	...lists.flatMap((list) => [`${list}/new`, `${list}/[id]/edit`]),
];

let known: Promise<string[]> | undefined;

/** The paths of the scripts of the usual pages; none where the build does not tell, as in development. */
export function pageScripts(): Promise<string[]> {
	known ??= Promise.all(usual.map(scriptsOf)).then((found) =>
		[...new Set(found.flat())].map((file) => `/_next/${file}`),
	);
	return known;
}

/** The files that Next.js loads with a page, from what its build notes beside the page: JSON that is assigned to a variable. */
async function scriptsOf(page: string): Promise<string[]> {
	const manifest = path.join(
		/*turbopackIgnore: true*/ process.cwd(),
		'.next/server/app/(crm)',
		page,
		'page_client-reference-manifest.js',
	);
	const text = await fs.readFile(manifest, 'utf8').catch(() => '');
	const [, json] = /\] = (\{.*\});?\s*$/s.exec(text) ?? [];
	const { entryJSFiles = {} }: { entryJSFiles?: Record<string, string[]> } = json ? JSON.parse(json) : {};
	return Object.values(entryJSFiles).flat();
}
