import 'server-only';
import { Refusal } from '@/lib/errors/errors';
import { databaseFault } from '@/lib/operations/database-fault';
import { db, longTransaction, Prisma, type Tx } from './db';

/** So often a piece of work is done again that PostgreSQL ended because it and another one waited for each other. */
const maxAttempts = 4;

/** For so long a piece of work waits for another one to let go of a row. */
const lockPatience = '5s';

/**
 * Runs a piece of work in one transaction whose every change is logged under one change set; `isLong` where the work grows
 * with the data and gets the time it needs. Work that meets another in a deadlock is started again, of which nothing is left
 * behind; work that waits too long for what another one is changing is refused.
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

/** What is no fault of ours and can be helped, by its SQLSTATE. */
const refusals: Record<string, string> = {
	'55P03':
		'Another change to the same records is still in progress, so nothing was saved. Wait until it has finished, then try again.',
	'53100':
		'The disk of the database is full, so nothing was saved. Free up space on the computer that runs the database, then try again.',
};

/** Whether PostgreSQL ended a transaction for the sake of another one. */
function isDeadlock(error: unknown): boolean {
	if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true;
	return ['40P01', '40001'].includes(databaseFault(error)?.sqlState ?? '');
}
