const FIRST = 10 * 60_000;
const LONGEST = 6 * 3_600_000;

/** How long to wait before the next try after so many failures in a row, in milliseconds: twice as long each time, up to six hours. */
export function pauseAfter(failures: number): number {
	return Math.min(FIRST * 2 ** (failures - 1), LONGEST);
}
