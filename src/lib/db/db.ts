import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma as Generated, PrismaClient } from '@/generated/prisma/client';
import { connectionConfig, PatientClient, withPatience } from '@/lib/operations/db-connection';
import { WaitingPool } from './waiting-pool';

/** Columns for searching and sorting, which are never shown. */
const derived = {
	company: { nameKey: true, industryKey: true, furtherPoints: true, search: true },
	contact: {
		...{ companyKey: true, nameKey: true, jobTitleKey: true, emailKey: true, authorityRank: true },
		...{ furtherPoints: true, search: true },
	},
	contactPoint: { key: true },
	deal: { companyKey: true, contactKey: true, otherPeople: true, nameKey: true, search: true },
	activity: { search: true },
	followUp: { search: true },
	tag: { nameKey: true },
	savedView: { nameKey: true },
	field: { nameKey: true },
	fieldOption: { nameKey: true },
	contactStats: { dueAt: true },
	activityPerson: { at: true, type: true },
	dealPerson: { isOpen: true },
} as const;

/** How long a transaction may take, in milliseconds; and one whose work grows with the data. */
const usual = 30_000;
const longTransactionMilliseconds = 30 * 60_000;

/** How long a connection is kept without use, in milliseconds, with the statements that are prepared on it. */
const idleMilliseconds = 5 * 60_000;

/** How long a request waits for a free connection, in milliseconds, before the user is asked to try again. */
const maxWaitMilliseconds = 15_000;

function connect() {
	const { DATABASE_URL, DATABASE_OPTIONS } = process.env;
	const pool = new WaitingPool({
		// a build has no database
		...(DATABASE_URL && connectionConfig(DATABASE_URL, { withOptions: DATABASE_OPTIONS !== 'off' })),
		Client: PatientClient,
		max: 10,
		connectionTimeoutMillis: maxWaitMilliseconds,
		idleTimeoutMillis: idleMilliseconds,
	} as ConstructorParameters<typeof WaitingPool>[0]);
	// an idle connection that breaks is replaced by the pool; without a listener it would end the process
	pool.on('error', () => {});
	const adapter = new PrismaPg(pool, { disposeExternalPool: true });
	// the pool has to give up first, because only it knows the reason
	const transactionOptions = { maxWait: maxWaitMilliseconds + 5_000, timeout: usual };
	return { pool, client: new PrismaClient({ adapter, omit: derived, log: [], transactionOptions }) };
}

const kept = globalThis as { minicrmDb?: ReturnType<typeof connect> };

const connected = kept.minicrmDb ?? connect();
if (process.env.NODE_ENV !== 'production') kept.minicrmDb = connected;

/** The one database client of the process; kept across hot reloads, which would otherwise open a pool each. */
export const db = connected.client;

/** The connections that it uses, for `read`. */
export const pool: WaitingPool = connected.pool;

/** The client inside a transaction, as mutations receive it. */
export type Tx = Parameters<Parameters<typeof db.$transaction>[0]>[0];

/** A transaction whose work grows with the data, and whose single statements may take as long as it may itself. */
export function longTransaction<Data>(
	run: (tx: Tx) => Promise<Data>,
	{
		timeout = longTransactionMilliseconds,
		isolationLevel,
	}: { timeout?: number; isolationLevel?: Generated.TransactionIsolationLevel } = {},
): Promise<Data> {
	return withPatience(timeout, () => db.$transaction(run, { timeout, ...(isolationLevel && { isolationLevel }) }));
}

export { $Enums, Prisma } from '@/generated/prisma/client';
