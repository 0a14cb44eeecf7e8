import type { Account } from './accounts.ts';
import { prepareDrops } from './drops.ts';
import { prepareLogs } from './logs.ts';
import { firstLoadScripts, getPage, type Sample, timeTogether } from './measure.ts';
import { pages } from './pages.ts';
import { drop, log } from './sizes.ts';

const repetitions = { warmUps: 6, samples: 50 };
/** A row is named at the end where its median is more than this many times the earlier one's. */
const allowed = 1.1;

type Server = { url: string; databaseUrl: string; checkout: string };
type Side = { server: Server; account: Account; manyCompanies: Account };

/**
 * Times every page that is asked for as an earlier commit and this one answer it, in turn, each from a server of its own over
 * the same made-up account, and prints a row for each. Returns the rows that became more than a tenth slower.
 */
export async function benchAgainst(
	{ before, after }: { before: Side; after: Side },
	isAsked: (name: string) => boolean,
): Promise<string[]> {
	const slower: string[] = [];
	console.log(
		'| page | before, ms | after, ms | ratio | HTML kB before | after | scripts kB before | after |\n|---|--:|--:|--:|--:|--:|--:|--:|',
	);
	const report = async (
		name: string,
		samples: Record<'before' | 'after', () => Promise<Sample>>,
		scripts?: Record<'before' | 'after', number>,
	) => {
		const times = await timeTogether(samples, repetitions);
		const ratio = times.after.median / times.before.median;
		const weights = [times.before.bytes, times.after.bytes, scripts?.before, scripts?.after].map((bytes) =>
			bytes === undefined ? '' : (bytes / 1000).toFixed(1),
		);
		const cells = [times.before.median.toFixed(1), times.after.median.toFixed(1), ratio.toFixed(2), ...weights];
		console.log(`| ${[name, ...cells].join(' | ')} |`);
		if (ratio > allowed) slower.push(`${name} (${ratio.toFixed(2)})`);
	};
	for (const { name, path, manyCompanies } of pages) {
		if (!isAsked(name)) continue;
		const visit = ({ server, account, manyCompanies: other }: Side) => ({
			url: encodeURI(decodeURI(server.url + path)),
			cookie: (manyCompanies ? other : account).cookie,
		});
		const [old, now] = [visit(before), visit(after)];
		const isPage = !path.startsWith('/api/');
		await report(
			name,
			{ before: () => getPage(old.url, old.cookie), after: () => getPage(now.url, now.cookie) },
			isPage
				? {
						before: (await firstLoadScripts(old.url, old.cookie)).bytes,
						after: (await firstLoadScripts(now.url, now.cookie)).bytes,
					}
				: undefined,
		);
	}
	if (isAsked(drop)) {
		const drops = ({ server, account }: Side) => prepareDrops(server, account.userId, account.cookie);
		await report(drop, { before: await drops(before), after: await drops(after) });
	}
	if (isAsked(log)) {
		const logs = ({ server, account }: Side) => prepareLogs(server, account.cookie);
		await report(log, { before: logs(before), after: logs(after) });
	}
	return slower;
}
