import { beforeEach, expect, test } from 'vitest';
import { type CustomField, type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { customFields } from '@/domain/field-definitions';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { exportList } from '@/features/export/server/export-queries';
import { newCustomField } from '@/features/fields/schema';
import { createField } from '@/features/fields/server/field-mutations';
import { restAsFields } from '@/features/import/components/target-fields';
import type { Target } from '@/features/import/row/import-fields';
import { beginRun } from '@/features/import/server/import-mutations';
import { getImport, listRefusals, previewFile } from '@/features/import/server/import-queries';
import { workOff } from '@/features/import/server/job-mutations';
import { undoImport } from '@/features/import/server/undo-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { defineField, namedFields } from '../support/custom-fields';
import { textOf } from '../support/exports';
import { check, inSet, run, upload } from '../support/import-files';
import { importedCompanies } from '../support/imported-records';

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const settings = { currency: 'VND', locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 };
const create = (name: string, type: FieldType): Target => ({ create: { name, type } });
const fieldsByName = async () =>
	new Map((await customFields(lan)).map((field) => [field.name, field] as [string, CustomField]));
const companies = async () => {
	const rows = await db.company.findMany({ where: { userId: lan }, orderBy: { name: 'asc' } });
	return Promise.all(rows.map(async (row) => ({ ...row, fields: await namedFields(lan, 'company', row.metadata) })));
};

const file = [
	'Company name,Ghi thêm,Lịch sử,Số xe,Giá trị,Ký ngày,Đã thăm,Nguồn,Quan tâm,Trang,Người dẫn,Công ty mẹ',
	'Sao Biển,=1+1,"một\nhai",12.5,1500.50 USD,31/12/2026,có,Hội chợ,Kho; Cảng,example.com,đặng thị ánh,BÌNH MINH',
	'Hoa Sen,x,y,nhiều,ba đồng,ngày mai,chắc,Web,,javascript:alert(1),Không Ai,Không Có',
	'',
].join('\n');
const targets: Target[] = [
	{ field: 'name' },
	...(Object.keys(fieldTypes) as FieldType[]).map((type) => create(`Mục ${type}`, type)),
];
// the columns in the order of the types
const ordered = ['text', 'long', 'number', 'amount', 'date', 'yes', 'choice', 'choices', 'link', 'contact', 'company'];

test('columns become new fields of all types, and what does not fit is kept beside them', async () => {
	expect(Object.keys(fieldTypes)).toEqual(ordered);
	const minh = await db.company.create({ data: { userId: lan, name: 'Bình Minh' } });
	const anh = await db.contact.create({ data: { userId: lan, companyId: minh.id, name: 'Đặng Thị Ánh' } });
	const done = await run(lan, file, { targets, dayOrder: 'dmy', decimalSign: '.' });
	const made = await fieldsByName();
	const of = (type: FieldType) => made.get(`Mục ${type}`) as CustomField;
	for (const type of ordered as FieldType[])
		expect(of(type)).toMatchObject({ type, kind: 'company', options: expect.any(Array) });
	const all = await companies();
	const [fair, web] = of('choice').options;
	const [storage, port] = of('choices').options;
	expect([fair?.name, web?.name, storage?.name, port?.name]).toEqual(['Hội chợ', 'Web', 'Kho', 'Cảng']);
	expect(all.find(({ name }) => name === 'Sao Biển')?.metadata).toEqual({
		...{ [of('text').id]: '=1+1', [of('long').id]: 'một\nhai', [of('number').id]: 12.5 },
		...{ [of('amount').id]: '1500.5 USD', [of('date').id]: '2026-12-31', [of('yes').id]: true },
		...{
			[of('choice').id]: fair?.id,
			[of('choices').id]: [storage?.id, port?.id],
			[of('link').id]: 'https://example.com',
		},
		...{ [of('contact').id]: anh.id, [of('company').id]: minh.id },
	});
	expect(all.find(({ name }) => name === 'Hoa Sen')?.fields).toEqual({
		...{ 'Mục text': 'x', 'Mục long': 'y', 'Mục choice': 'Web' },
		...{ 'Mục number (as imported)': 'nhiều', 'Mục amount (as imported)': 'ba đồng' },
		...{ 'Mục date (as imported)': 'ngày mai', 'Mục yes (as imported)': 'chắc' },
		...{ 'Mục link (as imported)': 'javascript:alert(1)' },
		...{ 'Mục contact (as imported)': 'Không Ai', 'Mục company (as imported)': 'Không Có' },
	});
	// what lists ask for is there as if the fields had been there before
	const kept = await db.fieldValue.findMany({ where: { userId: lan } });
	for (const { id, type } of made.values()) {
		const key = { where: { userId_id: { userId: lan, id } } };
		await db.field.update({ ...key, data: { type: type === 'yes' ? 'number' : 'yes' } });
		await db.field.update({ ...key, data: { type } });
	}
	const rebuilt = await db.fieldValue.findMany({ where: { userId: lan } });
	const sorted = (rows: typeof kept) => rows.map((row) => JSON.stringify(row)).sort();
	expect(kept.length).toBeGreaterThan(15);
	expect(sorted(kept)).toEqual(sorted(rebuilt));

	// undo takes the fields that nobody else uses
	await db.company.update({
		where: { userId_id: { userId: lan, id: minh.id } },
		data: { metadata: { [of('choice').id]: web?.id } as Record<string, string> },
	});
	await inSet((tx) => undoImport(tx, lan, { id: done.id }));
	const left = await fieldsByName();
	expect([...left.keys()]).toEqual(['Mục choice']);
	expect(left.get('Mục choice')?.options.map(({ name }) => name)).toContain('Web');
	expect((await companies()).map(({ name }) => name)).toEqual(['Bình Minh']);
}, 60_000);

test('a row with a value that does not fit is rejected where that is wanted, and a file of unknown columns leaves them out', async () => {
	const { settings: guessed } = await upload(lan, file);
	expect(guessed.targets).toEqual([{ field: 'name' }, ...Array.from({ length: 11 }, () => null)]);
	const some: Target[] = [{ field: 'name' }, null, null, create('Số', 'number'), null, create('Ký', 'date')];
	const checked = await check(lan, file, { targets: some, keepsUnreadable: false, dayOrder: 'dmy' });
	expect(await listRefusals(lan, checked.id, 10)).toEqual([
		{ line: 4, field: 'Số', reason: 'Enter a number, such as 1500.' },
	]);
	expect(await db.field.count({ where: { userId: lan } })).toBe(0);
});

test('columns go to the fields of the account by their names; lists get the options that are new', async () => {
	await db.settings.create({ data: { userId: lan, ...settings } });
	const source = await defineField(lan, { kind: 'company', type: 'choice', name: 'Nguồn khách', options: ['Hội chợ'] });
	const code = await defineField(lan, { kind: 'company', type: 'text', name: 'constructor' });
	const hidden = await defineField(lan, { kind: 'company', type: 'text', name: 'Cũ', isArchived: true });
	await defineField(lan, { kind: 'contact', type: 'text', name: 'Khác' });
	const content =
		'Company name,NGUON KHACH,Field: constructor,Field: Cũ,Cũ,Khác,__proto__\nSao Biển,hội chợ,1,2,3,4,5\nHoa Sen,Web,,,,,\n';
	const { settings: guessed, id } = await upload(lan, content);
	expect(guessed.targets).toEqual([
		{ field: 'name' },
		...[{ custom: source.id }, { custom: code.id }, { custom: hidden.id }, null, null, null],
	]);
	const preview = await previewFile(lan, id, guessed);
	expect(preview.columns.map(({ fieldName }) => fieldName).slice(4)).toEqual(['Cũ 2', 'Khác', '__proto__']);
	expect(preview.fields.map(({ name }) => name)).toEqual(['Nguồn khách', 'constructor', 'Cũ']);
	const done = await run(lan, content, { targets: guessed.targets.with(6, create('__proto__', 'number')) });
	const [hoaSen, saoBien] = await companies();
	expect(hoaSen?.fields).toEqual({ 'Nguồn khách': 'Web' });
	expect(Object.entries(saoBien?.fields ?? {})).toEqual([
		['Nguồn khách', 'Hội chợ'],
		['constructor', '1'],
		['Cũ', '2'],
		['__proto__', '5'],
	]);
	expect((await fieldsByName()).get('Nguồn khách')?.options.map(({ name }) => name)).toEqual(['Hội chợ', 'Web']);
	await inSet((tx) => undoImport(tx, lan, { id: done.id }));
	expect((await fieldsByName()).get('Nguồn khách')?.options.map(({ name }) => name)).toEqual(['Hội chợ']);
	expect(await db.field.count({ where: { userId: lan } })).toBe(4);
});

test('the types of new fields are guessed by the values', async () => {
	const columns: [string, FieldType, string[]][] = [
		['Ngày', 'date', ['31/12/2026', '1/2/2026', '', '05.03.2027']],
		['Xe', 'number', ['12', '1500', '3', '-4,5']],
		['Giá', 'amount', ['12 USD', '1,500.50 EUR', '3 VND', '7 usd']],
		['Thăm', 'yes', ['có', 'Không', 'yes', 'no']],
		['Nguồn', 'choice', ['Web', 'Hội chợ', 'Web', 'Web', 'Hội chợ', 'Web']],
		['Trang', 'link', ['https://a.example.com', 'www.b.example.com/x', '', '']],
		['Lời', 'long', ['a', 'một\nhai', '', '']],
		['MST', 'text', ['3702145678', '0312345678', '1', '2']],
		['Mã', 'text', ['1', '2', '3', '4']],
		['Số dài', 'text', ['1'.repeat(40), '2', '3', '4']],
		['Trống', 'text', ['', '', '', '']],
	];
	const lines = Array.from({ length: 6 }, (_, row) => [
		`Công ty ${row}`,
		...columns.map(([, , values]) => values[row] ?? ''),
	]);
	const csv = [['Company name', ...columns.map(([name]) => name)], ...lines]
		.map((cells) => cells.map((cell) => `"${cell}"`).join(','))
		.join('\n');
	const { id, settings: guessed } = await upload(lan, csv);
	const preview = await previewFile(lan, id, guessed);
	expect(preview.columns.slice(1).map(({ name, type }) => [name, type])).toEqual(
		columns.map(([name, type]) => [name, type]),
	);
});

test('a kind has at most 200 fields, and a list at most 500 options', async () => {
	const place = { userId: lan, kind: 'company', type: 'text' };
	await db.field.createMany({
		data: Array.from({ length: 199 }, (_, n) => ({ ...place, name: `Trường ${n}`, place: n })),
	});
	const csv = 'Company name,A,B\nHoa Sen,1,2\n';
	const both: Target[] = [{ field: 'name' }, create('A', 'text'), create('B', 'number')];
	const { report } = await check(lan, csv, { targets: both });
	expect(report?.problem).toMatch(/^You can have at most 200 custom fields of a kind\./);
	const rows = Array.from({ length: 502 }, (_, n) => `Công ty ${n},Lựa chọn ${n}`).join('\n');
	await run(lan, `Company name,A\n${rows}\n`, { targets: [{ field: 'name' }, create('Trường 5', 'choice')] });
	// that name is a text of the account
	expect((await fieldsByName()).get('Trường 5')).toMatchObject({ type: 'text', options: [] });
	await db.field.deleteMany({ where: { userId: lan, name: { in: ['Trường 10', 'Trường 11'] } } });
	await run(lan, `Company name,A\n${rows}\n`, { targets: [{ field: 'name' }, create('Nguồn', 'choice')] });
	expect((await fieldsByName()).get('Nguồn')?.options).toHaveLength(500);
	const left = (await companies()).flatMap(({ fields }) => fields['Nguồn (as imported)'] ?? []);
	expect(left.toSorted()).toEqual(['Lựa chọn 500', 'Lựa chọn 501']);
}, 60_000);

test('others define fields while an import runs, and a name that they take is not lost', async () => {
	await db.company.create({ data: { userId: lan, name: 'Hoa Sen' } });
	const checked = await check(lan, 'Company name,Zalo,Xe\nHoa Sen,hoasen,3\nSao Biển,saobien,4\n', {
		targets: [{ field: 'name' }, create('Zalo', 'text'), create('Xe', 'number')],
	});
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	let locked = () => {};
	const isLocked = new Promise<void>((resolve) => {
		locked = resolve;
	});
	const other = db.$transaction(
		async (tx) => {
			await tx.$executeRaw`SELECT FROM company WHERE user_id = ${lan}::uuid FOR UPDATE`;
			locked();
			await held;
		},
		{ timeout: 30_000 },
	);
	await isLocked;
	await inSet((tx) => beginRun(tx, lan, checked));
	const work = workOff(lan, checked.id);
	await expect
		.poll(
			async () =>
				(
					await db.$queryRaw<
						unknown[]
					>`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR NO KEY UPDATE%'`
				).length,
			{ timeout: 20_000 },
		)
		.toBeGreaterThan(0);
	for (const name of ['zalo', 'ZALO (2)']) {
		const field = newCustomField.parse({
			...{ id: crypto.randomUUID(), kind: 'company', type: 'number', name },
			...{ help: '', inList: null, options: '[]' },
		});
		await inSet((tx) => createField(tx, lan, field));
	}
	release();
	await Promise.all([other, work]);
	expect(await getImport(lan, checked.id)).toMatchObject({ status: 'done' });
	expect((await companies()).map(({ fields }) => fields)).toEqual([
		{ 'Zalo (3)': 'hoasen', Xe: '3' },
		{ 'Zalo (3)': 'saobien', Xe: '4' },
	]);
	expect([...(await fieldsByName()).values()].map(({ name, type }) => [name, type])).toEqual([
		['zalo', 'number'],
		['ZALO (2)', 'number'],
		['Zalo (3)', 'text'],
		['Xe', 'number'],
	]);
}, 60_000);

test('sixty columns that are left out become sixty fields, and digits that a spreadsheet would change stay', async () => {
	const names = Array.from({ length: 60 }, (_, at) => `Prop ${at}`);
	const content = `Company name,${names.join(',')}\nSao Mai,${names.map(() => '0012').join(',')}\n`;
	const { id, settings: guessed } = await upload(lan, content);
	const { targets: all } = restAsFields(guessed.targets, await previewFile(lan, id, guessed));
	expect((await run(lan, content, { targets: all })).report).toMatchObject({ created: 1, refused: 0 });
	expect(await companies()).toMatchObject([{ fields: Object.fromEntries(names.map((name) => [name, '0012'])) }]);
});

test('an export keeps the digits and signs of texts that spreadsheets change, and brings them back', async () => {
	const content = [
		'Company name,Phone,Mã số thuế,Account no,Since,Industry',
		'=1+1 Ltd,0912345670,0100000009,1234567890123456780,03/04/2026,Retail',
		'-Elm Co,+84 912 345 670,0100000008-001,0012,2026-04-03,"=HYPERLINK(""http://x.example.com"")"',
		'1-2,024 3800 0001,007,1E5,1/2,3-4',
	].join('\n');
	const { id, settings: guessed } = await upload(lan, content);
	const { targets: all } = restAsFields(guessed.targets, await previewFile(lan, id, guessed));
	await run(lan, content, { targets: all });
	const text = await textOf(await exportList(lan, companyFile, {}));
	const ha = await makeAccount('Trần Thu Hà');
	expect((await run(ha, text)).report).toMatchObject({ created: 3, refused: 0 });
	expect(await importedCompanies(ha)).toEqual(await importedCompanies(lan));
	expect(await importedCompanies(ha)).toMatchObject([
		{ name: '-Elm Co', fields: { 'Mã số thuế': '0100000008-001', 'Account no': '0012', Since: '2026-04-03' } },
		{ name: '1-2', industry: '3-4', fields: { 'Mã số thuế': '007', 'Account no': '1E5', Since: '1/2' } },
		{ name: '=1+1 Ltd', phones: ['0912345670'], fields: { 'Account no': '1234567890123456780', Since: '03/04/2026' } },
	]);
});
