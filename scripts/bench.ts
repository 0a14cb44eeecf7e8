import { traceDrag } from '../tests/bench/drag-trace.ts';
import { prepareDrops } from '../tests/bench/drops.ts';
import { benchImport } from '../tests/bench/imports.ts';
import { prepareLogs } from '../tests/bench/logs.ts';
import { firstLoadScripts, getPage, request, type Sample, timeWithFloor } from '../tests/bench/measure.ts';
import { pages } from '../tests/bench/pages.ts';
import { seed } from '../tests/bench/seed.ts';
import { startServerForTests } from '../tests/support/app-server.ts';
import { findPresentChromium } from './browser.ts';

// npm run bench [-- PARTS OF PAGES' NAMES]: times every page over a filled account and prints a table. docs/performance.md
// says what the columns are.

const only = process.argv.slice(2).map((part) => part.toLowerCase());
const repetitions = { warmUps: 20, samples: 200 };
const size = { companies: 20_000, contacts: 100_000, deals: 20_000, activities: 200_000, followUps: 20_000 };
const goals = {
	median: 40,
	picker: 15,
	search: 25,
	board: 60,
	dashboard: 80,
	p95: 80,
	ratio: 0.5,
	html: 20,
	scripts: 200,
	drag: 8,
};

const isAsked = (name: string) => only.length === 0 || only.some((part) => name.toLowerCase().includes(part));
const drop = 'Drop of a card';
const log = 'Quick log of a call';
const drag = 'Drag of a card, scripts per move';
const imports = 'Import and export';
const missed: string[] = [];

const server = await startServerForTests({ env: { SIGN_UP: 'open', MINICRM_BENCH: '1' } });
try {
	const cookie = await register(server.url, 'bench@example.com');
	const otherCookie = await register(server.url, 'many-companies@example.com');
	const userId = await accountId(cookie);
	const filled = Object.entries(size).map(
		([noun, count]) => `${count.toLocaleString('en')} ${noun === 'followUps' ? 'follow-ups' : noun}`,
	);
	console.log(`Seeding ${filled.join(', ')} …`);
	await seed(server.databaseUrl, userId, size);
	await seed(server.databaseUrl, await accountId(otherCookie), {
		companies: 100_000,
		contacts: 0,
		deals: 0,
		activities: 0,
		followUps: 0,
	});
	console.log(
		'| page | median ms | p95 ms | floor ms | share of floor | HTML kB | scripts kB |\n|---|--:|--:|--:|--:|--:|--:|',
	);
	const floor = () => getPage(`${server.url}/bench/floor`, cookie);

	for (const { name, path, manyCompanies } of pages) {
		if (!isAsked(name)) continue;
		const url = encodeURI(decodeURI(server.url + path));
		const visitor = manyCompanies ? otherCookie : cookie;
		const scripts = path.startsWith('/api/') ? 0 : (await firstLoadScripts(url, visitor)) / 1000;
		await report(name, () => getPage(url, visitor), floor, scripts);
	}
	if (isAsked(drop)) await report(drop, await prepareDrops(server, userId, cookie), floor);
	if (isAsked(log)) await report(log, prepareLogs(server, cookie), floor);
	if (isAsked(drag)) await reportDrag(cookie);
	if (isAsked(imports))
		missed.push(...(await benchImport(server, await register(server.url, 'import@example.com'), cookie)));
	console.log(missed.length > 0 ? `\nGoals missed by: ${missed.join('; ')}.` : '\nEvery goal was reached.');
} finally {
	await server.stop();
}
process.exit(0);

/** Prints the row of a page, which loads scripts, or of another request, and notes whether it misses a goal. */
async function report(name: string, sample: () => Promise<Sample>, floorSample: () => Promise<Sample>, scripts = 0) {
	const isPage = scripts > 0;
	const { page, floor } = await timeWithFloor(sample, floorSample, repetitions);
	const ratio = floor.median / page.median;
	const html = page.bytes / 1000;
	console.log(
		`| ${name} | ${page.median.toFixed(1)} | ${page.p95.toFixed(1)} | ${floor.median.toFixed(1)} | ${(ratio * 100).toFixed(0)} % | ${html.toFixed(1)} | ${isPage ? scripts.toFixed(0) : ''} |`,
	);
	if (
		page.median > goalOf(name, isPage) ||
		page.p95 > goals.p95 ||
		html > goals.html ||
		scripts > goals.scripts ||
		(isPage && ratio < goals.ratio)
	)
		missed.push(name);
}

/** The median that a page, or another request, should keep to. */
function goalOf(name: string, isPage: boolean): number {
	if (name.startsWith('Deals, board')) return goals.board;
	if (name === 'Dashboard') return goals.dashboard;
	if (name.startsWith('Search')) return goals.search;
	return isPage || name === drop || name === log ? goals.median : goals.picker;
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

async function register(base: string, email: string): Promise<string> {
	const response = await fetch(`${base}/api/auth/sign-up/email`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: base },
		body: JSON.stringify({ name: 'Bench', email, password: 'đo cho đúng tốc độ' }),
	});
	if (!response.ok) throw new Error(`The sign-up answered ${response.status}.`);
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
}

async function accountId(cookie: string): Promise<string> {
	return JSON.parse((await request(`${server.url}/api/auth/get-session`, cookie)).body).user.id;
}
