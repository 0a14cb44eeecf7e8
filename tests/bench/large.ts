import type { Account } from './accounts.ts';
import { prepareDrops } from './drops.ts';
import { medianGoal, memoryGoal } from './goals.ts';
import { prepareLogs } from './logs.ts';
import { getPage, peakMemory, type Sample, timeTogether } from './measure.ts';
import { pages } from './pages.ts';
import { drop, log } from './sizes.ts';
import { figure, openTable, type Table } from './table.ts';

const repetitions = { warmUps: 3, samples: 30 };

type Server = { url: string; databaseUrl: string; pids: { app: number } };

/**
 * Times every page that is asked for in the usual account, in the one with a million contacts, and the floor, in turn, and
 * prints a row for each; then the most memory that the app has taken.
 */
export async function benchLarge(
	server: Server,
	{ usual, large }: { usual: Account; large: Account },
	isAsked: (name: string) => boolean,
): Promise<Table> {
	const table = openTable('A million contacts', [
		'page',
		'100,000 contacts, ms',
		'1,000,000 contacts, ms',
		'goal',
		'growth',
		'p95 ms',
		'floor ms',
	]);
	const report = async (name: string, isPage: boolean, sample: (account: Account) => () => Promise<Sample>) => {
		const times = await timeTogether(
			{
				usual: sample(usual),
				large: sample(large),
				floor: () => getPage(`${server.url}/bench/floor`, usual.cookie),
			},
			repetitions,
		);
		const goal = medianGoal(name, isPage, 'large');
		const { large: slow, usual: quick, floor } = times;
		const growth = (slow.median / quick.median).toFixed(1);
		table.add(
			[name, figure(quick.median), figure(slow.median), goal, growth, figure(slow.p95), figure(floor.median)],
			slow.median > goal,
		);
	};
	for (const { name, path, manyCompanies } of pages) {
		if (manyCompanies || !isAsked(name)) continue;
		const url = encodeURI(decodeURI(server.url + path));
		await report(
			name,
			!path.startsWith('/api/'),
			({ cookie }) =>
				() =>
					getPage(url, cookie),
		);
	}
	if (isAsked(drop)) {
		const drops = {
			usual: await prepareDrops(server, usual.userId, usual.cookie),
			large: await prepareDrops(server, large.userId, large.cookie),
		};
		await report(drop, false, (account) => (account === usual ? drops.usual : drops.large));
	}
	if (isAsked(log)) await report(log, false, ({ cookie }) => prepareLogs(server, cookie));
	const memory = peakMemory(server.pids.app);
	table.add(['Memory of the app at the most, MB', '', memory, memoryGoal, '', '', ''], memory > memoryGoal);
	return table;
}
