import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { customName } from '@/domain/custom-fields/custom-field-types';
import { companyList, companySizes } from '@/features/companies/schema';
import { changeCompanyField } from '@/features/companies/server/company-field-mutations';
import * as companies from '@/features/companies/server/company-mutations';
import { findCompanyOptions, listCompanies, listIndustries } from '@/features/companies/server/company-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import type { SearchParams } from '@/lib/list/list-params';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { plainCompany } from '../support/plain-records';

let lan: UserId;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	for (let n = 0; n < 45; n++) {
		const id = uuidv7();
		await act((tx) =>
			companies.createCompany(tx, lan, {
				...plainCompany(id, `${['Ánh Dương', 'Bình Minh', 'Đại Phát'][n % 3]} ${(n * 7) % 45}`),
				industry: n % 4 ? (['Thủy sản', 'Bao bì', 'thủy sản'][n % 3] ?? null) : null,
				size: n % 5 ? (companySizes[n % 5] ?? null) : null,
				tags: n % 2 ? ['VIP'] : [],
			}),
		);
		for (let person = 0; person < n % 4; person++)
			await db.contact.create({ data: { userId: lan, companyId: id, name: `Người ${person}` } });
		if (n % 3 === 0)
			await db.activity.create({
				data: { userId: lan, companyId: id, type: 'call', subject: 'Gọi', at: new Date(Date.UTC(2026, n % 12, 1)) },
			});
	}
});

async function wholeList(params: SearchParams) {
	const pages = await Promise.all(
		[1, 2, 3, 4].map((page) =>
			listCompanies(lan, companyList.parse({ ...params, page: String(page) }), 'Asia/Ho_Chi_Minh'),
		),
	);
	return pages.flatMap(({ rows }) => rows);
}

describe('the list', () => {
	const keys: Record<string, (row: Awaited<ReturnType<typeof wholeList>>[number]) => string | number | null> = {
		name: ({ name }) =>
			name
				.normalize('NFD')
				.replace(/[\u0300-\u036f]/g, '')
				.replace('Đ', 'D')
				.toLowerCase(),
		industry: ({ industry }) => industry && (industry.toLowerCase().startsWith('t') ? 'thuy san' : 'bao bi'),
		size: ({ size }) => (size ? companySizes.indexOf(size) : null),
		contacts: ({ contacts }) => contacts,
		deals: ({ openDeals }) => openDeals,
		lastContact: ({ lastContactAt }) => lastContactAt?.getTime() ?? null,
		created: ({ createdAt }) => createdAt.getTime(),
	};

	test('every sort has its key here', () => {
		for (const sort of ['name', 'industry', 'size', 'contacts', 'deals', 'lastContact', 'created'] as const) {
			expect(companyList.parse({ sort: `${sort}.asc` }).sort).toBe(sort);
			expect(keys).toHaveProperty(sort);
		}
	});

	test.each(Object.keys(keys).flatMap((sort) => ['asc', 'desc'].map((direction) => [sort, direction])))(
		'by %s %s shows everybody once, in order, unknown values last',
		async (sort = '', direction = '') => {
			const rows = await wholeList({ sort: `${sort}.${direction}` });
			expect(new Set(rows.map(({ id }) => id)).size).toBe(45);
			const values = rows.map((row) => keys[sort]?.(row) ?? null);
			const known = values.filter((value) => value !== null);
			expect(values.slice(0, known.length)).toEqual(known);
			const sorted = known.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
			expect(known).toEqual(direction === 'asc' ? sorted : sorted.toReversed());
		},
	);

	test('filters narrow each other; within one filter any value will do', async () => {
		const { id: vip } = await db.tag.findFirstOrThrow({ where: { userId: lan } });
		expect(await wholeList({ tag: vip })).toHaveLength(22);
		const some = await wholeList({ tag: vip, size: ['1-10', '11-50', '51-200'], industry: 'THUY SAN' });
		expect(some.length).toBeGreaterThan(0);
		for (const { size, industry, tags } of some) {
			expect(['1-10', '11-50', '51-200']).toContain(size);
			expect(industry?.toLowerCase()).toBe('thủy sản');
			expect(tags.map(({ name }) => name)).toEqual(['VIP']);
		}
		expect(await wholeList({ tag: uuidv7() })).toEqual([]);
	});

	test('counts what it finds', async () => {
		const { count, rows } = await listCompanies(lan, companyList.parse({ q: 'dai phat' }), 'UTC');
		expect(count).toBe(15);
		expect(rows).toHaveLength(15);
	});

	test('knows the industries in use, whatever their case, once', async () => {
		expect((await listIndustries(lan)).map((industry) => industry.toLowerCase())).toEqual(['bao bì', 'thủy sản']);
	});
});

test('the picker offers what begins with the text before what holds it', async () => {
	const bao = await makeAccount('Trần Quốc Bảo');
	for (const name of ['Xưởng Sen', 'Sen Vàng', 'Hoa Sen', 'SÊN Đá'])
		await db.company.create({ data: { userId: bao, name } });
	expect((await findCompanyOptions(bao, 'sen')).map(({ name }) => name)).toEqual([
		'SÊN Đá',
		'Sen Vàng',
		'Hoa Sen',
		'Xưởng Sen',
	]);
});

describe('a form whose first answer was lost', () => {
	const id = uuidv7();
	const form = { ...plainCompany(id, 'Typo Ltd'), phone: '113' };

	test('is saved once, however often it comes', async () => {
		await act((tx) => companies.createCompany(tx, lan, form));
		expect(await act((tx) => companies.createCompany(tx, lan, form))).toMatchObject({ name: 'Typo Ltd' });
	});

	test('is not taken for saved once it was corrected', async () => {
		const corrected = { ...form, name: 'No Typo Ltd' };
		await expect(act((tx) => companies.createCompany(tx, lan, corrected))).rejects.toThrow(
			'“Typo Ltd” was saved by this form before',
		);
	});
});

test('a custom field that changes leaves the others as they are stored, also those that no field is of', async () => {
	const { id: field } = await db.field.create({
		data: { userId: lan, id: uuidv7(), kind: 'company', type: 'text', name: 'MST', place: 1 },
	});
	const before = { employees: 12, active: true, note: null, [field]: '0312' };
	const { id } = await db.company.create({ data: { userId: lan, name: 'Nhập khẩu', metadata: before } });
	const save = (was: string, value: string) =>
		act((tx) =>
			changeCompanyField(tx, lan, { id, was, change: { field: customName(field), value }, more: {} as never }),
		);
	const stored = async () =>
		(await db.company.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } })).metadata;
	await save('0312', '007');
	expect(await stored()).toEqual({ ...before, [field]: '007' });
	await save('007', '');
	expect(await stored()).toEqual({ employees: 12, active: true, note: null });
});
