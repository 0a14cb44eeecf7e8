import type { Browser, Page } from '@playwright/test';
import type { Account } from './accounts.ts';
import { inBrowser, signedIn, slowDown } from './in-browser.ts';
import { spread } from './measure.ts';
import { firstPanel, floorStep, type Step, tour } from './tour.ts';
import type { Shown } from './watch-page.ts';

type Server = { url: string };

/** What a person feels in one row: medians in milliseconds, each beside the floor's of the same minute. */
export type FeltRow = {
	name: string;
	median: number;
	p95: number;
	floor: number;
	goal: number;
	/** How often a skeleton was seen. */
	skeletons: number;
};

const rounds = { warmUps: 1, samples: 10 };
const coldRounds = { warmUps: 1, samples: 6 };

/** Times every step of the tour from the input to the finished page, each followed by the floor's step. */
export function feelTour(
	server: Server,
	{ cookie }: Account,
	executablePath: string,
	isAsked: (name: string) => boolean,
) {
	return inBrowser(executablePath, async (browser) => {
		const context = await signedIn(browser, server.url, cookie);
		const page = await open(await context.newPage(), `${server.url}/dashboard`);
		const floor = await open(await context.newPage(), `${server.url}/bench/floor`);
		const taken = new Map<Step, { shown: Shown[]; floors: number[] }>(
			tour.map((step) => [step, { shown: [], floors: [] }]),
		);
		for (let round = -rounds.warmUps; round < rounds.samples; round++) {
			for (const [step, { shown, floors }] of taken) {
				const [now, beside] = [await take(step, page), (await take(floorStep, floor)).complete];
				if (round < 0) continue;
				shown.push(now);
				floors.push(beside);
			}
		}
		return [...taken]
			.filter(([{ name }]) => isAsked(name))
			.map(([{ name, goal }, { shown, floors }]): FeltRow => {
				const skeletons = shown.filter(({ skeleton }) => skeleton).length;
				return {
					name,
					goal,
					...spread(shown.map(({ complete }) => complete)),
					floor: spread(floors).median,
					skeletons,
				};
			});
	});
}

/** Times the first opening of the side panel in fresh browsers, each beside the floor's first step. */
export function feelFirstPanel(server: Server, { cookie }: Account, executablePath: string): Promise<FeltRow> {
	return inBrowser(executablePath, async (browser) => {
		const [taken, floors]: [Shown[], number[]] = [[], []];
		for (let round = -coldRounds.warmUps; round < rounds.samples; round++) {
			const context = await signedIn(browser, server.url, cookie);
			const shown = await take(firstPanel, await open(await context.newPage(), `${server.url}/companies`));
			const floor = await take(floorStep, await open(await context.newPage(), `${server.url}/bench/floor`));
			await context.close();
			if (round < 0) continue;
			taken.push(shown);
			floors.push(floor.complete);
		}
		return {
			name: firstPanel.name,
			goal: firstPanel.goal,
			...spread(taken.map(({ complete }) => complete)),
			floor: spread(floors).median,
			skeletons: taken.filter(({ skeleton }) => skeleton).length,
		};
	});
}

async function take(step: Step, page: Page): Promise<Shown> {
	await page.bringToFront();
	return step.take(page).catch((cause) => {
		throw new Error(`${step.name}, at ${page.url()}`, { cause });
	});
}

async function open(page: Page, url: string): Promise<Page> {
	page.setDefaultTimeout(15_000);
	await page.goto(url, { waitUntil: 'networkidle' });
	return page;
}

/** First and largest contentful paint of a page that is loaded into a browser that knows nothing of it. */
export type Paint = { first: number; largest: number };

const cold = [
	'/login',
	'/dashboard',
	'/companies',
	'/contacts',
	'/activities',
	'/deals',
	'/deals?view=list',
	'/reports',
	'/settings',
];

/** Times the cold load of pages in turn with the floor's; paths beyond the usual ones are records. */
export function feelCold(server: Server, { cookie }: Account, executablePath: string, records: string[]) {
	return inBrowser(executablePath, async (browser) => {
		const paths = [...cold, ...records];
		const taken = new Map(paths.map((path) => [path, [] as { page: Paint; floor: Paint }[]]));
		for (let round = -coldRounds.warmUps; round < coldRounds.samples; round++) {
			for (const [path, paints] of taken) {
				const visitor = path === '/login' ? '' : cookie;
				const page = await paint(browser, server.url, visitor, path);
				const floor = await paint(browser, server.url, cookie, '/bench/floor');
				if (round >= 0) paints.push({ page, floor });
			}
		}
		return [...taken].map(([path, paints]) => {
			const median = (of: (paints: { page: Paint; floor: Paint }) => number) => spread(paints.map(of)).median;
			return {
				path,
				first: median(({ page }) => page.first),
				largest: median(({ page }) => page.largest),
				floor: median(({ floor }) => floor.first),
			};
		});
	});
}

async function paint(browser: Browser, url: string, cookie: string, path: string): Promise<Paint> {
	const context = await signedIn(browser, url, cookie);
	try {
		const page = await context.newPage();
		await page.goto(url + path, { waitUntil: 'load' });
		return await page.evaluate(
			() =>
				new Promise<Paint>((resolve) => {
					let largest = Number.NaN;
					new PerformanceObserver((list) => {
						largest = list.getEntries().at(-1)?.startTime ?? largest;
					}).observe({ type: 'largest-contentful-paint', buffered: true });
					// a page can have loaded before it is painted
					setTimeout(() => {
						const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
						resolve({ first, largest });
					}, 300);
				}),
		);
	} finally {
		await context.close();
	}
}

/** Times the first click of a fresh browser behind a slow line: to the first answer on the screen, and to the whole page. */
export function feelSlowLine(server: Server, { cookie }: Account, executablePath: string) {
	return inBrowser(executablePath, async (browser) => {
		const rows: { name: string; feedback: number; complete: number }[] = [];
		for (const step of tour.filter(({ name }) => name.endsWith('by the menu'))) {
			const context = await signedIn(browser, server.url, cookie);
			const from = step.name.startsWith('Today') ? '/companies' : '/dashboard';
			const page = await open(await context.newPage(), server.url + from);
			await slowDown(page);
			const shown: Shown[] = [];
			for (let n = 0; n < 3; n++) {
				shown.push(await step.take(page));
				await page.goBack();
				await page.waitForURL(`**${from}`);
			}
			const { feedback, complete } = shown[0] as Shown;
			const again = spread(shown.slice(1).map(({ complete: time }) => time)).median;
			rows.push({ name: step.name, feedback, complete });
			rows.push({ name: `${step.name}, again`, feedback: shown[1]?.feedback ?? Number.NaN, complete: again });
			await context.close();
		}
		return rows;
	});
}
