import type { Account } from './accounts.ts';
import { htmlGoal, scriptsGoal } from './goals.ts';
import { firstLoadScripts, getPage } from './measure.ts';
import { pages } from './pages.ts';
import { weight } from './sizes.ts';
import { figure, openTable, type Table } from './table.ts';

/** A page of each kind, by the name of its row. */
const kinds = [
	'Today',
	'Companies',
	'Contacts',
	'Deals, board',
	'Deals, list',
	'Activities',
	'Reports',
	'Company',
	'Contact',
	'Contact, timeline of 10,000',
	'Deal',
	'Activity',
	'Company, history of 1,000 changes',
	'Company, new',
	'Company, edit',
	'Contact, edit',
	'Deal, edit',
	'Activity, new',
	'Settings, history',
];

/** Weighs what a page of each kind sends, without timing anything. */
export async function benchWeights(
	server: { url: string },
	{ cookie }: Account,
	isAsked: (name: string) => boolean,
): Promise<Table> {
	const table = openTable('What a page sends', ['page', 'HTML kB', 'goal', 'scripts kB', 'goal', 'scripts']);
	for (const kind of kinds) {
		const name = `${weight} of ${kind}`;
		const page = pages.find((each) => each.name === kind);
		if (!page) throw new Error(`There is no page ${kind}.`);
		if (!isAsked(name)) continue;
		const url = encodeURI(decodeURI(server.url + page.path));
		const html = (await getPage(url, cookie)).bytes / 1000;
		const { count, bytes } = await firstLoadScripts(url, cookie);
		const isMissed = html > htmlGoal(kind) || bytes / 1000 > scriptsGoal(kind);
		table.add([name, figure(html), htmlGoal(kind), figure(bytes / 1000), scriptsGoal(kind), count], isMissed);
	}
	return table;
}
