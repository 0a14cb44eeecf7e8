import 'server-only';
import { Refusal } from '@/lib/errors/errors';
import { databaseFault } from '@/lib/operations/database-fault';
import { db, longTransaction, Prisma, type Tx } from './db';

/** How often work is repeated after a deadlock. */
const maxAttempts = 4;

/** How long to wait for a row that another transaction has locked. */
const lockPatience = '5s';

/**
 * Runs work in one transaction and logs all of its changes under one change set. With `isLong`, for work that grows with the
 * data, the transaction may take longer. After a deadlock, which leaves nothing behind, the work is repeated. Work that waits
 * too long for a locked row is refused.
 */
export async function inChangeSet<Data>(
	{ id, label }: { id: string; label: string },
	run: (tx: Tx) => Promise<Data>,
	{ isLong = false }: { isLong?: boolean } = {},
): Promise<Data> {
	const work = async (tx: Tx) => {
		await tx.$executeRaw`
			SELECT set_config('app.change_set', ${id}, true), set_config('app.change_label', ${label}, true),
				set_config('lock_timeout', ${lockPatience}, true)`;
		return run(tx);
	};
	for (let attempt = 1; ; attempt++) {
		try {
			return await (isLong ? longTransaction(work) : db.$transaction(work));
		} catch (error) {
			const problem = refusals[databaseFault(error)?.sqlState ?? ''];
			if (problem) throw new Refusal(problem);
			if (attempt === maxAttempts || !isDeadlock(error)) throw error;
		}
	}
}

/** Messages for failures that the user can resolve, by SQLSTATE. */
const refusals: Record<string, string> = {
	'55P03':
		'Another change to the same records is still in progress, so nothing was saved. Wait until it has finished, then try again.',
	'53100':
		'The disk of the database is full, so nothing was saved. Free up space on the computer that runs the database, then try again.',
};

/** Whether PostgreSQL ended a transaction because of a conflict with another one. */
function isDeadlock(error: unknown): boolean {
	if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true;
	return ['40P01', '40001'].includes(databaseFault(error)?.sqlState ?? '');
}
