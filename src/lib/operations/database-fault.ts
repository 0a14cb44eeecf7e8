import pg from 'pg';

/** Why a query failed: PostgreSQL's SQLSTATE and message, which may quote values, or the failure of the connection. */
export type DatabaseFault = { kind: string; sqlState?: string; reason?: string };

type Wrapped = {
	meta?: { driverAdapterError?: { cause?: { kind?: unknown; originalCode?: unknown; originalMessage?: unknown } } };
};

/** The database's fault in an error that Prisma or the driver throws, if there is one. */
export function databaseFault(error: unknown): DatabaseFault | null {
	if (error instanceof pg.DatabaseError) {
		const { code, message } = error;
		return { kind: 'postgres', ...(code && { sqlState: code }), reason: message };
	}
	const { kind, originalCode, originalMessage } = (error as Wrapped | null)?.meta?.driverAdapterError?.cause ?? {};
	if (typeof kind !== 'string') return null;
	return {
		kind,
		...(typeof originalCode === 'string' && { sqlState: originalCode }),
		...(typeof originalMessage === 'string' && { reason: originalMessage }),
	};
}
