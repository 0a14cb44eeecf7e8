import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { listOperators } from '@/domain/search/search-conditions';
import { activityList } from '@/features/activities/schema';
import { listActivities } from '@/features/activities/server/activity-queries';
import { companyList } from '@/features/companies/schema';
import { listCompanies } from '@/features/companies/server/company-queries';
import { contactList } from '@/features/contacts/schema';
import { listContacts } from '@/features/contacts/server/contact-queries';
import { dealList } from '@/features/deals/schema';
import { listDeals } from '@/features/deals/server/deal-queries';
import { findResults } from '@/features/search/server/search-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { read } from '@/lib/db/read';
import { type DocumentKind, foundInList } from '@/lib/list/document-sql';
import { makeAccount } from '../support/accounts';
import { defineField } from '../support/custom-fields';
import { makeSearchedAccount } from '../support/searched-account';

let lan: UserId;
let nameOf: Map<string, string>;

beforeAll(async () => {
	({ lan, nameOf } = await makeSearchedAccount());
});

const zone = 'Asia/Ho_Chi_Minh';
const settings = { timeZone: zone, locale: 'en-US', currency: 'VND', weekStart: 1 };

const lists = {
	companies: (q: string) => listCompanies(lan, companyList.parse({ q }), zone),
	contacts: (q: string) => listContacts(lan, contactList.parse({ q }), zone),
	deals: (q: string) => listDeals(lan, dealList.parse({ q, view: 'list' }), zone),
	activities: (q: string) => listActivities(lan, activityList.parse({ q }), settings),
};

const codes = (ids: string[]) => ids.map((id) => nameOf.get(id) ?? id).toSorted();

describe('the box of a list finds by all texts', () => {
	test.each([
		['companies', 'le loi can tho', ['C1']],
		['companies', 'warehouse', ['C7']],
		['companies', '"kho lạnh"', ['C1']],
		['companies', '"lạnh kho"', []],
		['companies', 'logistics -warehouse', ['C8']],
		['companies', '3702 145 678', ['C1']],
		['contacts', 'call nine', ['P6']],
		['contacts', '0987 654 321', ['P9']],
		['deals', 'daikin', ['D3']],
		['deals', 'kho lanh -daikin', ['D1']],
		['activities', 'thu sau', ['A3']],
		['activities', '"net 45"', ['A5']],
		['companies', 'tag:"khách quen"', ['C1']],
		['companies', 'binh minh -tag:"Khach quen"', ['C2']],
		['companies', 'tag:vip', []],
		['companies', 'stage:proposal', []],
		['contacts', 'is:decider', ['P1']],
		['contacts', 'minh is:left', ['P10']],
		['deals', 'is:overdue', ['D2']],
		['deals', 'stage:prop', ['D2', 'D5']],
		['deals', 'stage:"closed won" stage:closed_lost', ['D3', 'D4']],
		['deals', 'kho lanh -is:lost', ['D1']],
		['deals', 'kho lanh in:deals stage:', ['D1', 'D3']],
		['deals', 'kho lanh in:contacts', []],
	] as const)('%s: %s', async (list, q, expected) => {
		const { rows } = (await lists[list](q)) as unknown as { rows: { id: string }[] };
		expect(codes(rows.map(({ id }) => id))).toEqual(expected);
	});
});

test('asked by the indexes or row by row, a list has the same rows', async () => {
	const words = [
		'kho',
		'lanh',
		'binh',
		'minh',
		'cat',
		'lai',
		'bao',
		'gia',
		'lan',
		'tax',
		'3702',
		'an',
		'n',
		'le',
		'loi',
	];
	const word = fc.oneof(
		fc.constantFrom(...words),
		fc.constantFrom(...words).map((each) => `-${each}`),
		fc.constantFrom('"kho lanh"', '"cat lai"', '"gui bao"', '-"kho lanh"', '%', "'", '\\', '&', ':*', '"', 'tag:'),
		fc.constantFrom('tag:"khach quen"', '-tag:vip', 'stage:proposal', '-is:won', 'is:decider', 'in:deals', 'is:x'),
		fc.string({ maxLength: 6 }),
	);
	const asked = fc.record({
		kind: fc.constantFrom<DocumentKind[]>('company', 'contact', 'deal', 'activity'),
		q: fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
	});
	await fc.assert(
		fc.asyncProperty(asked, async ({ kind, q }) => {
			const list = { userId: lan, alias: 'r', kind, operators: listOperators(lan, kind, 'r') };
			const rows = async (by: 'index' | 'row') => {
				const found = await read<{ id: string }[]>`SELECT r.id FROM ${Prisma.raw(kind)} r
					WHERE r.user_id = ${lan}::uuid ${await foundInList(list, q, by)} ORDER BY r.id`;
				return codes(found.map(({ id }) => id));
			};
			expect(await rows('index')).toEqual(await rows('row'));
		}),
		{ numRuns: 150 },
	);
});

describe('the page of results', () => {
	const shown = async (address: Partial<Parameters<typeof findResults>[1]> & { q: string }, userId = lan) =>
		Object.fromEntries(
			(await findResults(userId, { page: 1, ...address })).kinds.map(({ kind, hits }) => [
				kind,
				hits.map(({ id }) => nameOf.get(id)),
			]),
		);

	test('has the best of each kind, or one kind', async () => {
		expect(await shown({ q: 'kho lanh' })).toEqual({
			company: ['C1'],
			contact: ['P1'],
			deal: ['D3', 'D1'],
			activity: ['A1', 'A2'],
			follow_up: ['F1'],
		});
		expect(await shown({ q: 'kho lanh', in: 'deals' })).toEqual({ deal: ['D3', 'D1'] });
		// beyond the last page, that is shown
		expect(await shown({ q: 'kho lanh', in: 'deals', page: 2 })).toEqual({ deal: ['D3', 'D1'] });
	});

	test('has what is a typo away where nothing else is there, follow-ups too', async () => {
		expect(await shown({ q: 'delivrey schedule' })).toEqual({ follow_up: ['F3'] });
		expect(await shown({ q: 'golbex', in: 'companies' })).toEqual({ company: ['C3'] });
		expect(await findResults(lan, { q: 'golbex', page: 1 })).toMatchObject({ isAlmost: true });
		expect(await findResults(lan, { q: 'globex', page: 1 })).not.toHaveProperty('isAlmost');
	});

	test('has what refers to a contact or company of that name, with the reason, also after a renaming', async () => {
		const { lan: ha } = await makeSearchedAccount();
		const field = await defineField(ha, { kind: 'company', type: 'contact', name: 'Người giới thiệu' });
		const company = await db.company.create({ data: { userId: ha, name: 'Sao Biển' } });
		const contact = await db.contact.create({ data: { userId: ha, companyId: company.id, name: 'Lê Minh Ánh' } });
		const metadata = { [field.id]: contact.id };
		await db.company.create({ data: { userId: ha, name: 'Gỗ Trường Thành', metadata } });
		const found = async (q: string) => {
			const { kinds } = await findResults(ha, { q, page: 1, in: 'companies' });
			return kinds.flatMap(({ hits }) => hits.map(({ name, why }) => [name, why && `${why.label}: ${why.text}`]));
		};
		expect(await found('le minh anh')).toEqual([['Gỗ Trường Thành', 'Người giới thiệu: Lê Minh Ánh']]);
		await db.contact.updateMany({ where: { userId: ha, id: contact.id }, data: { name: 'Phan Gia Huy' } });
		expect(await found('le minh anh')).toEqual([]);
		expect(await found('gia huy')).toEqual([['Gỗ Trường Thành', 'Người giới thiệu: Phan Gia Huy']]);
	});

	test('has nothing of another account, and nothing for what is not there', async () => {
		expect(await shown({ q: 'kho lanh' }, await makeAccount('Lê Văn Lạ'))).toEqual({});
		expect(await findResults(lan, { q: 'tag:xyz', page: 1 })).toMatchObject({
			kinds: [],
			unknown: [{ operator: 'tag', value: 'xyz' }],
		});
	});
});
