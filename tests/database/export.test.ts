import { beforeAll, describe, expect, test } from 'vitest';
import { maxLooseKeys } from '@/domain/export-fields-sql';
import { activityFile } from '@/features/activities/server/activity-export-queries';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { dealFile } from '@/features/deals/server/deal-export-queries';
import { tables } from '@/features/export/server/everything-sql';
import { exportList } from '@/features/export/server/export-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { readCsv } from '../support/csv';
import { archiveOf, rowsOf, textOf } from '../support/exports';
import { makeCompanyWithEverything } from '../support/sample-account';

const settings = { currency: 'VND', locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 };

let lan: UserId;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({ data: { userId: lan, ...settings } });
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
		expect(
			text.startsWith(
				'\uFEFFCompany name,Industry,Size,Website,Website 2,Phone,Email,Address,Introduced by,Introduced by (company),Notes,Tags,Contacts,',
			),
		).toBe(true);
		expect(text.split('\r\n')[0]).toMatch(
			/,Open deals,Last contact,Created,Field \(one from a list\): Nguồn [\w-]+,Field: =x,Field: Ăn trưa,Field: Đ,Field: Được,"Field: Mã số ""thuế""",Field: zalo$/,
		);
		const [duong, minh] = readCsv(text).toSorted((a, b) => Number(a.Contacts) - Number(b.Contacts));
		// the field that is there, though neither has it
		const empty = Object.fromEntries(
			Object.entries(minh ?? {}).filter(([head]) => head.startsWith('Field (one from a list): Nguồn ')),
		);
		expect(Object.values(empty)).toEqual(['']);
		expect(minh).toEqual({
			...empty,
			'Company name': `'=HYPERLINK("https://example.com","Bình Minh")`,
			Industry: '',
			Size: '11-50',
			Website: 'https://binhminh.example.com',
			'Website 2': 'https://shop.binhminh.example.com',
			Phone: '+84 (28) 3822-1234 ext. 5',
			Email: '',
			Address: "''=1",
			'Introduced by': '',
			'Introduced by (company)': '',
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
			...{ Phone: '+84 901 234 567', 'Phone label': '', 'Phone 2': '0912 345 678', 'Phone 2 label': 'Zalo' },
			'Decision maker': 'yes',
			'Authority level': 'Primary',
			'Stay in touch': 'Every week',
			'Left on': '',
			'Left to': '',
			'Introduced by': '',
			'Introduced by (company)': '',
			'Reports to': '',
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
			'Contacts and roles': '',
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
		const today = new Intl.DateTimeFormat('sv', { timeZone: settings.timeZone }).format(new Date());
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
		expect(fields).toHaveLength(maxLooseKeys);
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
		// in the order of their ids, which other clocks may have given
		expect(json('company-tags').map((row: { tag_id: string }) => row.tag_id)).toContain(json('contact-tags')[0].tag_id);
		const [view] = json('saved-views');
		expect(view.list).toBe('contacts');
		expect(json('tags').map(({ id }: { id: string }) => `tag=${id}`)).toContain(view.query);
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
			'activity_hour',
			'change_kind',
			'change_log',
			'change_set',
			'company_stats',
			'contact_stats',
			'deal_passage',
			'field_value',
			'search_document',
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
});
