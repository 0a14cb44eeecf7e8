import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CustomField, customName, type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { namesInList, readFieldValue, type ValueStyle, valueText } from '@/domain/custom-fields/custom-values';
import type { MetadataValue } from '@/domain/custom-fields/metadata';
import { customFields } from '@/domain/field-definitions';
import { changeCompanyField } from '@/features/companies/server/company-field-mutations';
import { companyListOf } from '@/features/companies/server/company-list';
import { listCompanies } from '@/features/companies/server/company-queries';
import { changeFieldType } from '@/features/fields/server/change-type-mutations';
import { setField } from '@/features/fields/server/set-field-mutations';
import { findTypeOutlook } from '@/features/fields/server/type-change-queries';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db, Prisma } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, acted, undo } from '../support/act';
import { insertMany } from '../support/many-rows';
import { snapshot } from '../support/snapshot';

const id = (n: number) => `0194f3a0-b7c8-7d1e-9a2b-${String(n).padStart(12, '0')}`;
const field = id(1);
const options = ['Hội chợ', 'Website', 'Referral'].map((name, n) => ({ id: id(20 + n), name }));
const records = { contact: id(30), company: id(40) };
const gone = id(99);
const style: ValueStyle = {
	locale: 'vi-VN',
	currency: 'VND',
	timeZone: 'Asia/Ho_Chi_Minh',
	weekStart: 1,
} as ValueStyle;

let lan: UserId;
let companies: string[];

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({ data: { userId: lan, locale: 'vi-VN', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh' } });
	await db.company.create({ data: { userId: lan, id: records.company, name: 'Thủy sản Bình Minh' } });
	await db.contact.create({
		data: { userId: lan, id: records.contact, companyId: records.company, name: 'Trần Quốc Bảo' },
	});
	await db.company.createMany({
		data: Array.from({ length: 15 }, (_, n) => ({ userId: lan, id: id(100 + n), name: `Công ty ${n}` })),
	});
	companies = Array.from({ length: 15 }, (_, n) => id(100 + n));
});
beforeEach(clear);

async function clear() {
	await db.$executeRaw`UPDATE company SET metadata = '{}' WHERE user_id = ${lan}::uuid AND metadata <> '{}'`;
	await db.field.deleteMany({ where: { userId: lan } });
}

async function define(type: FieldType) {
	await clear();
	await db.field.create({ data: { userId: lan, id: field, kind: 'company', type, name: 'Nguồn', place: 1 } });
	if (type === 'choice' || type === 'choices')
		await db.fieldOption.createMany({
			data: options.map((option, place) => ({ ...option, userId: lan, fieldId: field, place })),
		});
}

async function fill(values: MetadataValue[]) {
	await db.$executeRaw`
		UPDATE company c SET metadata = jsonb_build_object(${field}::text, v.value::jsonb)
		FROM unnest(${companies.slice(0, values.length)}::uuid[], ${values.map((each) => JSON.stringify(each))}::text[]) v (id, value)
		WHERE c.user_id = ${lan}::uuid AND c.id = v.id`;
}

const held = async (): Promise<(MetadataValue | undefined)[]> =>
	(await db.company.findMany({ where: { userId: lan, id: { in: companies } }, orderBy: { id: 'asc' } })).map(
		({ metadata }) => (metadata as Record<string, MetadataValue>)[field],
	);
const definition = async () => (await customFields(lan)).find((each) => each.id === field) as CustomField;
async function outlookOf(type: FieldType) {
	const outlook = await findTypeOutlook(lan, { id: field, type });
	if ('problem' in outlook) throw new Error(outlook.problem);
	return outlook;
}
const change = (type: FieldType, lost = 1_000) => acted((tx) => changeFieldType(tx, lan, { id: field, type, lost }));

/** A value as somebody reads it on the record's page. */
function shown(of: CustomField, value: MetadataValue): string {
	if (value === records.contact && of.type === 'contact') return 'Trần Quốc Bảo';
	if (value === records.company && of.type === 'company') return 'Thủy sản Bình Minh';
	return valueText(of, value, style);
}

const text = fc.oneof(
	fc.constantFrom('Freight', 'FREIGHT', ' freight', 'Kho lạnh; Vận tải', '12', '1.500', '1,5', '1500 USD', '2 tỷ', '0'),
	fc.constantFrom('31/12/2026', '29/02/2028', '2026-02-30', 'www.example.com', 'https://vd.vn/a', 'có', 'No', 'İ', 'i'),
	fc.constantFrom('Trần Quốc Bảo', 'Thủy sản Bình Minh', 'x'.repeat(81), `1${'0'.repeat(2_001)}`, 'a\nb', gone),
	fc.constantFrom(
		'constructor',
		'__proto__',
		'=HYPERLINK("x")',
		'<b>&amp;',
		'\u202e1',
		'\u200b',
		'😀',
		';',
		'é',
		'e\u0301',
	),
	fc.string({ maxLength: 30 }).filter((each) => !each.includes('\0') && each.isWellFormed()),
);
const drawn: Record<FieldType, fc.Arbitrary<MetadataValue>> = {
	text,
	long: text,
	link: fc.oneof(fc.constantFrom('https://example.com', 'https://bìnhminh.vn/a?b=1'), text),
	number: fc.oneof(fc.constantFrom(0, 1, -5, 1500.5, 123456789012345, 0.000001), fc.integer()),
	amount: fc.constantFrom('0 VND', '1500 VND', '1500.50 USD', '9999999999999.99 EUR', 'abc'),
	date: fc.constantFrom('2026-12-31', '2028-02-29', '1900-01-01', '2199-12-31', 'mai'),
	yes: fc.boolean(),
	choice: fc.constantFrom(...options.map((option) => option.id), gone),
	choices: fc.shuffledSubarray([...options.map((option) => option.id), gone]),
	contact: fc.constantFrom(records.contact, gone),
	company: fc.constantFrom(records.company, gone),
};

/** Whether a value that stayed says what it said before; `part` where it says less. */
function saysTheSame(from: CustomField, to: CustomField, before: MetadataValue, after: MetadataValue) {
	const [was, is] = [shown(from, before), shown(to, after)];
	const line = (each: string) => each.replace(/\s+/gu, ' ').trim().normalize('NFC');
	// as PostgreSQL has it, letter by letter: İ becomes i
	const folded = (each: string) => [...line(each)].map((letter) => [...letter.toLowerCase()][0]).join('');
	const parts = (each: string) => [...new Set(namesInList(each).map(folded).filter(Boolean))].toSorted();
	if (to.type === 'text' || to.type === 'long') return is === was;
	if (to.type === 'choices') return JSON.stringify(parts(is)) === JSON.stringify(parts(was));
	if (to.type === 'choice' || to.type === 'contact' || to.type === 'company') return folded(is) === folded(was);
	const read = readFieldValue(to, was, style);
	return 'value' in read && read.value === after;
}

const types = Object.keys(fieldTypes) as FieldType[];
const pairs = types.flatMap((from) => types.filter((to) => to !== from).map((to) => [from, to] as const));

describe('a field that gets another type', () => {
	test.each(pairs)('from %s to %s keeps what it says it keeps, and undo brings all of it back', async (from, to) => {
		await fc.assert(
			fc.asyncProperty(fc.array(drawn[from], { minLength: 1, maxLength: 15 }), async (values) => {
				await define(from);
				await fill(values);
				const [before, rows, was] = [await held(), await snapshot(lan), await definition()];
				const outlook = await outlookOf(to);
				const { changeSet, data } = await change(to, outlook.part + outlook.nothing);
				expect(data.lost).toBe(outlook.part + outlook.nothing);
				const [after, is] = [await held(), await definition()];
				expect(is.type).toBe(to);
				expect(is.options).toHaveLength(outlook.options);
				const counted = { whole: 0, part: 0, nothing: 0 };
				for (const [n, value] of before.entries()) {
					const now = after[n];
					if (value === undefined || [value].flat().length === 0 || value === '') continue;
					if (now === undefined && shown(was, value).trim() === '') continue;
					if (now === undefined) counted.nothing++;
					else if (saysTheSame(was, is, value, now)) counted.whole++;
					else counted.part++;
				}
				expect(counted).toEqual({ whole: outlook.whole, part: outlook.part, nothing: outlook.nothing });
				if (to === 'text' || to === 'long') expect(data.lost).toBe(0);
				if (counted.part > 0)
					expect([`${from} ${to}`]).toEqual([expect.stringMatching(/^choices choice$|^amount number$/)]);
				expect(outlook.examples.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(data.lost);
				expect(outlook.examples.length > 0).toBe(data.lost > 0);
				await undo(lan, changeSet);
				expect(await snapshot(lan)).toEqual(rows);
			}),
			{ numRuns: 2 },
		);
	});

	test('makes a list of the texts that are there, the most frequent first, and of 500 at the most', async () => {
		await define('text');
		await fill(['Website', 'Hội chợ', 'hội  chợ', 'Giới thiệu', 'HỘI CHỢ']);
		await change('choice');
		const { options: made } = await definition();
		expect(made.map(({ name }) => name)).toHaveLength(3);
		expect(new Set(await held())).toEqual(new Set([...made.map((each) => each.id), undefined]));
		await define('text');
		const many = async (count: number) => {
			await db.$executeRaw`DELETE FROM company WHERE user_id = ${lan}::uuid AND name LIKE 'Nhiều%'`;
			await insertMany(Prisma.sql`
				INSERT INTO company (user_id, id, name, metadata)
				SELECT ${lan}::uuid, gen_random_uuid(), 'Nhiều ' || n, jsonb_build_object(${field}::text, 'Nguồn ' || n) FROM generate_series(1, ${count}) n`);
		};
		await many(501);
		const refusal = 'This field has 501 different values, and a list can have 500 options.';
		await expect(outlookOf('choices')).rejects.toThrow(refusal);
		await expect(change('choice')).rejects.toThrow(refusal);
		expect(await definition()).toMatchObject({ type: 'text', options: [] });
		await many(500);
		await change('choice', 0);
		expect((await definition()).options).toHaveLength(500);
		await db.$executeRaw`DELETE FROM company WHERE user_id = ${lan}::uuid AND name LIKE 'Nhiều%'`;
	});

	test('has a filter on it match nothing where it does not fit any more, and again what it matched once that is undone', async () => {
		await define('text');
		await fill(['3702145678', 'không']);
		const found = async (condition: string) => {
			const list = await companyListOf(lan);
			return (await listCompanies(lan, list.parse({ f: `${customName(field)}.${condition}` }), 'UTC')).count;
		};
		const asked = () => Promise.all(['contains:2145', 'lacks:9', 'is:3702145678', 'filled', 'empty'].map(found));
		const all = 16;
		expect(await asked()).toEqual([1, all, 1, 2, all - 2]);
		const { changeSet } = await change('number');
		// what both can be asked for is asked for
		expect(await asked()).toEqual([0, 0, 1, 1, all - 1]);
		await undo(lan, changeSet);
		expect(await asked()).toEqual([1, all, 1, 2, all - 2]);
	});

	test('leaves behind what only its former type had', async () => {
		await define('date');
		await db.field.updateMany({
			where: { userId: lan },
			data: { reminds: 'yearly', remindDays: 7, defaultValue: '2026-12-31' },
		});
		await change('text');
		expect(await definition()).toMatchObject({ reminds: null, remindDays: null, defaultValue: '31/12/2026' });
		await db.field.updateMany({
			where: { userId: lan },
			data: { isUnique: true, checks: 'tax_code', defaultValue: 'abc' },
		});
		await change('amount');
		expect(await definition()).toMatchObject({ isUnique: false, checks: null, defaultValue: null });
	});

	test('in a time that is bounded with 20,000 values', async () => {
		await define('text');
		await insertMany(Prisma.sql`
			INSERT INTO company (user_id, id, name, metadata)
			SELECT ${lan}::uuid, gen_random_uuid(), 'Nhiều ' || n, jsonb_build_object(${field}::text, CASE WHEN n % 1000 = 0 THEN 'không ' || n ELSE n::text END)
			FROM generate_series(1, 20000) n`);
		const start = performance.now();
		expect(await outlookOf('number')).toMatchObject({ whole: 19_980, nothing: 20 });
		const { data } = await inChangeSet(
			{ id: crypto.randomUUID(), label: 'Test' },
			async (tx) => ({
				data: await changeFieldType(tx, lan, { id: field, type: 'number', lost: 20 }),
			}),
			{ isLong: true },
		);
		expect(data.lost).toBe(20);
		expect(performance.now() - start).toBeLessThan(120_000);
		await db.$executeRaw`DELETE FROM company WHERE user_id = ${lan}::uuid AND name LIKE 'Nhiều%'`;
	}, 300_000);
});

describe('two tabs', () => {
	/** Runs work in one transaction that ends when it is told to. */
	async function begun<Data>(work: Parameters<typeof act<Data>>[0]) {
		const [isDone, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const result = act(async (tx) => {
			const data = await work(tx);
			isDone.resolve();
			await end.promise;
			return data;
		});
		await isDone.promise;
		const finish = () => {
			end.resolve();
			return result;
		};
		return { finish };
	}
	const write = (value: string) => (tx: Parameters<Parameters<typeof act>[0]>[0]) =>
		setField(tx, lan, { kind: 'company', field, ids: companies.slice(0, 1), how: 'set', value });
	const inPlace = (value: string) =>
		act((tx) =>
			changeCompanyField(tx, lan, {
				id: companies[0] as string,
				was: '',
				change: { field: customName(field), value },
				more: {},
			}),
		);

	test('a value that is written while its type is looked at is not lost unsaid', async () => {
		await define('text');
		const other = await begun(write('abc'));
		const changed = change('number', 0);
		await other.finish();
		await expect(changed).rejects.toThrow('more of them would be lost: 1.');
		expect((await definition()).type).toBe('text');
		expect((await held())[0]).toBe('abc');
	});

	test('a value is read for the type that its field has got meanwhile', async () => {
		await define('text');
		const other = await begun((tx) => changeFieldType(tx, lan, { id: field, type: 'number', lost: 0 }));
		const [many, one] = [act(write('abc')), inPlace('abc')];
		const refused = expect(Promise.allSettled([many, one])).resolves.toMatchObject([
			{ status: 'rejected', reason: { fieldErrors: { value: 'Enter a number, such as 1500.' } } },
			{ status: 'rejected', reason: { fieldErrors: { value: 'Enter a number, such as 1500.' } } },
		]);
		await other.finish();
		await refused;
		expect((await held())[0]).toBeUndefined();
		await act(write('1.500'));
		expect((await held())[0]).toBe(1500);
	});

	test('two changes of one field follow each other', async () => {
		await define('text');
		await fill(['12', 'abc']);
		const results = await Promise.allSettled([change('number'), change('long'), change('date')]);
		expect(results.every(({ status }) => status === 'fulfilled')).toBe(true);
	});
});

test('an undo is refused, by name, where a converted value has changed since', async () => {
	await define('text');
	await fill(['12']);
	const { changeSet } = await change('number');
	await act((tx) => setField(tx, lan, { kind: 'company', field, ids: companies.slice(0, 1), how: 'set', value: '13' }));
	await expect(act((tx) => undoChangeSet(tx, lan, { id: changeSet }))).rejects.toThrow('“Công ty 0”');
});
