import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { activityList } from '@/features/activities/schema';
import { activityFile } from '@/features/activities/server/activity-export-queries';
import { listActivities } from '@/features/activities/server/activity-queries';
import { companyList } from '@/features/companies/schema';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { listCompanies } from '@/features/companies/server/company-queries';
import { contactList } from '@/features/contacts/schema';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { listContacts } from '@/features/contacts/server/contact-queries';
import { dealList } from '@/features/deals/schema';
import { dealFile } from '@/features/deals/server/deal-export-queries';
import { listDeals } from '@/features/deals/server/deal-queries';
import { exportList, type MakeFile } from '@/features/export/server/export-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { pageRows, type SearchParams } from '@/lib/list/list-params';
import { makeAccount } from '../support/accounts';
import { readCsv } from '../support/csv';
import { makeColumn, makeDeal } from '../support/deals';
import { archiveOf, rowsOf } from '../support/exports';
import { insertMany } from '../support/many-rows';
import { makeCompanyWithEverything } from '../support/sample-account';

const settings = { currency: 'VND', locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 };

let duc: UserId;

beforeAll(async () => {
	duc = await makeAccount('Phạm Văn Đức');
	await fill(duc);
}, 60_000);

/** More than are read at a time. */
const total = 1250;

/** Many rows of the same value in every column that is sorted by, and some without one. */
async function fill(userId: UserId) {
	await insertMany(
		Prisma.sql`
		INSERT INTO company (user_id, id, name, industry, size, metadata, created_at)
		SELECT ${userId}::uuid, gen_random_uuid(), (ARRAY['Đại Phát', 'Bình Minh', 'Hoa Sen'])[n % 3 + 1] || ' ' || n % 400,
			CASE WHEN n % 4 > 0 THEN 'Ngành ' || n % 7 END, (ARRAY['1-10', '500+', NULL])[n % 3 + 1]::company_size,
			CASE WHEN n % 2 = 0 THEN jsonb_build_object('Zalo', n) ELSE '{}' END,
			TIMESTAMPTZ '2026-11-01' + n % 50 * INTERVAL '1 hour'
		FROM generate_series(1, ${total}) n`,
		Prisma.sql`ANALYZE`,
		Prisma.sql`
		INSERT INTO contact (user_id, id, company_id, name, email, is_decision_maker, authority_level, rhythm)
		SELECT user_id, gen_random_uuid(), id, 'Trần Thị ' || substr(id::text, 1, 2),
			CASE WHEN name LIKE 'Hoa%' THEN 'lienhe@example.com' END, name LIKE 'Hoa%',
			CASE WHEN name LIKE 'Hoa%' THEN 'primary'::authority_level END,
			CASE WHEN name LIKE 'Bình%' THEN 'weekly'::contact_rhythm END
		FROM company WHERE user_id = ${userId}::uuid`,
		Prisma.sql`UPDATE contact SET created_at = '2026-10-01' WHERE user_id = ${userId}::uuid`,
		Prisma.sql`ANALYZE`,
		Prisma.sql`
		INSERT INTO deal (user_id, id, company_id, contact_id, name, value, currency, position, stage, closed_at, expected_close_on)
		SELECT user_id, gen_random_uuid(), company_id, CASE WHEN email IS NOT NULL THEN id END, 'Đơn ' || substr(id::text, 1, 1),
			7, (ARRAY['VND', 'USD', 'EUR'])[ascii(substr(id::text, 2, 1)) % 3 + 1], 'p' || id, (CASE WHEN email IS NULL THEN 'proposal' ELSE 'closed_won' END)::deal_stage,
			CASE WHEN email IS NOT NULL THEN TIMESTAMPTZ '2026-01-01' END, CASE WHEN rhythm IS NOT NULL THEN DATE '2026-12-01' END
		FROM contact WHERE user_id = ${userId}::uuid`,
		Prisma.sql`ANALYZE`,
		Prisma.sql`
		INSERT INTO activity (user_id, id, company_id, deal_id, type, subject, at)
		SELECT user_id, gen_random_uuid(), company_id, id, (ARRAY['call', 'note'])[ascii(right(name, 1)) % 2 + 1]::activity_type,
			'Gọi ' || name, TIMESTAMPTZ '2026-10-01' + ('x' || substr(id::text, 1, 2))::bit(8)::int * INTERVAL '1 hour'
		FROM deal WHERE user_id = ${userId}::uuid`,
	);
	await db.$executeRaw`ANALYZE`;
}

describe('a file holds the rows of the list, in the list’s order', () => {
	type List = (params: SearchParams) => Promise<{ rows: { id: string; name?: string; subject?: string }[] }>;
	const lists: [string, MakeFile, List, string[]][] = [
		[
			'companies',
			companyFile,
			(params) => listCompanies(duc, companyList.parse(params), 'UTC'),
			['', 'sort=industry.desc', 'sort=size.asc', 'sort=lastContact.desc&q=binh', 'size=500%2B&sort=created.desc'],
		],
		[
			'contacts',
			contactFile,
			(params) => listContacts(duc, contactList.parse(params), 'UTC'),
			[
				'sort=company.desc',
				'sort=email.desc',
				'sort=email.asc&q=tran',
				'decides=yes&sort=created.asc',
				'silent=rhythm',
			],
		],
		[
			'deals',
			dealFile,
			(params) => listDeals(duc, dealList.parse(params), 'UTC'),
			[
				'sort=contact.desc',
				'sort=close.desc',
				'sort=value.asc',
				'sort=value.desc&q=don',
				'valueFrom=1EUR&valueTo=7EUR&sort=created.asc',
				'stage=proposal&sort=close.asc',
				'q=hoa+sen&sort=name.desc',
			],
		],
		[
			'activities',
			activityFile,
			(params) => listActivities(duc, activityList.parse(params), { ...settings, timeZone: 'UTC' }),
			['', 'sort=type.desc', 'type=call&sort=when.asc', 'from=2026-10-03&to=2026-10-08', 'q=don+a'],
		],
	];
	const cases = lists.flatMap(([noun, makeFile, list, queries]) =>
		queries.map((query): [string, MakeFile, List] => [`${noun}?${query}`, makeFile, list]),
	);

	test.each(cases)(
		'%s',
		async (address, makeFile, list) => {
			const search = new URLSearchParams(address.split('?')[1]);
			const params = { ...Object.fromEntries(search), view: 'list' };
			const paged: string[] = [];
			for (let page = 1; ; page++) {
				const { rows } = await list({ ...params, page: String(page) });
				paged.push(...rows.map(({ id }) => id));
				if (rows.length < pageRows[0]) break;
			}
			const file = async (userId: UserId, asked: SearchParams, own: typeof settings) => {
				const made = await makeFile(userId, asked, own);
				return { ...made, columns: [...made.columns, { head: 'ID', cell: made.listed.id }] };
			};
			const exported = (await rowsOf(duc, file, { ...params, page: '3' })).map((row) => row.ID);
			expect(paged.length).toBeGreaterThan(50);
			expect(exported).toEqual(paged);
		},
		60_000,
	);

	test('the board column by column, as its cards stand, with what was closed long ago', async () => {
		const an = await makeAccount('Lý Thị An');
		const { id } = await db.company.create({ data: { userId: an, name: 'Nội thất Hoa Sen' } });
		await makeColumn(an, id, ['Bàn', 'Tủ', 'Ghế'], 'negotiation');
		await makeColumn(an, id, ['Rèm', 'Kệ'], 'prospecting');
		const won = await makeDeal(an, id, { name: 'Đèn', stage: 'closed_won' });
		await db.$executeRaw`UPDATE deal SET closed_at = '2020-01-01' WHERE id = ${won}::uuid`;
		const names = async (params: SearchParams) => (await rowsOf(an, dealFile, params)).map((row) => row['Deal name']);
		expect(await names({ sort: 'name.asc' })).toEqual(['Rèm', 'Kệ', 'Bàn', 'Tủ', 'Ghế', 'Đèn']);
		expect(await names({ stage: 'negotiation', view: 'kanban' })).toEqual(['Bàn', 'Tủ', 'Ghế']);
		expect(await names({ sort: 'name.asc', view: 'list' })).toEqual(['Bàn', 'Đèn', 'Ghế', 'Kệ', 'Rèm', 'Tủ']);
	});
});

test('the archive of everything holds more than a thousand rows of a table, and nothing of another account', async () => {
	await makeCompanyWithEverything(await makeAccount('Nguyễn Thị Lan'), 'Ánh Dương');
	const archive = await archiveOf(duc);
	expect(new Set(JSON.parse(archive['json/contacts.json'] ?? '').map(({ id }: { id: string }) => id)).size).toBe(total);
	expect(readCsv(archive['activities.csv'] ?? '')).toHaveLength(total);
	expect(Object.values(archive).join()).not.toMatch(/Ánh Dương/);
});

/** How many transactions of this database are open, but for the one that asks. */
async function openTransactions(): Promise<number> {
	const [found] = await db.$queryRaw<[{ count: number }]>`
		SELECT count(*)::int AS count FROM pg_stat_activity
		WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;
	return found.count;
}

describe('the reading', () => {
	test('sees one moment, whatever is written meanwhile', async () => {
		const { pieces } = await exportList(duc, contactFile, { sort: 'created.asc' });
		let text = (await pieces.next()).value as string;
		const { companyId } = await db.contact.findFirstOrThrow({ where: { userId: duc } });
		const id = uuidv7();
		await db.contact.create({ data: { userId: duc, id, companyId, name: 'Đến Muộn', metadata: { 'Trường muộn': 1 } } });
		for await (const piece of pieces) text += piece;
		expect(readCsv(text)).toHaveLength(total);
		expect(text).not.toContain('muộn');
		await db.contact.delete({ where: { userId_id: { userId: duc, id } } });
	});

	test('ends its transaction when nobody reads on', async () => {
		const { pieces } = await exportList(duc, contactFile, {});
		await pieces.next();
		await pieces.next();
		expect(await openTransactions()).toBe(1);
		await pieces.return(undefined);
		expect(await openTransactions()).toBe(0);
	});

	test('fails where the database breaks off, and does not end as if it were whole', async () => {
		const { pieces } = await exportList(duc, contactFile, {});
		await pieces.next();
		await pieces.next();
		await db.$executeRaw`
			SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;
		await expect(Array.fromAsync(pieces)).rejects.toThrow();
		expect(await rowsOf(duc, contactFile)).toHaveLength(total);
	});

	test('leaves connections for the pages: a fourth one at the same time is refused', async () => {
		const open = await Promise.all(Array.from({ length: 4 }, () => exportList(duc, contactFile, {})));
		const [first, second, third, fourth] = open.map(({ pieces }) => pieces);
		await Promise.all([first?.next(), second?.next(), third?.next()]);
		await expect(fourth?.next()).rejects.toThrow('Other downloads are still running');
		await first?.return(undefined);
		expect(await rowsOf(duc, contactFile, { q: 'nobody' })).toEqual([]);
		await Promise.all([second?.return(undefined), third?.return(undefined)]);
		expect(await openTransactions()).toBe(0);
	});
});
