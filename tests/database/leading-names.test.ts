import { beforeAll, describe, expect, test, vi } from 'vitest';
import { contactList } from '@/features/contacts/schema';
import { listContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma, pool } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { insertMany } from '../support/many-rows';

// A search for a word with which more than 10,000 names begin takes another way than others, to the same rows.

let lan: UserId;

/** People who match otherwise, or nearly: some stand before the Nguyễns in the order of names, some after. */
const others: [name: string, email: string | null][] = [
	['Ánh Nguyên', null],
	['Bùi Văn Nguyên', 'bui@example.com'],
	['Bùi Văn Lan', 'nguyen.lan@example.com'],
	['Ng-uyễn Thị Gạch', null],
	['Nguy Văn Khánh', 'khanh.nguyen@example.com'],
	['Nguy', 'nguyen@example.com'],
	['Nguyễnova', null],
	['Nguyệt', 'nguyet.nguyen@example.com'],
	['nguyz', 'x-nguyen@example.com'],
	['Ngô Văn Khác', 'khac@example.com'],
	['Vũ Nguyên', null],
	['Ỷ Lan', 'ylan-nguyen@example.com'],
];

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	const stranger = await makeAccount('Lê Văn Lạ');
	for (const [userId, many] of [[lan, 10_050] as const, [stranger, 20] as const]) {
		const { id } = await db.company.create({ data: { userId, name: 'Đông Á' } });
		await insertMany(
			Prisma.sql`
				INSERT INTO contact (user_id, id, company_id, name)
				SELECT ${userId}::uuid, gen_random_uuid(), ${id}::uuid, 'Nguyễn ' || (ARRAY['Văn', 'Thị', 'Minh'])[1 + n % 3] || ' ' || n % 500
				FROM generate_series(1, ${many}::int) n`,
			Prisma.sql`
				INSERT INTO contact (user_id, id, company_id, name, email)
				SELECT ${userId}::uuid, gen_random_uuid(), ${id}::uuid, o.name, o.email
				FROM unnest(${others.map(([name]) => name)}::text[], ${others.map(([, email]) => email)}::text[]) o (name, email)`,
		);
	}
	await insertMany(Prisma.sql`ANALYZE contact`);
}, 120_000);

const plainly = (direction: 'asc' | 'desc', page: number) =>
	db.$queryRawUnsafe<{ id: string }[]>(
		`SELECT id FROM contact WHERE user_id = $1::uuid AND search LIKE '%nguyen%'
		ORDER BY name_key ${direction}, id ${direction} LIMIT 20 OFFSET $2::int`,
		lan,
		(page - 1) * 20,
	);

describe.each(['asc', 'desc'] as const)('by name, %s', (direction) => {
	test.each([1, 2, 3, 250, 500])('page %i has the rows of plain SQL', async (page) => {
		const query = vi.spyOn(pool, 'query');
		const found = await listContacts(
			lan,
			contactList.parse({ q: 'Nguyễn', sort: `name.${direction}`, page: String(page) }),
			'UTC',
		);
		expect(
			query.mock.calls.some(([config]) => (config as unknown as { text: string }).text.includes('before AS')),
		).toBe(true);
		vi.restoreAllMocks();
		expect(found.rows.map(({ id }) => id)).toEqual((await plainly(direction, page)).map(({ id }) => id));
		expect(found).toMatchObject({ count: 10_001, page, more: true });
	});
});

test('the first page begins with who matches otherwise and stands before them', async () => {
	const names = async (sort: string) =>
		(await listContacts(lan, contactList.parse({ q: 'nguyen', sort }), 'UTC')).rows.map(({ name }) => name);
	expect((await names('name.asc')).slice(0, 7)).toEqual([
		'Ánh Nguyên',
		'Bùi Văn Lan',
		'Bùi Văn Nguyên',
		'Ng-uyễn Thị Gạch',
		'Nguy',
		'Nguy Văn Khánh',
		'Nguyễn Minh 0',
	]);
	expect((await names('name.desc')).slice(0, 5)).toEqual(['Ỷ Lan', 'Vũ Nguyên', 'nguyz', 'Nguyệt', 'Nguyễnova']);
});

test.each([
	['two words', { q: 'nguyen van' }],
	['a filter', { q: 'nguyen', decides: 'yes' }],
	['a word that few names begin with', { q: 'khanh' }],
	['another order', { q: 'nguyen', sort: 'created.asc' }],
])('%s take the usual way', async (_, params) => {
	const query = vi.spyOn(pool, 'query');
	await listContacts(lan, contactList.parse(params), 'UTC');
	expect(query.mock.calls.some(([config]) => (config as unknown as { text: string }).text.includes('before AS'))).toBe(
		false,
	);
	vi.restoreAllMocks();
});
