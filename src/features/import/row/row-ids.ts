import { v7 as uuidv7 } from 'uuid';

/** Random bytes are fetched for many ids at once, because fetching them for each id took a tenth of an import. */
const pool = new Uint8Array(16 * 512);
let used = pool.length;
let msecs = 0;
let seq = 0;

/** A new UUIDv7, after all those before it. */
export function nextRowId(): string {
	if (used === pool.length) {
		crypto.getRandomValues(pool);
		used = 0;
	}
	const random = pool.subarray(used, used + 16);
	used += 16;
	const now = Date.now();
	seq = now > msecs ? 0 : seq + 1;
	msecs = Math.max(now, msecs);
	return uuidv7({ random, msecs, seq });
}
