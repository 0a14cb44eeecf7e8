import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { openAccount } from '../tests/bench/accounts.ts';
import { benchAgainst } from '../tests/bench/against.ts';
import { traceDrag } from '../tests/bench/drag-trace.ts';
import { prepareDrops } from '../tests/bench/drops.ts';
import { benchImport } from '../tests/bench/imports.ts';
import { benchLarge } from '../tests/bench/large.ts';
import { prepareLogs } from '../tests/bench/logs.ts';
import { firstLoadScripts, getPage, type Sample, timeTogether } from '../tests/bench/measure.ts';
import { pages } from '../tests/bench/pages.ts';
import { drag, drop, goalOf, log, medianGoals, sizes } from '../tests/bench/sizes.ts';
import { startServerForTests, type TestServer } from '../tests/support/app-server.ts';
import { findPresentChromium } from './browser.ts';

// npm run bench [-- PARTS OF PAGES' NAMES]: times every page over a filled account and prints a table. With --size large
// every page is timed beside that in an account of a million contacts. With --against CHECKOUT every page is timed beside the
// same one of an earlier commit. --keep FOLDER keeps the filled accounts for the next time. docs/performance.md says what the columns are.

const { values: options, positionals } = parseArgs({
	allowPositionals: true,
	options: { size: { type: 'string', default: 'usual' }, keep: { type: 'string' }, against: { type: 'string' } },
});
if (!['usual', 'large'].includes(options.size)) throw new Error(`There is no size ${options.size}: usual or large.`);
const only = positionals.map((part) => part.toLowerCase());
const repetitions = { warmUps: 20, samples: 200 };
const goals = { p95: 80, ratio: 0.5, html: 20, scripts: 200, drag: 8 };
const imports = 'Import and export';

const isAsked = (name: string) => only.length === 0 || only.some((part) => name.toLowerCase().includes(part));
const missed: string[] = [];

const server = await startServer('');
let earlier: TestServer | undefined;
try {
	if (options.against) earlier = await startServer('-before', fs.realpathSync(options.against));
	if (earlier) {
		const slower = await benchAgainst({ before: await openBoth(earlier), after: await openBoth(server) }, isAsked);
		console.log(`\nMore than a tenth slower: ${slower.join('; ') || 'no row'}.`);
	} else {
		await benchGoals();
	}
} finally {
	await server.stop();
	await earlier?.stop();
}
process.exit(0);

/** Starts MiniCRM for the benchmark, from this checkout or another, on the folder that is kept or on a new one. */
function startServer(suffix: string, checkout?: string): Promise<TestServer> {
	if (options.keep) fs.mkdirSync(options.keep + suffix, { recursive: true, mode: 0o755 });
	return startServerForTests({
		env: { SIGN_UP: 'open', MINICRM_BENCH: '1' },
		...(checkout && { checkout }),
		...(options.keep && { dataDir: fs.realpathSync(options.keep + suffix) }),
	});
}

/** Times every page that is asked for against its goals. */
async function benchGoals() {
	const usual = await openAccount(server, 'bench@example.com', sizes.usual);
	if (options.size === 'large') {
		const large = await openAccount(server, 'large@example.com', sizes.large);
		missed.push(...(await benchLarge(server, { usual, large }, isAsked)));
	} else {
		await benchUsual(usual);
	}
	console.log(missed.length > 0 ? `\nGoals missed by: ${missed.join('; ')}.` : '\nEvery goal was reached.');
}

/** Both accounts that pages are timed in. */
async function openBoth(of: TestServer) {
	return {
		server: of,
		account: await (options.size === 'large'
			? openAccount(of, 'large@example.com', sizes.large)
			: openAccount(of, 'bench@example.com', sizes.usual)),
		manyCompanies: await openAccount(of, 'many-companies@example.com', sizes.companies),
	};
}

async function benchUsual({ cookie, userId }: { cookie: string; userId: string }) {
	const other = await openAccount(server, 'many-companies@example.com', sizes.companies);
	console.log(
		'| page | median ms | p95 ms | floor ms | share of floor | HTML kB | scripts kB |\n|---|--:|--:|--:|--:|--:|--:|',
	);
	const floor = () => getPage(`${server.url}/bench/floor`, cookie);
	for (const { name, path, manyCompanies } of pages) {
		if (!isAsked(name)) continue;
		const url = encodeURI(decodeURI(server.url + path));
		const visitor = manyCompanies ? other.cookie : cookie;
		const scripts = path.startsWith('/api/') ? 0 : (await firstLoadScripts(url, visitor)) / 1000;
		await report(name, () => getPage(url, visitor), floor, scripts);
	}
	if (isAsked(drop)) await report(drop, await prepareDrops(server, userId, cookie), floor);
	if (isAsked(log)) await report(log, prepareLogs(server, cookie), floor);
	if (isAsked(drag)) await reportDrag(cookie);
	if (isAsked(imports)) {
		const importer = await openAccount(server, `import-${Date.now()}@example.com`);
		missed.push(...(await benchImport(server, importer.cookie, cookie)));
	}
}

/** Prints the row of a page, which loads scripts, or of another request, and notes whether it misses a goal. */
async function report(name: string, sample: () => Promise<Sample>, floorSample: () => Promise<Sample>, scripts = 0) {
	const isPage = scripts > 0;
	const { page, floor } = await timeTogether({ page: sample, floor: floorSample }, repetitions);
	const ratio = floor.median / page.median;
	const html = page.bytes / 1000;
	console.log(
		`| ${name} | ${page.median.toFixed(1)} | ${page.p95.toFixed(1)} | ${floor.median.toFixed(1)} | ${(ratio * 100).toFixed(0)} % | ${html.toFixed(1)} | ${isPage ? scripts.toFixed(0) : ''} |`,
	);
	if (
		page.median > goalOf(name, isPage, medianGoals.usual) ||
		page.p95 > goals.p95 ||
		html > goals.html ||
		scripts > goals.scripts ||
		(isPage && ratio < goals.ratio)
	)
		missed.push(name);
}

/** Prints the row of a drag in a browser, where there is one. */
async function reportDrag(cookie: string) {
	const chromium = findPresentChromium();
	if (!chromium) return console.log(`\n${drag}: skipped, as no Chromium was found; CHROME_PATH can name one.`);
	const { scripts, layout, moves, cards } = await traceDrag(server.url, cookie, chromium);
	console.log(`| ${drag} | ${scripts.median.toFixed(1)} | ${scripts.p95.toFixed(1)} | | | | |`);
	console.log(
		`\nThe drag: ${moves} moves over ${cards} cards; style and layout that scripts asked for took another ${layout.median.toFixed(1)} ms per move (p95 ${layout.p95.toFixed(1)}).`,
	);
	if (scripts.median > goals.drag) missed.push(drag);
}
