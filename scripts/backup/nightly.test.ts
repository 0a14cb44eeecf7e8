import { expect, test } from 'vitest';
import { backUpNightly } from './nightly.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const begin = Date.parse('2026-11-23T03:00:00Z');

class Over extends Error {}

/** Runs the nightly loop for some days of a clock of its own, on which a backup takes ten minutes; returns when it tried. */
async function nights(
	days: number,
	backUp: (at: number, made: number[]) => boolean,
	{ made = [], isNoted = true }: { made?: number[]; isNoted?: boolean } = {},
) {
	let at = begin;
	const tries: number[] = [];
	const loop = backUpNightly({
		now: () => at,
		pause: async (milliseconds) => {
			at += milliseconds;
			if (at > begin + days * DAY) throw new Over();
		},
		noted: () => (isNoted ? (made.at(-1) ?? 0) : 0),
		backUp: async () => {
			tries.push(at);
			at += 10 * 60_000;
			return backUp(at, made);
		},
		say: () => {},
	});
	await expect(loop).rejects.toThrow(Over);
	return { tries, made };
}

const works = (at: number, made: number[]) => made.push(at) > 0;

/** How many of some times lie within 24 hours at most. */
const mostInADay = (times: number[]) =>
	Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + DAY).length));

test('one backup a day is made while all is well, and none where the last one is not a day old', async () => {
	const { tries } = await nights(10, works);
	expect(tries).toHaveLength(10);
	expect(mostInADay(tries)).toBe(1);
	const [first = 0] = (await nights(2, works, { made: [begin - 20 * HOUR] })).tries;
	expect(first - begin).toBe(4 * HOUR);
});

test('after failures one a day is made again, and no more', async () => {
	const { made, tries } = await nights(12, (at, all) => at > begin + 3 * DAY && works(at, all));
	expect(mostInADay(made)).toBe(1);
	expect(made.length).toBeGreaterThanOrEqual(8);
	// while it failed it was tried a handful of times a day
	expect(mostInADay(tries)).toBeLessThan(10);
});

test('what fails day after day is tried a handful of times a day', async () => {
	const { tries } = await nights(30, () => false);
	expect(mostInADay(tries)).toBeLessThan(10);
	expect(tries.length).toBeLessThan(30 * 5);
	expect(tries.length).toBeGreaterThan(30 * 3);
});

test('a backup that was made but could not be noted is not made once more the same day', async () => {
	const { made } = await nights(10, works, { isNoted: false });
	expect(made).toHaveLength(10);
	expect(mostInADay(made)).toBe(1);
});

test('a backup that is dated ahead holds up none', async () => {
	const { tries } = await nights(10, works, { made: [begin + 400 * DAY] });
	expect(tries).toHaveLength(10);
});
