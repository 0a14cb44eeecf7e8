import 'server-only';
import fs from 'node:fs/promises';
import path from 'node:path';

const lists = ['companies', 'contacts', 'deals', 'activities'];
/** What the side panel shows. */
const records = ['companies', 'contacts', 'deals'].map((list) => `${list}/[id]`);
/** The other pages that are opened all day, the most usual ones first. */
const usual = [
	...lists,
	'deals/list',
	'activities/[id]',
	'dashboard',
	'reports',
	...lists.flatMap((list) => [`${list}/new`, `${list}/[id]/edit`]),
];

/** The paths of the scripts of records, and those of the other usual pages. */
type PageScripts = { records: string[]; others: string[] };

let known: Promise<PageScripts> | undefined;

/** The scripts of the usual pages; none where the build does not tell, as in development. */
export function pageScripts(): Promise<PageScripts> {
	known ??= Promise.all([records, usual].map(pathsOf)).then(([ofRecords = [], ofOthers = []]) => ({
		records: ofRecords,
		others: ofOthers.filter((path) => !ofRecords.includes(path)),
	}));
	return known;
}

async function pathsOf(pages: string[]): Promise<string[]> {
	const found = await Promise.all(pages.map(scriptsOf));
	return [...new Set(found.flat())].map((file) => `/_next/${file}`);
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
