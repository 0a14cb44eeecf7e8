import { longTransaction, type Prisma } from '@/lib/db/db';

/** Inserts thousands of rows, or has them looked over, for as long as a busy machine takes: what the app gives up on is no limit of a test's own rows. */
export async function insertMany(...statements: Prisma.Sql[]): Promise<void> {
	await longTransaction(async (tx) => {
		for (const statement of statements) await tx.$executeRaw(statement);
	});
}
