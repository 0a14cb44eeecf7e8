import { beforeAll, expect, test } from 'vitest';
import { searchText } from '@/features/search/schema';
import { findRecords } from '@/features/search/server/search-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { makeDeal } from '../support/deals';

// What is answered from the latest records or from documents alone says the same as all of them would.

let lan: UserId;
let company: string;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	const day = (n: number) => new Date(Date.UTC(2026, 0, n));
	const made = { userId: lan, name: 'Nguyệt Anh', createdAt: day(1) };
	company = (await db.company.create({ data: made })).id;
	await db.company.createMany({
		data: Array.from({ length: 300 }, (_, n) => ({ userId: lan, name: `Cửa hàng ${n}`, createdAt: day(2) })),
	});
	await db.contact.createMany({
		data: Array.from({ length: 20 }, (_, n) => ({
			...{ userId: lan, companyId: company, name: `Trần Nguyệt ${n}`, createdAt: day(n + 1) },
		})),
	});
});

const found = async (q: string) => (await findRecords(lan, searchText.parse({ q }))).hits.map(({ name }) => name);

test('a typo is found among the latest of one kind, and of another kind among all', async () => {
	const hits = await found('nguyat');
	expect(hits.filter((name) => name.startsWith('Trần Nguyệt'))).toHaveLength(5);
	// not among the latest companies
	expect(hits).toContain('Nguyệt Anh');
	expect(await found('nguyat anh')).toContain('Nguyệt Anh');
	expect(await found('zzzz nguyat')).toEqual([]);
});

test('what is left out is looked for in names and in what documents say, whichever of both has the word', async () => {
	const deals = {
		'Kho lạnh Bình Minh': null,
		'Kho Hoa Sen': 'Họ muốn kho lạnh, trước mùa mưa',
		'Kho Đại Phát': 'Kho khô, không cần máy',
		'Hợp đồng năm': 'Thuê kho dài hạn',
		'Máy lạnh': 'Cho kho ở Cần Thơ',
		'Kho An Phú': null,
	};
	for (const [name, notes] of Object.entries(deals)) await makeDeal(lan, company, { name, ...(notes && { notes }) });
	const without = async (...refused: string[]) =>
		(await found(['kho', ...refused.map((text) => `-${text}`)].join(' '))).toSorted();
	const left = ['Hợp đồng năm', 'Kho An Phú', 'Kho Đại Phát'].toSorted();
	expect(await without('lanh')).toEqual(left);
	expect(await without('"kho lanh"')).toEqual([...left, 'Máy lạnh'].toSorted());
	expect(await without('lanh', 'thue')).toEqual(['Kho An Phú', 'Kho Đại Phát'].toSorted());
	expect(await without('lanh', 'thue', 'may')).toEqual(['Kho An Phú']);
	// a sign alone leaves nothing out
	expect(await without('lanh', '"…"')).toEqual(left);
});
