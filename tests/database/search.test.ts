import { beforeAll, describe, expect, test } from 'vitest';
import { searchText } from '@/features/search/schema';
import { findRecords } from '@/features/search/server/search-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { makeDeal } from '../support/deals';

let lan: UserId;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	const company = async (name: string, fields: { website?: string; email?: string; phone?: string } = {}) =>
		(await db.company.create({ data: { userId: lan, name, ...fields } })).id;
	const binhMinh = await company('Công ty Cổ phần Thủy sản Bình Minh', {
		website: 'https://binhminh.example.com',
		phone: '+84 24 3825 0001',
	});
	const globex = await company('Globex International', { email: 'office@globex.example.com' });
	await company('100% Cotton_Vải');
	await company('Minh Anh');
	const person = (name: string, fields: object = {}) =>
		db.contact.create({ data: { userId: lan, companyId: binhMinh, name, ...fields } });
	const đặng = await person('Văn Đặng', { jobTitle: 'Giám đốc', isDecisionMaker: true, phone: '0901 234 567' });
	await person('Trần Minh Anh', { email: 'minhanh@example.com' });
	await person('Nguyễn Thanh Hà', { metadata: { Zalo: '0987 654 321' } });
	await makeDeal(lan, globex, { name: 'Kho lạnh', value: '48000', currency: 'USD', stage: 'proposal' });
	await db.activity.create({
		data: {
			userId: lan,
			companyId: binhMinh,
			contactId: đặng.id,
			type: 'call',
			subject: 'Gửi báo giá',
			at: new Date(),
		},
	});
});

const find = async (q: string, userId = lan) => findRecords(userId, searchText.parse({ q }));
const names = async (q: string) => (await find(q)).hits.map(({ name }) => name);

describe('the search finds', () => {
	test.each([
		['dang van', ['Văn Đặng']],
		['ĐẶNG', ['Văn Đặng']],
		['Đặng Văn'.normalize('NFD'), ['Văn Đặng']],
		['0901234567', ['Văn Đặng']],
		['+84 901 234 567', ['Văn Đặng']],
		['234567', ['Văn Đặng']],
		['0987654321', ['Nguyễn Thanh Hà']],
		['giam doc', ['Văn Đặng']],
		['globex.example.com', ['Globex International']],
		['binhminh.example', ['Công ty Cổ phần Thủy sản Bình Minh']],
		['kho lanh', ['Kho lạnh']],
		['gia bao gui', ['Gửi báo giá']],
		['100%', ['100% Cotton_Vải']],
		['n_v', ['100% Cotton_Vải']],
	])('%s', async (q, expected) => expect(await names(q)).toEqual(expected));

	test('first what begins with it, then what has a word that does, then what holds it', async () => {
		const { hits } = await find('minh anh');
		expect(hits.filter(({ kind }) => kind === 'company').map(({ name }) => name)).toEqual(['Minh Anh']);
		expect((await find('minh')).hits.filter(({ kind }) => kind === 'company').map(({ name }) => name)).toEqual([
			'Minh Anh',
			'Công ty Cổ phần Thủy sản Bình Minh',
		]);
		expect((await find('inh')).hits.map(({ name }) => name)).toContain('Minh Anh');
	});

	test.each([
		['globax', 'Globex International'],
		['golbex', 'Globex International'],
		['lobex', 'Globex International'],
		['globex intrenational', 'Globex International'],
		['đnag van', 'Văn Đặng'],
		['nguyenn', 'Nguyễn Thanh Hà'],
		['thuyy', 'Công ty Cổ phần Thủy sản Bình Minh'],
	])('%s, a typo away, as %s', async (q, expected) => expect(await names(q)).toContain(expected));

	test('the company, the role and the mark of who decides', async () => {
		expect((await find('dang van')).hits[0]).toMatchObject({
			kind: 'contact',
			about: 'Giám đốc · Công ty Cổ phần Thủy sản Bình Minh',
			decides: true,
		});
		expect((await find('0901 234 567')).hits[0]?.why).toEqual({ label: 'Phone', text: '0901 234 567' });
		expect((await find('kho lanh')).hits[0]?.about).toBe('Proposal · $48,000 · Globex International');
	});

	test('without a text what was last worked on, each once', async () => {
		const { hits } = await find('   ');
		expect(hits[0]).toMatchObject({ kind: 'activity', name: 'Gửi báo giá' });
		expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
		expect(hits.length).toBe(8);
	});
});

describe('the search finds nothing, and says so', () => {
	test.each([
		['tag:', ['tag']],
		['"', []],
		['in: IS:"', ['in', 'is']],
	])('where %j is still to be typed: what was changed last, and what is missing', async (q, operators) => {
		const { hits, isLatest, unknown } = await find(q);
		expect({ hits: hits.length, isLatest }).toEqual({ hits: 8, isLatest: true });
		expect(unknown).toEqual(operators.map((operator) => ({ operator, value: '' })));
	});

	test.each([
		['stage:proposal tag:vip', ['tag']],
		['kho stage:proposal in:contacts', ['together']],
		['-kho', ['only left out']],
	])('for %j, which nothing can be called', async (q, operators) => {
		const { hits, isQuery, unknown } = await find(q);
		expect({ hits, isQuery }).toEqual({ hits: [], isQuery: true });
		expect(unknown.map(({ operator }) => operator)).toEqual(operators);
	});

	test.each(['zzzz', 'x'.repeat(10_000), '\\', "' OR 1=1 --", '%%', '__', '\u0000', '‮abc', '😀', 'ab cd ef gh ij kl'])(
		'for %j',
		async (q) => {
			const { hits, more } = await find(q);
			if (q === '\u0000') expect(hits).toHaveLength(8);
			else expect({ hits, more }).toEqual({ hits: [], more: [] });
		},
	);

	test('of another account', async () => {
		expect(await find('dang van', await makeAccount('Lê Văn Lạ'))).toMatchObject({ hits: [], more: [], opened: 0 });
		expect(await find('', await makeAccount('Lê Văn Lạ'))).toMatchObject({ hits: [], more: [], opened: 0 });
	});
});

test('of more than are shown the best stand first, and the list has all', async () => {
	const nam = await makeAccount('Trần Văn Nam');
	for (let n = 0; n < 9; n++) await db.company.create({ data: { userId: nam, name: `Công ty Sao Mai ${n}` } });
	await db.company.create({ data: { userId: nam, name: 'Sao Mai', createdAt: new Date('2001-01-01') } });
	const { hits, more } = await find('sao mai', nam);
	expect(hits).toHaveLength(5);
	expect(hits[0]?.name).toBe('Sao Mai');
	expect(more).toEqual(['company']);
});
