/** The clock may stand still for so long, in milliseconds: what takes less cannot be told from what takes no time. */
const tick = 4;

const usualLengths = [4, 16, 64, 256, 1_024, 4_096, 16_384];

/** The processor time of this thread, in milliseconds: what else the machine does meanwhile does not count. */
function ownTime(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
}

export interface GrowthOptions {
	/** The processor time of whatever does it, in milliseconds. */
	clock?: () => number;
	/** Each four times as long as the one before. */
	lengths?: number[];
}

const isMuchLonger = (long: number, short: number) => long > 10 * Math.max(short, tick);

/**
 * Whether what is done with a text takes much more than four times as long for one four times as long: the square of the
 * length takes sixteen times. A pause of the machine is not the text's doing, so that what looks slow is measured again.
 */
export async function growsFaster(
	run: (text: string) => unknown,
	make: (length: number) => string,
	{ clock = ownTime, lengths = usualLengths }: GrowthOptions = {},
): Promise<boolean> {
	const took = async (text: string) => {
		const start = clock();
		await run(text);
		return clock() - start;
	};
	const least = async (text: string) => Math.min(await took(text), await took(text), await took(text));
	let before = 0;
	for (const length of lengths) {
		const text = make(length);
		const now = await took(text);
		if (isMuchLonger(now, before) && isMuchLonger(await least(text), await least(make(length / 4)))) return true;
		before = now;
	}
	return false;
}
