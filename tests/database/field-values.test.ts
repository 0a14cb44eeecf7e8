import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { customName, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { changeCompanyField } from '@/features/companies/server/company-field-mutations';
import { createFieldOfRecord } from '@/features/fields/server/field-of-record-mutations';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db, Prisma, type Tx } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const nouns = ['company', 'contact', 'deal', 'activity'] as const;
type Noun = (typeof nouns)[number];
const types = Object.keys(fieldTypes);

const everyRecord = Prisma.raw(
	nouns.map((kind) => `SELECT '${kind}' AS kind, user_id, id, metadata FROM ${kind}`).join(' UNION ALL '),
);

/** What field_value has of an account, and what it would have were it made anew. */
async function bothOf(userId: UserId) {
	const [present, made] = await Promise.all([
		db.$queryRaw<object[]>`
			SELECT v.field_id, v.record_id, v.place, v.text_key, v.num, v.currency, v.day, v.yearly, v.ref, v.match_key
			FROM field_value v WHERE v.user_id = ${userId}::uuid ORDER BY 1, 2, 3`,
		db.$queryRaw<object[]>`
			SELECT f.id AS field_id, r.id AS record_id, v.place, v.text_key, v.num::numeric(21, 6) AS num, v.currency, v.day, v.yearly, v.ref, v.match_key
			FROM (${everyRecord}) r JOIN field f ON f.user_id = r.user_id AND f.kind = r.kind
			CROSS JOIN LATERAL field_values(f.type, f.reminds, f.is_unique, r.metadata -> f.id::text) v
			WHERE r.user_id = ${userId}::uuid AND r.metadata ? f.id::text ORDER BY 1, 2, 3`,
	]);
	return { present, made };
}

const value = fc.oneof(
	fc.constantFrom<unknown>(
		'',
		'Đặng Ánh',
		'2026-02-29',
		'2028-02-29',
		'1500.50 VND',
		'-3 USD',
		true,
		false,
		null,
		12.5,
		-0,
	),
	fc.constantFrom<unknown>(
		1e300,
		'00000000-0000-7000-8000-000000000001',
		[],
		['00000000-0000-7000-8000-000000000002', 7, null],
		{ a: 1 },
	),
	fc.string({ maxLength: 30 }).map((text) => text.replaceAll('\0', '').toWellFormed()),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** What may be done: each takes some numbers by which it chooses among what is there. */
const step = fc.record({
	what: fc.constantFrom(
		...[
			'fill',
			'fill',
			'fill',
			'fillAll',
			'empty',
			'deleteRecord',
			'makeRecord',
			'makeField',
			'changeType',
			'deleteField',
			'undo',
			'undo',
		],
	),
	n: fc.nat(1_000),
	value,
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const one = <T>(rows: T[], n: number): T | undefined => rows[n % Math.max(1, rows.length)];

async function makeRecord(tx: Tx, userId: UserId, noun: Noun, metadata: object) {
	const id = uuidv7();
	const own = JSON.stringify(metadata);
	const company = await tx.company.findFirst({ where: { userId }, select: { id: true } });
	if (noun === 'company' || !company)
		return tx.$executeRaw`INSERT INTO company (user_id, id, name, metadata) VALUES (${userId}::uuid, ${id}::uuid, 'Bình Minh', ${own}::jsonb)`;
	if (noun === 'contact')
		return tx.$executeRaw`
			INSERT INTO contact (user_id, id, company_id, name, metadata) VALUES (${userId}::uuid, ${id}::uuid, ${company.id}::uuid, 'Lê Nam', ${own}::jsonb)`;
	if (noun === 'deal')
		return tx.$executeRaw`
			INSERT INTO deal (user_id, id, company_id, name, value, currency, position, metadata)
			VALUES (${userId}::uuid, ${id}::uuid, ${company.id}::uuid, 'Kho', 1, 'VND', ${`a0${id.replaceAll('-', '')}V`}, ${own}::jsonb)`;
	return tx.$executeRaw`
		INSERT INTO activity (user_id, id, company_id, type, subject, at, metadata)
		VALUES (${userId}::uuid, ${id}::uuid, ${company.id}::uuid, 'note', 'Ghi chú', now(), ${own}::jsonb)`;
}

const deep = (tx: Tx, userId: UserId, field: string) =>
	Promise.all(
		nouns.map(
			(noun) => tx.$executeRaw`
				UPDATE ${Prisma.raw(noun)} SET metadata = metadata - ${field}::text
				WHERE user_id = ${userId}::uuid AND metadata ? ${field}::text`,
		),
	);

async function act(tx: Tx, userId: UserId, { what, n, value: own }: Step): Promise<unknown> {
	const fields = await tx.field.findMany({ where: { userId }, orderBy: { place: 'asc' } });
	const noun = nouns[n % 4] as Noun;
	const field = one(
		fields.filter(({ kind }) => kind === noun),
		n,
	);
	const table = Prisma.raw(noun);
	const records = await tx.$queryRaw<
		{ id: string }[]
	>`SELECT id FROM ${table} WHERE user_id = ${userId}::uuid ORDER BY id`;
	const record = one(records, n)?.id;
	const json = JSON.stringify(own ?? null);
	switch (what) {
		case 'fill':
			return (
				field &&
				tx.$executeRaw`
					UPDATE ${table} SET metadata = metadata || jsonb_build_object(${field.id}::text, ${json}::jsonb)
					WHERE user_id = ${userId}::uuid AND id = ${record ?? null}::uuid`
			);
		case 'fillAll':
			return (
				field &&
				tx.$executeRaw`
					UPDATE ${table} SET metadata = metadata || jsonb_build_object(${field.id}::text, ${json}::jsonb, 'của ai', 'x')
					WHERE user_id = ${userId}::uuid`
			);
		case 'empty':
			return tx.$executeRaw`UPDATE ${table} SET metadata = '{}' WHERE user_id = ${userId}::uuid AND id = ${record ?? null}::uuid`;
		case 'deleteRecord':
			return tx.$executeRaw`DELETE FROM ${table} WHERE user_id = ${userId}::uuid AND id = ${record ?? null}::uuid`;
		case 'makeRecord':
			return makeRecord(tx, userId, noun, field ? { [field.id]: own, 'không có': 1 } : {});
		case 'makeField':
			return tx.field.create({
				data: {
					userId,
					kind: noun,
					type: types[n % types.length] ?? 'text',
					name: uuidv7(),
					place: fields.length + 1,
					isUnique: false,
				},
			});
		case 'changeType': {
			const type = types[n % types.length] ?? 'text';
			const reminds =
				type === 'date' && n % 2 ? { reminds: 'yearly', remindDays: 7 } : { reminds: null, remindDays: null };
			const data = { type, ...reminds, isUnique: n % 3 === 0 && ['text', 'number', 'link'].includes(type) };
			return field && tx.field.update({ where: { userId_id: { userId, id: field.id } }, data });
		}
		default:
			if (!field) return;
			await deep(tx, userId, field.id);
			return tx.field.delete({ where: { userId_id: { userId, id: field.id } } });
	}
}

test('what is searched by is what the records hold, whatever is done and undone', async () => {
	let filled = 0;
	let undone = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 25 }), async (steps) => {
			const userId = await makeAccount('Trần Minh');
			const sets: string[] = [];
			await inChangeSet({ id: uuidv7(), label: 'Begin' }, async (tx) => {
				for (const [place, type] of types.entries())
					await tx.field.create({ data: { userId, kind: nouns[place % 4] ?? 'deal', type, name: type, place } });
				for (const noun of nouns) await makeRecord(tx, userId, noun, {});
			});
			for (const each of steps) {
				const id = uuidv7();
				if (each.what === 'undo') {
					const set = sets.splice(-1 - (each.n % 2), 1)[0];
					// a later change may stand in the way
					const run = inChangeSet({ id, label: 'Undo' }, (tx) => undoChangeSet(tx, userId, { id: set ?? id }));
					if (await run.then(() => true).catch((error: Error) => error.name !== 'Refusal' && Promise.reject(error)))
						undone++;
				} else {
					await inChangeSet({ id, label: each.what }, (tx) => act(tx, userId, each));
					sets.push(id);
				}
				const { present, made } = await bothOf(userId);
				expect(present).toEqual(made);
				filled += present.length;
			}
		}),
		{ numRuns: 25, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
	);
	expect(filled).toBeGreaterThan(60);
	expect(undone).toBeGreaterThan(5);
}, 120_000);

test('a field is deleted with its values, and an undo brings back both', async () => {
	const ids = { company: uuidv7(), field: uuidv7(), deleted: uuidv7() };
	const text = { userId: lan, id: ids.field, kind: 'company', type: 'text', name: 'Mã số thuế', place: 1 };
	await db.field.create({ data: text });
	await db.company.create({
		data: { userId: lan, id: ids.company, name: 'Hoa Sen', metadata: { [ids.field]: '3702 145' } },
	});
	await expect(db.field.delete({ where: { userId_id: { userId: lan, id: ids.field } } })).rejects.toThrow(
		/foreign key/i,
	);
	await inChangeSet({ id: ids.deleted, label: 'Delete field' }, async (tx) => {
		await deep(tx, lan, ids.field);
		await tx.field.delete({ where: { userId_id: { userId: lan, id: ids.field } } });
	});
	expect(await db.fieldValue.count({ where: { userId: lan } })).toBe(0);
	await inChangeSet({ id: uuidv7(), label: 'Undo' }, (tx) => undoChangeSet(tx, lan, { id: ids.deleted }));
	expect(await db.fieldValue.findMany({ where: { userId: lan } })).toMatchObject([
		{ fieldId: ids.field, recordId: ids.company, textKey: '3702 145' },
	]);
});

test('a field is made on a record with its value, and one undo takes both back', async () => {
	const ids = { company: uuidv7(), other: uuidv7(), field: uuidv7(), made: uuidv7(), again: uuidv7() };
	for (const id of [ids.company, ids.other]) await db.company.create({ data: { userId: lan, id, name: 'Hoa Sen' } });
	const described = { help: null, inList: false, options: [] };
	const value = '3702 145 678';
	const undo = (id: string) => inChangeSet({ id: uuidv7(), label: 'Undo' }, (tx) => undoChangeSet(tx, lan, { id }));
	await inChangeSet({ id: ids.made, label: 'Create field' }, (tx) =>
		createFieldOfRecord(tx, lan, {
			...{ id: ids.field, kind: 'company', type: 'text', name: 'Mã số thuế', ...described },
			...{ recordId: ids.company, value },
		}),
	);
	expect(await db.field.findMany({ where: { userId: lan } })).toMatchObject([
		{ kind: 'company', type: 'text', name: 'Mã số thuế' },
	]);
	// as long as another record has a value, the field stays
	const change = { field: customName(ids.field), value };
	await inChangeSet({ id: ids.again, label: 'Edit company' }, (tx) =>
		changeCompanyField(tx, lan, { id: ids.other, was: '', change, more: {} as never }),
	);
	expect(await db.fieldValue.count({ where: { userId: lan } })).toBe(2);
	await expect(undo(ids.made)).rejects.toMatchObject({ name: 'Refusal' });
	await undo(ids.again);
	await undo(ids.made);
	expect(await db.field.count({ where: { userId: lan } })).toBe(0);
	expect(await db.company.findMany({ where: { userId: lan, NOT: { metadata: { equals: {} } } } })).toEqual([]);
});

test('an account goes with its fields and their values', async () => {
	const field = uuidv7();
	await db.field.create({ data: { userId: lan, id: field, kind: 'contact', type: 'text', name: 'Zalo', place: 1 } });
	const company = await db.company.create({ data: { userId: lan, name: 'Hoa Sen' } });
	await db.contact.create({ data: { userId: lan, companyId: company.id, name: 'Lê Nam', metadata: { [field]: '1' } } });
	await db.user.delete({ where: { id: lan } });
	expect(await db.fieldValue.count({ where: { userId: lan } })).toBe(0);
});

test.each([
	['text', 'Đặng Ánh', { text_key: 'dang anh' }],
	['text', '', undefined],
	['text', 12.5, { text_key: '12.5' }],
	['number', 1500.25, { num: '1500.250000' }],
	['number', '1500', undefined],
	['number', 1e300, undefined],
	['amount', '1500.50 VND', { num: '1500.500000', currency: 'VND' }],
	['amount', '1500.50', undefined],
	['date', '2028-02-29', { day: '2028-02-29', yearly: 229 }],
	['date', '2026-02-29', undefined],
	['date', '2026-13-01', undefined],
	['yes', true, { num: '1.000000' }],
	['yes', false, { num: '0.000000' }],
	['choice', '00000000-0000-7000-8000-000000000001', { ref: '00000000-0000-7000-8000-000000000001' }],
	['choice', 'Hội chợ', undefined],
	['choices', ['00000000-0000-7000-8000-000000000001', 'x'], { place: 0 }],
	['choices', '00000000-0000-7000-8000-000000000001', undefined],
	['link', 'https://x.example.com', { text_key: 'https://x.example.com' }],
	['link', { not: 'text' }, undefined],
])('a field of %s that holds %j is searched by %j', async (type, stored, expected) => {
	const rows = await db.$queryRaw<object[]>`
		SELECT v.place, v.text_key, v.num::numeric(21, 6)::text AS num, v.currency, v.day::text AS day, v.yearly, v.ref::text AS ref
		FROM field_values(${type}, 'yearly', false, ${JSON.stringify(stored)}::jsonb) v`;
	expect(rows).toMatchObject(expected ? [expected] : []);
	expect(rows).toHaveLength(expected ? 1 : 0);
});
