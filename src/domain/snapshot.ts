import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { longTransaction, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { settleContacts } from './settle-contacts';

/** Each download holds a connection until it ends; the other connections are for the pages. */
const maxAtOnce = 3;

let running = 0;

/**
 * Reads the database as it was at one moment, piece by piece, each piece only after the one before it was taken. The
 * transaction ends when everything is read or the reader stops. Refuses while too many downloads are running.
 */
export async function* inSnapshot<Piece>(
	userId: UserId,
	read: (tx: Tx) => AsyncIterable<Piece>,
): AsyncGenerator<Piece, undefined> {
	if (running >= maxAtOnce) throw new Refusal('Other downloads are still running. Wait until one of them has ended.');
	running++;
	try {
		await settleContacts(userId);
		const { readable, writable } = new TransformStream<Piece, Piece>();
		const writer = writable.getWriter();
		const ended = longTransaction(
			async (tx) => {
				await tx.$executeRaw`SET TRANSACTION READ ONLY`;
				// cursors are read to their ends
				await tx.$executeRaw`SET LOCAL cursor_tuple_fraction = 1`;
				for await (const piece of read(tx)) await writer.write(piece);
			},
			{ isolationLevel: 'RepeatableRead' },
		)
			.then(
				() => writer.close(),
				(error) => writer.abort(error),
			)
			// after a reader that stopped, there is nothing to close
			.catch(() => {});
		try {
			yield* readable;
		} finally {
			await ended;
		}
	} finally {
		running--;
	}
}
