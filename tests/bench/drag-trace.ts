import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { inBrowser, signedIn, viewport } from './in-browser.ts';
import { spread } from './measure.ts';

const moves = 120;

type Spread = { median: number; p95: number };
/** So many cards are on the board while one is dragged. */
export const draggedAmong = 300;

/** Milliseconds per move of the pointer: in scripts, and in layout that scripts asked for; and how many frames came in a second. */
export type DragTiming = { scripts: Spread; layout: Spread; moves: number; cards: number; framesPerSecond: number };

/** Drags a card of the board over all columns in a browser that is traced; fails where it is not dropped in the last one. */
export function traceDrag(url: string, cookie: string, executablePath: string): Promise<DragTiming> {
	return inBrowser(executablePath, async (browser) => {
		const context = await signedIn(browser, url, cookie);
		const page = await context.newPage();
		await page.goto(`${url}/deals`, { waitUntil: 'networkidle' });
		const cards = await loadCards(page, draggedAmong);
		const card = page.locator('ul[data-column] > li[data-card]').first();
		const id = await card.getAttribute('data-card');
		const drag = await pickUp(page, card);

		await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
		await countFrames(page);
		for (let n = 1; n <= moves; n++) {
			await page.mouse.move(...drag.at(n / moves));
			// as a hand that moves slower than the screen is drawn, so that no two moves are taken together
			await sleep(25);
		}
		const framesPerSecond = await page.evaluate(() => {
			const times = (window as unknown as { frames: number[] }).frames;
			return ((times.length - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0));
		});
		await sleep(200);
		const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
		await page.mouse.up();
		await page.locator(`ul[data-column=${drag.target}] > li[data-card="${id}"]`).waitFor({ timeout: 10_000 });
		return { ...timePerMove(traceEvents), cards, framesPerSecond };
	});
}

/** Scrolls the columns until so many cards are loaded, or no more come; returns how many there are. */
async function loadCards(page: Page, wanted: number): Promise<number> {
	const cards = page.locator('ul[data-column] > li[data-card]');
	for (let before = -1, now = await cards.count(); now < wanted && now > before; now = await cards.count()) {
		before = now;
		await page.locator('ul[data-column]').evaluateAll((lists) => {
			for (const list of lists) list.scrollTop = list.scrollHeight;
		});
		await sleep(1_000);
	}
	await page.locator('ul[data-column]').evaluateAll((lists) => {
		for (const list of lists) list.scrollTop = 0;
	});
	await sleep(500);
	return cards.count();
}

/** Has the page note when each of its frames begins, from now on. */
const countFrames = (page: Page) =>
	page.evaluate(() => {
		const times: number[] = [];
		(window as unknown as { frames: number[] }).frames = times;
		const note = (time: number) => {
			times.push(time);
			requestAnimationFrame(note);
		};
		requestAnimationFrame(note);
	});

/** Presses on a card and begins to drag it; returns the way over the columns and the one where it ends. */
async function pickUp(page: Page, card: ReturnType<Page['locator']>) {
	const start = await card.boundingBox();
	const columns = await page.locator('ul[data-column]').evaluateAll((lists) =>
		lists.flatMap((list) => {
			const { left, right, width } = list.getBoundingClientRect();
			const middle = (left + right) / 2;
			// one without a width is folded
			return width > 0 && middle < window.innerWidth ? [{ stage: list.getAttribute('data-column') ?? '', middle }] : [];
		}),
	);
	const last = columns.at(-1);
	if (!start || !last || columns.length < 2) throw new Error('The board has no card to drag, or nowhere to drag it.');
	const [x, y] = [start.x + start.width / 2, start.y + start.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 4, y + 4);
	await page.mouse.move(x + 12, y + 8);
	await sleep(300);
	// up and down over the cards on the way from the first column to the last
	const at = (share: number): [number, number] => [
		x + 12 + (last.middle - x - 12) * share,
		y + 8 + (viewport.height * 0.75 - y) * Math.sin(share * Math.PI * 5.5) ** 2,
	];
	return { at, target: last.stage };
}

/** What Chromium traces: `ts` and `dur` in microseconds; `ph` X is a whole event, B and E are its ends. */
type TraceEvent = {
	name: string;
	ph: string;
	ts: number;
	dur?: number;
	pid: number;
	tid: number;
	args?: { data?: { type?: string } };
};

const scripting = new Set([
	'EventDispatch',
	'FunctionCall',
	'EvaluateScript',
	'TimerFire',
	'FireAnimationFrame',
	'FireIdleCallback',
	'RunMicrotasks',
	'v8.callFunction',
]);
const rendering = new Set(['Layout', 'UpdateLayoutTree', 'RecalcStyle', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

type Interval = { from: number; to: number };

/**
 * Adds up what scripts did from one move of the pointer to the next: the work of React that a move has scheduled runs
 * before the next. Style and layout that are computed within a script are counted apart.
 */
function timePerMove(events: TraceEvent[]): Pick<DragTiming, 'scripts' | 'layout' | 'moves'> {
	const isMove = ({ name, args }: TraceEvent) => name === 'EventDispatch' && args?.data?.type === 'mousemove';
	const first = events.find(isMove);
	if (!first) throw new Error('The trace holds no move of the pointer.');
	const whole = events
		.filter(({ ph, pid, tid }) => ph === 'X' && pid === first.pid && tid === first.tid)
		.sort((a, b) => a.ts - b.ts);
	const intervals = (names: Set<string>) =>
		merge(whole.filter(({ name }) => names.has(name)).map(({ ts, dur = 0 }) => ({ from: ts, to: ts + dur })));
	const scripts = intervals(scripting);
	const layouts = intervals(rendering);
	// a move is told to pointermove's listeners before mousemove's
	const begun = whole
		.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'pointermove')
		.map(({ ts }) => ts);
	const times = begun.map((from, n) => {
		const to = begun[n + 1] ?? from + 100_000;
		const mine = scripts.filter((script) => script.from >= from && script.from < to);
		const layout = mine.reduce((sum, script) => sum + overlap(script, layouts), 0);
		const all = mine.reduce((sum, script) => sum + script.to - script.from, 0);
		return { scripts: (all - layout) / 1000, layout: layout / 1000 };
	});
	return {
		scripts: spread(times.map((time) => time.scripts)),
		layout: spread(times.map((time) => time.layout)),
		moves: times.length,
	};
}

/** Intervals in order, those that lie in others or touch them taken together. */
function merge(intervals: Interval[]): Interval[] {
	const merged: Interval[] = [];
	for (const { from, to } of intervals) {
		const last = merged.at(-1);
		if (last && from <= last.to) last.to = Math.max(last.to, to);
		else merged.push({ from, to });
	}
	return merged;
}

/** How much of an interval lies in others that do not overlap. */
function overlap({ from, to }: Interval, others: Interval[]): number {
	return others.reduce((sum, other) => sum + Math.max(0, Math.min(to, other.to) - Math.max(from, other.from)), 0);
}
