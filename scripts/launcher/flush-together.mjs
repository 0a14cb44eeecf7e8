/** So long, in milliseconds, what has been written may wait for what is written next. */
const PATIENCE = 20;

/**
 * Has a compressed answer leave in few large pieces. Next.js asks for a flush after every kilobyte or two of a page, and each
 * flush resets the compression's tables: a page would be half as large again, or three times as large where it is data.
 * What is late still leaves as soon as it is there.
 * @param {import('node:http').ServerResponse} response
 */
export function flushTogether(response) {
	let flush = () => {};
	let isWaiting = false;
	const flushSoon = () => {
		if (isWaiting) return;
		isWaiting = true;
		setTimeout(() => {
			isWaiting = false;
			if (!response.writableEnded) flush();
		}, PATIENCE);
	};
	Object.defineProperty(response, 'flush', {
		configurable: true,
		get: () => flushSoon,
		// by the compression, when it takes the response over
		set: (own) => {
			flush = own;
		},
	});
}
