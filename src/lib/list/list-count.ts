/** Lists are counted exactly up to here and say "10,000+" beyond. */
export const countLimit = 10_000;

/** The number of a list's rows as it is shown. */
export function listCountText(count: number): string {
	return count > countLimit ? `${countLimit.toLocaleString('en')}+` : count.toLocaleString('en');
}
