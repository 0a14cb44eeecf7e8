import { pauseAfter } from './pauses.ts';

const DAY = 24 * 3_600_000;

/** What a nightly backup works with; times are in milliseconds. */
export interface Nights {
	now(): number;
	pause(milliseconds: number): Promise<void>;
	/** When the last backup was noted, by whoever made it; 0 where there is none. */
	noted(): number;
	/** Tries to make a backup; true where one that passed is there afterwards. */
	backUp(): Promise<boolean>;
	say(line: string): void;
}

/**
 * Backs up whenever the last backup is a day old, until a pause is ended. Where it fails it is tried again, each time after twice
 * as long: what a moment's trouble was is made up for soon, and what lasts is not met a hundred times a day.
 */
export async function backUpNightly({ now, pause, noted, backUp, say }: Nights): Promise<never> {
	let failures = 0;
	// one that is there counts, whether it could be noted or not: the disk of the notes may be full
	let own = 0;
	for (;;) {
		// a clock that was wrong may have dated one ahead, which must not hold up those that follow
		const last = Math.max(own, noted() <= now() ? noted() : 0);
		await pause(Math.max(0, last + DAY - now()));
		if (await backUp()) {
			failures = 0;
			own = now();
		} else {
			const again = pauseAfter(++failures);
			say(`No backup was made: see the lines above. Trying again in ${again / 60_000} minutes.`);
			await pause(again);
		}
	}
}
