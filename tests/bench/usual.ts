import type { Account } from './accounts.ts';
import { prepareDrops } from './drops.ts';
import { htmlGoal, medianGoal, scriptsGoal } from './goals.ts';
import { prepareLogs } from './logs.ts';
import { firstLoadScripts, getPage, type Sample, timeTogether } from './measure.ts';
import { pages } from './pages.ts';
import { drop, log } from './sizes.ts';
import { figure, openTable, type Table } from './table.ts';

const repetitions = { warmUps: 10, samples: 80 };

type Server = { url: string; databaseUrl: string };

/** Times every page that is asked for in the usual account, in turn with the floor, and weighs what it sends. */
export async function benchUsual(
	server: Server,
	{ usual, manyCompanies }: { usual: Account; manyCompanies: Account },
	isAsked: (name: string) => boolean,
): Promise<Table> {
	const table = openTable('What the server does for a page', [
		'page',
		'median ms',
		'goal',
		'p95 ms',
		'floor ms',
		'times the floor',
		'HTML kB',
		'goal',
		'scripts kB',
		'goal',
	]);
	const floorSample = () => getPage(`${server.url}/bench/floor`, usual.cookie);
	const report = async (name: string, sample: () => Promise<Sample>, scripts?: number) => {
		const { page, floor } = await timeTogether({ page: sample, floor: floorSample }, repetitions);
		const isPage = scripts !== undefined;
		const goal = medianGoal(name, isPage, 'usual');
		const html = page.bytes / 1000;
		const times = [figure(page.median), goal, figure(page.p95), figure(floor.median)];
		const weights = isPage ? [figure(html), htmlGoal(name), scripts.toFixed(0), scriptsGoal(name)] : ['', '', '', ''];
		const isMissed = page.median > goal || (isPage && (html > htmlGoal(name) || scripts > scriptsGoal(name)));
		table.add([name, ...times, (page.median / floor.median).toFixed(1), ...weights], isMissed);
	};
	for (const { name, path, manyCompanies: inOther } of pages) {
		if (!isAsked(name)) continue;
		const url = encodeURI(decodeURI(server.url + path));
		const { cookie } = inOther ? manyCompanies : usual;
		const scripts = path.startsWith('/api/') ? undefined : (await firstLoadScripts(url, cookie)).bytes / 1000;
		await report(name, () => getPage(url, cookie), scripts);
	}
	if (isAsked(drop)) await report(drop, await prepareDrops(server, usual.userId, usual.cookie));
	if (isAsked(log)) await report(log, prepareLogs(server, usual.cookie));
	return table;
}
