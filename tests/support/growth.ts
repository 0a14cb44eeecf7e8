/** A step that takes less than this is too short to be compared, in milliseconds. */
const noticeable = 12;

const lengths = [4, 16, 64, 256, 1_024, 4_096];

/** The processor time of this thread, in milliseconds: what else the machine does meanwhile does not count. */
function took(run: () => unknown): number {
	const start = process.threadCpuUsage();
	run();
	const { user, system } = process.threadCpuUsage(start);
	return (user + system) / 1_000;
}

/**
 * Whether what is done with a text takes much more than four times as long for one four times as long: the square of the
 * length takes sixteen times. Lengths that take no time are not compared; a pause of the machine is not the text's doing, so
 * that what looks slow is measured again.
 */
export function growsFaster(run: (text: string) => unknown, make: (length: number) => string): boolean {
	let before = 0;
	for (const length of lengths) {
		const text = make(length);
		const now = took(() => run(text));
		if (now > noticeable && now > 10 * before) {
			const short = make(length / 4);
			const again = (each: string) =>
				Math.min(
					took(() => run(each)),
					took(() => run(each)),
					took(() => run(each)),
				);
			const long = again(text);
			if (long > noticeable && long > 10 * again(short)) return true;
		}
		before = now;
	}
	return false;
}
