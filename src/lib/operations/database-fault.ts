/** Why a question to the database failed: PostgreSQL's SQLSTATE and sentence, which may quote values, or what became of the connection. */
export type DatabaseFault = { kind: string; sqlState?: string; reason?: string };

type Wrapped = {
	meta?: { driverAdapterError?: { cause?: { kind?: unknown; originalCode?: unknown; originalMessage?: unknown } } };
};

/** What the database said, where that is what failed, of an error as Prisma throws it. */
export function databaseFault(error: unknown): DatabaseFault | null {
	const { kind, originalCode, originalMessage } = (error as Wrapped | null)?.meta?.driverAdapterError?.cause ?? {};
	if (typeof kind !== 'string') return null;
	return {
		kind,
		...(typeof originalCode === 'string' && { sqlState: originalCode }),
		...(typeof originalMessage === 'string' && { reason: originalMessage }),
	};
}
