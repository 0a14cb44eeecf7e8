import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CustomField, type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { readFieldValue } from '@/domain/custom-fields/custom-values';
import type { Metadata } from '@/domain/custom-fields/metadata';
import { customFields } from '@/domain/field-definitions';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { dealFile } from '@/features/deals/server/deal-export-queries';
import { exportList } from '@/features/export/server/export-queries';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { defineField } from '../support/custom-fields';
import { textOf } from '../support/exports';
import { run } from '../support/import-files';
import { rounds } from '../support/rounds';

const types = Object.keys(fieldTypes) as FieldType[];
const kinds = ['company', 'contact', 'deal'] as const;
const files = { company: companyFile, contact: contactFile, deal: dealFile };
const style = { currency: 'VND', locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh' };

// what spreadsheets run, CSV and lists are made of, and names that an object has already
const words = [
	'=1+1',
	'"',
	';',
	',',
	"'",
	'\n',
	'a',
	'A',
	'Đ',
	'e\u0302\u0303',
	'😀',
	'constructor',
	'__proto__',
	' ',
	'-',
	'0',
];
const text = (most: number) => fc.string({ unit: fc.constantFrom(...words), minLength: 1, maxLength: most });
const line = (most: number) => text(most).map((each) => each.replaceAll('\n', ' ').trim() || 'x');
/** A value as it is typed; of lists, contacts and companies a number that picks some. */
const typed: Record<FieldType, fc.Arbitrary<string>> = {
	text: text(8),
	long: text(12),
	number: fc.constantFrom('0', '-1', '1,5', '1.234', '1,234', '123456789012345', '0,000001', '-999999999,999999'),
	amount: fc.constantFrom('0', '1.500', '1500,5 USD', '1,234 USD', '12 EUR', '9999999999999 VND', '0,01 USD'),
	date: fc.constantFrom('1/2/2026', '31/12/1999', '29/02/2028', '12/11/2199'),
	yes: fc.constantFrom('yes', 'no'),
	link: fc.constantFrom('example.com', 'http://a.example.com/x?y=1;2', 'https://www.example.com/"=1,"'),
	choice: fc.nat().map(String),
	choices: fc.nat().map(String),
	contact: fc.nat().map(String),
	company: fc.nat().map(String),
};
const field = fc.constantFrom(...types).chain((type) =>
	fc.record({
		type: fc.constant(type),
		kind: fc.constantFrom(...kinds),
		name: line(6),
		options: fc.uniqueArray(line(5), {
			minLength: 1,
			maxLength: 5,
			selector: (name) => name.normalize('NFC').toLowerCase(),
		}),
		values: fc.array(fc.option(typed[type]), { minLength: 3, maxLength: 3 }),
	}),
);

type Drawn = ReturnType<typeof field.generate>['value'];

/** Three companies, each with a contact and a deal; two contacts of different companies have one name. */
async function makeRecords(userId: UserId) {
	const companies = await db.company.createManyAndReturn({
		data: ['Sao Biển', 'Hoa Sen (Huế)', 'Bình Minh'].map((name) => ({ userId, name })),
	});
	const contacts = await db.contact.createManyAndReturn({
		data: ['Lê Nam', 'lê nam', 'Đặng Ánh'].map((name, n) => ({ userId, companyId: companies[n]?.id ?? '', name })),
	});
	const deals = await db.deal.createManyAndReturn({
		data: companies.map(({ id }, n) => ({
			userId,
			companyId: id,
			name: `Thương vụ ${n}`,
			currency: 'VND',
			value: 0,
			position: `a${n}`,
		})),
	});
	return { company: companies, contact: contacts, deal: deals };
}

/** Values without ids: options, contacts and companies by their names. */
async function typedValues(userId: UserId) {
	const fields = new Map((await customFields(userId)).map((each) => [each.id, each]));
	const contacts = await db.contact.findMany({ where: { userId }, include: { company: true } });
	const companies = await db.company.findMany({ where: { userId } });
	const names = new Map<unknown, string>([
		...contacts.map(({ id, name, company }) => [id, `${name} of ${company.name}`] as const),
		...companies.map(({ id, name }) => [id, name] as const),
		...[...fields.values()].flatMap(({ options }) => options.map(({ id, name }) => [id, name] as const)),
	]);
	const rows = await db.$queryRaw<{ kind: string; name: string; metadata: Metadata }[]>`
		SELECT 'company' AS kind, name, metadata FROM company WHERE user_id = ${userId}::uuid
		UNION ALL SELECT 'contact', p.name || ' of ' || c.name, p.metadata FROM contact p
			JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id WHERE p.user_id = ${userId}::uuid
		UNION ALL SELECT 'deal', name, metadata FROM deal WHERE user_id = ${userId}::uuid`;
	const inWords = (value: Metadata[string]) =>
		Array.isArray(value) ? value.map((id) => names.get(id) ?? id).sort() : (names.get(value) ?? value);
	return Object.fromEntries(
		rows.map(({ kind, name, metadata }) => [
			`${kind} ${name}`,
			Object.fromEntries(
				Object.entries(metadata).map(([id, value]) => [
					`${fields.get(id)?.type} ${fields.get(id)?.name}`,
					inWords(value),
				]),
			),
		]),
	);
}

/** The value that a drawn text stands for in a field; null where it stands for none. */
function pickedValue(made: CustomField, drawn: string, records: Awaited<ReturnType<typeof makeRecords>>) {
	const pick = Number(drawn);
	if (made.type === 'choice') return made.options[pick % made.options.length]?.id ?? null;
	if (made.type === 'choices') return made.options.filter((_, at) => ((pick % 31) + 1) & (2 ** at)).map(({ id }) => id);
	if (made.type === 'contact' || made.type === 'company') return records[made.type][pick % 3]?.id ?? null;
	// a field of one line is filled in by an input of one line
	const read = readFieldValue(made, made.type === 'text' ? drawn.replaceAll('\n', ' ') : drawn, style);
	return 'value' in read ? (read.value ?? null) : null;
}

async function fill(userId: UserId, drawn: Drawn[]): Promise<number> {
	const records = await makeRecords(userId);
	const fields = await customFields(userId);
	let filled = 0;
	for (const kind of kinds)
		for (const [n, { id }] of records[kind].entries()) {
			const values = drawn.flatMap(({ name, values, ...each }) => {
				const made = fields.find((one) => one.kind === kind && each.kind === kind && one.name === name);
				const value = made && values[n] != null ? pickedValue(made, values[n], records) : null;
				return made && value !== null && !(Array.isArray(value) && value.length === 0) ? [[made.id, value]] : [];
			});
			filled += values.length;
			await db.$executeRaw`
				UPDATE ${Prisma.raw(kind)} SET metadata = ${JSON.stringify(Object.fromEntries(values))}::jsonb
				WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
		}
	return filled;
}

async function define(userId: UserId, drawn: Drawn[], hasOptions: boolean) {
	for (const { kind, type, name, options } of drawn)
		await defineField(userId, { kind, type, name, options: hasOptions && type.startsWith('choice') ? options : [] });
}

test('export, import into an account with the same fields and one without any: every value is what it was, of the same type', async () => {
	let filled = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.uniqueArray(field, {
				minLength: 1,
				maxLength: 14,
				selector: ({ kind, name }) => `${kind} ${name.normalize('NFC').toLowerCase()}`,
			}),
			fc.boolean(),
			async (listed, hasOptions) => {
				const drawn = listed.map((each) => ({
					...each,
					name: each.name.normalize('NFC').replace(/\s+/gu, ' '),
					options: each.options.map((option) => option.normalize('NFC').replace(/\s+/gu, ' ')),
				}));
				const lan = await makeAccount('Nguyễn Thị Lan');
				const [nam, ha] = [await makeAccount('Lê Nam'), await makeAccount('Trần Thu Hà')];
				for (const userId of [lan, nam, ha]) await db.settings.create({ data: { userId, ...style, weekStart: 1 } });
				await define(lan, drawn, true);
				await define(nam, drawn, hasOptions);
				filled += await fill(lan, drawn);
				// contacts make their companies, and fields of companies name contacts: those that are named come first
				for (const userId of [nam, ha]) {
					await makeRecords(userId);
					for (const kind of kinds) {
						const content = await textOf(await exportList(lan, files[kind], {}));
						const done = await run(userId, content, { keepsUnreadable: false, duplicates: all('fill') });
						expect(done.report).toMatchObject({ refused: 0, created: 0 });
					}
					expect(await typedValues(userId)).toEqual(await typedValues(lan));
				}
			},
		),
		{ numRuns: rounds(4), endOnFailure: true },
	);
	expect(filled).toBeGreaterThan(10);
}, 240_000);

const all = (policy: 'fill') => ({ email: policy, domain: policy, name: policy, unique: policy });
