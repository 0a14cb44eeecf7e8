import 'server-only';
import { db, Prisma, type Tx } from '@/lib/db';

/** So often a piece of work is done again that PostgreSQL ended because it and another one waited for each other. */
const mostAttempts = 4;

/**
 * Runs a piece of work in one transaction whose every change is logged under one change set; `timeout` in milliseconds where
 * it may take longer than usual. Work that meets another in a deadlock is begun anew, of which nothing is left behind.
 */
export async function inChangeSet<Data>(
	{ id, label }: { id: string; label: string },
	run: (tx: Tx) => Promise<Data>,
	{ timeout }: { timeout?: number } = {},
): Promise<Data> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await db.$transaction(
				async (tx) => {
					await tx.$executeRaw`SELECT set_config('app.change_set', ${id}, true), set_config('app.change_label', ${label}, true)`;
					return run(tx);
				},
				timeout ? { timeout } : {},
			);
		} catch (error) {
			if (attempt === mostAttempts || !isDeadlock(error)) throw error;
		}
	}
}

/** Whether PostgreSQL ended a transaction for the sake of another one. */
function isDeadlock(error: unknown): boolean {
	if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
	return error.code === 'P2034' || /\b(40P01|40001)\b/.test(JSON.stringify(error.meta ?? {}) + error.message);
}
