import { unzipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { activityFile } from '@/features/activities/export-queries';
import { listActivities } from '@/features/activities/queries';
import { activityList } from '@/features/activities/schema';
import { companyFile } from '@/features/companies/export-queries';
import { listCompanies } from '@/features/companies/queries';
import { companyList } from '@/features/companies/schema';
import { contactFile } from '@/features/contacts/export-queries';
import { listContacts } from '@/features/contacts/queries';
import { contactList } from '@/features/contacts/schema';
import { dealFile } from '@/features/deals/export-queries';
import { listDeals } from '@/features/deals/queries';
import { dealList } from '@/features/deals/schema';
import { exportEverything, exportList, type MakeFile } from '@/features/export/queries';
import { tables } from '@/features/export/sql';
import { db } from '@/lib/db';
import type { Download } from '@/lib/download';
import { mostFields } from '@/lib/export-sql';
import { pageSize, type SearchParams } from '@/lib/list-params';
import type { UserId } from '@/lib/session';
import { makeAccount } from '../support/accounts';
import { readCsv } from '../support/csv';
import { makeColumn, makeDeal } from '../support/deals';
import { makeCompanyWithEverything } from '../support/sample-account';

const everyFile = [companyFile, contactFile, dealFile, activityFile];
const settings = { currency: 'VND', locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 };

let lan: UserId;
let duc: UserId;

/** The rows of an export, each by its heads. */
async function rowsOf(userId: UserId, makeFile: MakeFile, params: SearchParams = {}) {
	return readCsv(await textOf(await exportList(userId, makeFile, params)));
}

async function textOf({ pieces }: Download): Promise<string> {
	let text = '';
	for await (const piece of pieces) text += piece;
	return text;
}

async function archiveOf(userId: UserId) {
	const chunks: Uint8Array[] = [];
	for await (const piece of (await exportEverything(userId, everyFile)).pieces) chunks.push(piece as Uint8Array);
	const files = unzipSync(Buffer.concat(chunks));
	return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

/** How many transactions of this database are open, but for the one that asks. */
async function openTransactions(): Promise<number> {
	const [found] = await db.$queryRaw<[{ count: number }]>`
		SELECT count(*)::int AS count FROM pg_stat_activity
		WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;
	return found.count;
}

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({ data: { userId: lan, ...settings } });
	duc = await makeAccount('Phạm Văn Đức');
	await fill(duc);
}, 60_000);

/** Many rows of the same value in every column that is sorted by, and some without one. */
async function fill(userId: UserId) {
	await db.$executeRaw`
		INSERT INTO company (user_id, id, name, industry, size, metadata, created_at)
		SELECT ${userId}::uuid, gen_random_uuid(), (ARRAY['Đại Phát', 'Bình Minh', 'Hoa Sen'])[n % 3 + 1] || ' ' || n % 400,
			CASE WHEN n % 4 > 0 THEN 'Ngành ' || n % 7 END, (ARRAY['1-10', '500+', NULL])[n % 3 + 1]::company_size,
			CASE WHEN n % 2 = 0 THEN jsonb_build_object('Zalo', n) ELSE '{}' END,
			TIMESTAMPTZ '2026-11-01' + n % 50 * INTERVAL '1 hour'
		FROM generate_series(1, 2500) n`;
	await db.$executeRaw`ANALYZE`;
	await db.$executeRaw`
		INSERT INTO contact (user_id, id, company_id, name, email, is_decision_maker, authority_level, rhythm)
		SELECT user_id, gen_random_uuid(), id, 'Trần Thị ' || substr(id::text, 1, 2),
			CASE WHEN name LIKE 'Hoa%' THEN 'lienhe@example.com' END, name LIKE 'Hoa%',
			CASE WHEN name LIKE 'Hoa%' THEN 'primary'::authority_level END,
			CASE WHEN name LIKE 'Bình%' THEN 'weekly'::contact_rhythm END
		FROM company WHERE user_id = ${userId}::uuid`;
	await db.$executeRaw`UPDATE contact SET created_at = '2026-10-01' WHERE user_id = ${userId}::uuid`;
	await db.$executeRaw`ANALYZE`;
	await db.$executeRaw`
		INSERT INTO deal (user_id, id, company_id, contact_id, name, value, currency, position, stage, closed_at, expected_close_on)
		SELECT user_id, gen_random_uuid(), company_id, CASE WHEN email IS NOT NULL THEN id END, 'Đơn ' || substr(id::text, 1, 1),
			7, 'VND', 'p' || id, (CASE WHEN email IS NULL THEN 'proposal' ELSE 'closed_won' END)::deal_stage,
			CASE WHEN email IS NOT NULL THEN TIMESTAMPTZ '2026-01-01' END, CASE WHEN rhythm IS NOT NULL THEN DATE '2026-12-01' END
		FROM contact WHERE user_id = ${userId}::uuid`;
	await db.$executeRaw`ANALYZE`;
	await db.$executeRaw`
		INSERT INTO activity (user_id, id, company_id, deal_id, type, subject, at)
		SELECT user_id, gen_random_uuid(), company_id, id, (ARRAY['call', 'note'])[ascii(right(name, 1)) % 2 + 1]::activity_type,
			'Gọi ' || name, TIMESTAMPTZ '2026-10-01' + ('x' || substr(id::text, 1, 2))::bit(8)::int * INTERVAL '1 hour'
		FROM deal WHERE user_id = ${userId}::uuid`;
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
				if (rows.length < pageSize) break;
			}
			const file = (userId: UserId, asked: SearchParams, own: typeof settings) => {
				const made = makeFile(userId, asked, own);
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

describe('the cells', () => {
	let ids: Awaited<ReturnType<typeof makeCompanyWithEverything>>;

	beforeAll(async () => {
		ids = await makeCompanyWithEverything(lan, '=HYPERLINK("https://example.com","Bình Minh")');
		const key = (id: string) => ({ where: { userId_id: { userId: lan, id } } });
		await db.company.update({
			...key(ids.company),
			data: {
				size: 'from_11_to_50',
				notes: 'Trả chậm, nhưng "chắc"\n- gọi lại\n\n',
				phone: '+84 (28) 3822-1234 ext. 5',
				// an Excel that runs this would not be the first one
				address: "'=1",
				metadata: {
					zalo: '0987 654 321',
					'Mã số "thuế"': 301234567,
					Được: true,
					Đ: null,
					'=x': '-1+1|cmd',
				},
				createdAt: new Date('2026-11-26T17:30:00Z'),
			},
		});
		await db.company.create({ data: { userId: lan, name: 'Ánh Dương', metadata: { 'Ăn trưa': 12.5 } } });
		for (const name of ['Xuất khẩu', 'Ấm']) {
			const tag = await db.tag.create({ data: { userId: lan, name } });
			await db.companyTag.create({ data: { userId: lan, companyId: ids.company, tagId: tag.id } });
		}
		await db.deal.update({
			...key(ids.deal),
			data: { ownProbability: 35, expectedCloseOn: new Date('2026-12-31'), notes: '@Lan' },
		});
		await db.activity.update({ ...key(ids.activity), data: { durationMinutes: 45, nextSteps: '+ báo giá' } });
	});

	test('of companies', async () => {
		const text = await textOf(await exportList(lan, companyFile, { sort: 'name.desc' }));
		expect(text.startsWith('\uFEFFCompany name,Industry,Size,Website,Phone,Email,Address,Notes,Tags,Contacts,')).toBe(
			true,
		);
		expect(text.split('\r\n')[0]).toMatch(
			/,Open deals,Last contact,Created,Field: =x,Field: Ăn trưa,Field: Đ,Field: Được,"Field: Mã số ""thuế""",Field: zalo$/,
		);
		const [duong, minh] = readCsv(text).toSorted((a, b) => Number(a.Contacts) - Number(b.Contacts));
		expect(minh).toEqual({
			'Company name': `'=HYPERLINK("https://example.com","Bình Minh")`,
			Industry: '',
			Size: '11-50',
			Website: 'https://binhminh.example.com',
			Phone: '+84 (28) 3822-1234 ext. 5',
			Email: '',
			Address: "''=1",
			Notes: 'Trả chậm, nhưng "chắc"\n- gọi lại\n\n',
			Tags: expect.stringMatching(/^Ấm, VIP [0-9a-f-]+, Xuất khẩu$/),
			Contacts: '1',
			'Open deals': '1',
			'Last contact': '2026-11-02 10:00',
			Created: '2026-11-27 00:30',
			'Field: zalo': '0987 654 321',
			'Field: Mã số "thuế"': '301234567',
			'Field: Được': 'true',
			'Field: Đ': '',
			'Field: =x': "'-1+1|cmd",
			'Field: Ăn trưa': '',
		});
		expect(duong).toMatchObject({
			'Company name': 'Ánh Dương',
			'Field: Ăn trưa': '12.5',
			Tags: '',
			'Last contact': '',
		});
	});

	test('of contacts', async () => {
		const [row] = await rowsOf(lan, contactFile);
		expect(row).toEqual({
			'Contact name': 'Đặng Thị Ánh',
			'Company name': `'=HYPERLINK("https://example.com","Bình Minh")`,
			'Job title': '',
			Email: '',
			Phone: '+84 901 234 567',
			'Decision maker': 'yes',
			'Authority level': 'Primary',
			'Stay in touch': 'Every week',
			Notes: '',
			Tags: expect.stringMatching(/^VIP /),
			'Last contact': '2026-11-02 10:00',
			Created: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
		});
	});

	test('of deals', async () => {
		const [row] = await rowsOf(lan, dealFile);
		expect(row).toEqual({
			'Deal name': 'Hệ thống kho',
			'Company name': `'=HYPERLINK("https://example.com","Bình Minh")`,
			'Contact name': 'Đặng Thị Ánh',
			'Deal value': '1500000.50',
			Currency: 'VND',
			Stage: 'Prospecting',
			Probability: '35',
			'Own probability': '35',
			'Expected close date': '2026-12-31',
			Closed: '',
			'Lost reason': '',
			Notes: "'@Lan",
			Created: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
		});
	});

	test('of activities', async () => {
		const [row] = await rowsOf(lan, activityFile);
		expect(row).toEqual({
			Type: 'Call',
			Subject: 'Gọi lần đầu',
			Description: '',
			Date: '2026-11-02 10:00',
			'Duration (minutes)': '45',
			Outcome: '',
			'Next steps': "'+ báo giá",
			'Company name': `'=HYPERLINK("https://example.com","Bình Minh")`,
			'Contact name': 'Đặng Thị Ánh',
			'Deal name': 'Hệ thống kho',
			Created: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
		});
	});

	test('the file is named after the user’s day', async () => {
		const today = new Intl.DateTimeFormat('sv', { timeZone: settings.timeZone }).format();
		const download = await exportList(lan, companyFile, {});
		expect(download).toMatchObject({ name: `minicrm-companies-${today}.csv`, type: 'text/csv; charset=utf-8' });
	});

	test('of more own fields than there is room for, those of the most rows', async () => {
		const many = await makeAccount('Đỗ Thị Nhiều');
		const metadata = (from: number, to: number) =>
			Object.fromEntries(Array.from({ length: to - from }, (_, n) => [`Trường ${from + n}`, 'có']));
		for (const [from, to] of [
			[0, 50],
			[50, 100],
			[100, 150],
			[150, 200],
			[200, 250],
			[210, 250],
		] as const)
			await db.company.create({ data: { userId: many, name: 'Hoa Sen', metadata: metadata(from, to) } });
		const [row = {}] = await rowsOf(many, companyFile);
		const fields = Object.keys(row).filter((head) => head.startsWith('Field: '));
		expect(fields).toHaveLength(mostFields);
		expect(fields).toContain('Field: Trường 249');
	});
});

describe('everything', () => {
	test('is one archive of lists and tables', async () => {
		const archive = await archiveOf(lan);
		expect(Object.keys(archive)).toEqual([
			'README.txt',
			'companies.csv',
			'contacts.csv',
			'deals.csv',
			'activities.csv',
			...Object.keys(tables).map((name) => `json/${name}.json`),
		]);
		for (const name of Object.keys(tables)) expect(archive['README.txt']).toContain(name);
		const json = (name: keyof typeof tables) => JSON.parse(archive[`json/${name}.json`] ?? '');
		const [deal] = json('deals');
		const company = json('companies').find(({ id }: { id: string }) => id === deal.company_id);
		expect(deal).toMatchObject({ value: '1500000.50', own_probability: 35, expected_close_on: '2026-12-31' });
		expect(company.name).toMatch(/^=HYPERLINK/);
		expect(company.metadata).toMatchObject({ Được: true, Đ: null });
		expect(json('contacts')[0].company_id).toBe(company.id);
		expect(json('activities')[0]).toMatchObject({ deal_id: deal.id, at: '2026-11-02T03:00:00+00:00' });
		expect(json('follow-ups')[0]).toMatchObject({ title: 'Gửi báo giá', due_on: '2026-11-30', deal_id: deal.id });
		expect(json('contact-tags')[0].tag_id).toBe(json('company-tags')[0].tag_id);
		expect(json('saved-views')[0]).toMatchObject({ list: 'contacts', query: `tag=${json('tags')[0].id}` });
		expect(json('settings')).toEqual([expect.objectContaining({ time_zone: 'Asia/Ho_Chi_Minh' })]);
		const rows = readCsv(archive['deals.csv'] ?? '');
		expect(Object.keys(rows[0] ?? {}).slice(0, 2)).toEqual(['ID', 'Deal name']);
		expect(rows[0]?.ID).toBe(deal.id);
	});

	test('leaves no table of the account out, and holds no password and no session', async () => {
		const owned = await db.$queryRaw<{ name: string }[]>`
			SELECT table_name::text AS name FROM information_schema.columns
			WHERE table_schema = 'public' AND column_name = 'user_id' ORDER BY 1`;
		const left = owned.map(({ name }) => name).filter((name) => !(Object.values(tables) as string[]).includes(name));
		expect(left.filter((table) => !table.startsWith('data_import'))).toEqual([
			'account',
			'change_log',
			'change_set',
			'company_stats',
			'contact_stats',
			'session',
		]);
		const secret = 'bí mật của Lan';
		await db.session.create({ data: { userId: lan, token: secret, expiresAt: new Date('2099-01-01') } });
		await db.account.create({ data: { userId: lan, accountId: 'lan', providerId: 'credential', password: secret } });
		expect(Object.values(await archiveOf(lan)).join()).not.toContain(secret);
	});

	test('is valid for an account that holds nothing', async () => {
		const archive = await archiveOf(await makeAccount('Võ Văn Không'));
		expect(JSON.parse(archive['json/companies.json'] ?? '')).toEqual([]);
		expect(archive['companies.csv']?.split('\r\n')).toHaveLength(2);
	});

	test('holds more than a thousand rows of a table, and nothing of another account', async () => {
		const archive = await archiveOf(duc);
		expect(new Set(JSON.parse(archive['json/contacts.json'] ?? '').map(({ id }: { id: string }) => id)).size).toBe(
			2500,
		);
		expect(readCsv(archive['activities.csv'] ?? '')).toHaveLength(2500);
		expect(Object.values(archive).join()).not.toMatch(/HYPERLINK|Ánh Dương/);
	});
});

describe('the reading', () => {
	test('sees one moment, whatever is written meanwhile', async () => {
		const { pieces } = await exportList(duc, contactFile, { sort: 'created.asc' });
		let text = (await pieces.next()).value as string;
		const { companyId } = await db.contact.findFirstOrThrow({ where: { userId: duc } });
		const id = uuidv7();
		await db.contact.create({ data: { userId: duc, id, companyId, name: 'Đến Muộn', metadata: { 'Trường muộn': 1 } } });
		for await (const piece of pieces) text += piece;
		expect(readCsv(text)).toHaveLength(2500);
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
		expect(await rowsOf(duc, contactFile)).toHaveLength(2500);
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
