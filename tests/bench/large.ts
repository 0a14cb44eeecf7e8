import type { Account } from './accounts.ts';
import { prepareDrops } from './drops.ts';
import { prepareLogs } from './logs.ts';
import { getPage, peakMemory, type Sample, timeTogether } from './measure.ts';
import { pages } from './pages.ts';
import { drop, goalOf, log, medianGoals } from './sizes.ts';

const repetitions = { warmUps: 3, samples: 30 };
const maxMemory = 500;

type Server = { url: string; databaseUrl: string; pids: { app: number } };

/**
 * Times every page that is asked for in the usual account, in the one with a million contacts, and the floor, in turn, and
 * prints a row for each; then the most memory that the app has taken. Returns what missed its goal.
 */
export async function benchLarge(
	server: Server,
	{ usual, large }: { usual: Account; large: Account },
	isAsked: (name: string) => boolean,
): Promise<string[]> {
	const missed: string[] = [];
	console.log(
		'| page | 100,000 contacts, ms | 1,000,000 contacts, ms | growth | p95 ms | floor ms | goal |\n|---|--:|--:|--:|--:|--:|--:|',
	);
	const report = async (name: string, isPage: boolean, sample: (account: Account) => () => Promise<Sample>) => {
		const times = await timeTogether(
			{
				usual: sample(usual),
				large: sample(large),
				floor: () => getPage(`${server.url}/bench/floor`, usual.cookie),
			},
			repetitions,
		);
		const goal = goalOf(name, isPage, medianGoals.large);
		const growth = times.large.median / times.usual.median;
		const cells = [times.usual.median, times.large.median].map((time) => time.toFixed(1));
		console.log(
			`| ${[name, ...cells, growth.toFixed(1), times.large.p95.toFixed(1), times.floor.median.toFixed(1), goal].join(' | ')} |`,
		);
		if (times.large.median > goal) missed.push(name);
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
	console.log(`\nThe app has taken ${memory} MB at the most; the goal is ${maxMemory}.`);
	if (memory > maxMemory) missed.push('memory');
	return missed;
}
