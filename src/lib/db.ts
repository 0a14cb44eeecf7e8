import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/generated/prisma/client';

/** Columns that exist to be searched and sorted by, never to be shown. */
const derived = {
	company: { nameKey: true, industryKey: true, search: true },
	contact: { companyKey: true, nameKey: true, jobTitleKey: true, emailKey: true, authorityRank: true, search: true },
	deal: { companyKey: true, contactKey: true, nameKey: true, search: true },
	activity: { search: true },
	tag: { nameKey: true },
	savedView: { nameKey: true },
} as const;

const sessionSettings = [
	// the adapter writes and reads instants without their offset
	'TimeZone=UTC',
	// the data lies in memory or on an SSD: a row found by an index costs little more than the next one of the table
	'random_page_cost=1.1',
	// no query here runs for so long that compiling it pays
	'jit=off',
];

function connect() {
	const adapter = new PrismaPg({
		connectionString: process.env.DATABASE_URL,
		options: sessionSettings.map((setting) => `-c ${setting}`).join(' '),
		max: 10,
		connectionTimeoutMillis: 3000,
	});
	return new PrismaClient({ adapter, omit: derived, log: [], transactionOptions: { maxWait: 5_000, timeout: 30_000 } });
}

const kept = globalThis as { minicrmDb?: ReturnType<typeof connect> };

/** The one database client of the process; kept across hot reloads, which would otherwise open a pool each. */
export const db = kept.minicrmDb ?? connect();
if (process.env.NODE_ENV !== 'production') kept.minicrmDb = db;

/** The client inside a transaction, as mutations receive it. */
export type Tx = Parameters<Parameters<typeof db.$transaction>[0]>[0];

export { Prisma } from '@/generated/prisma/client';
