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

/** What plans assume, unless the address of the database says otherwise. */
const planning = [
	// the data lies in memory or on an SSD: a row found by an index costs little more than the next one of the table
	'-c random_page_cost=1.1',
	// no query here runs for so long that compiling it pays
	'-c jit=off',
];

/** The address of the database without its `options`, which would replace ours, and both together; the last one holds. */
function connection(address: string | undefined) {
	if (!address) return {};
	const url = new URL(address);
	const own = url.searchParams.get('options') ?? '';
	url.searchParams.delete('options');
	// the adapter writes and reads instants without their offset
	return { connectionString: url.href, options: [...planning, own, '-c TimeZone=UTC'].join(' ') };
}

function connect() {
	const adapter = new PrismaPg({
		...connection(process.env.DATABASE_URL),
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
