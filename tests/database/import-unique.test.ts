import { beforeEach, expect, test } from 'vitest';
import { listRefusals } from '@/features/import/server/import-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { defineField, namedFields } from '../support/custom-fields';
import { check, run } from '../support/import-files';

let lan: UserId;
let taxCode: string;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	taxCode = (await defineField(lan, { kind: 'company', type: 'text', name: 'Tax code', isUnique: true })).id;
	await company('Thủy sản Bình Minh', '3702145678');
	await company('Đại Phát', '0312345678');
});

const company = async (name: string, code?: string, fields: object = {}) =>
	(
		await db.company.create({
			data: { userId: lan, name, ...(code && { metadata: { [taxCode]: code } }), ...fields },
		})
	).id;

async function companies() {
	const rows = await db.company.findMany({ where: { userId: lan }, orderBy: { nameKey: 'asc' } });
	return Promise.all(
		rows.map(async ({ name, address, metadata }) => [
			name,
			address,
			(await namedFields(lan, 'company', metadata))['Tax code'] ?? null,
		]),
	);
}

test('a company is recognized by its tax code, however it is written and whatever the row calls it', async () => {
	const file =
		'Company name,Tax code,Address\nCTCP Bình Minh,3702 145 678,Cần Thơ\nSao Biển,1,Huế\nSao Biển 2,1,Vinh\n';
	const done = await run(lan, file);
	expect(done.report).toMatchObject({ created: 1, merged: 2, skipped: 0, refused: 0, twins: { unique: 2 } });
	expect(await companies()).toEqual([
		['Đại Phát', null, '0312345678'],
		['Sao Biển', 'Huế', '1'],
		['Thủy sản Bình Minh', 'Cần Thơ', '3702145678'],
	]);
	// the same as a check says beforehand
	expect(done.checked).toMatchObject({ created: 1, merged: 2, refused: 0, twins: { unique: 2 } });

	const again = await run(lan, file, { duplicates: { ...done.settings.duplicates, unique: 'create' } });
	expect(again.report).toMatchObject({ created: 2, skipped: 1, twins: { name: 1 } });
});

test('nobody else’s record is found by a unique field', async () => {
	const stranger = await makeAccount('Lê Văn Lạ');
	await defineField(stranger, { kind: 'company', type: 'text', name: 'Tax code', isUnique: true });
	const done = await run(stranger, 'Company name,Tax code\nThủy sản,3702145678\n');
	expect(done.report).toMatchObject({ created: 1, merged: 0, twins: {} });
	expect(await companies()).toHaveLength(2);
});

test('a row whose name says one company and whose tax code another is refused, and says which', async () => {
	const checked = await check(
		lan,
		'Company name,Tax code,Address\nĐại Phát,3702145678,Huế\nĐại Phát,0312345678,Vinh\n',
	);
	expect(checked.report).toMatchObject({ created: 0, merged: 1, refused: 1 });
	expect(await listRefusals(lan, checked.id, 10)).toEqual([
		{
			line: 2,
			field: 'Tax code',
			reason:
				'By “Tax code” this is “Thủy sản Bình Minh”, by the name another record, “Đại Phát”. Correct the row, or merge the two, and import it again.',
		},
	]);

	// of two that have the name, the tax code says which
	await company('Đại Phát', '999');
	const done = await run(lan, 'Company name,Tax code,Address\nĐại Phát,999,Đà Lạt\n');
	expect(done.report).toMatchObject({ merged: 1, refused: 0 });
	expect(await companies()).toContainEqual(['Đại Phát', 'Đà Lạt', '999']);
});

test('a company of the same name with another tax code is not filled in', async () => {
	await company('Hoa Sen', undefined, { website: 'https://hoasen.example.com' });
	const file =
		'Company name,Tax code,Website,Address\nĐại Phát,555,,Huế\nHoa Sen,1,,Vinh\nHoa Sen,2,,Đà Lạt\nSen,3,hoasen.example.com,\n';
	const checked = await check(lan, file, { maybe: 'same' });
	expect(checked.report).toMatchObject({ created: 0, merged: 1, refused: 3 });
	const another = (name: string) =>
		`“${name}” is known by the same name or address and has another “Tax code”. If it is another record, have such rows create one; otherwise correct the row.`;
	expect(await listRefusals(lan, checked.id, 10)).toEqual([
		{ line: 2, field: 'Tax code', reason: another('Đại Phát') },
		{ line: 4, field: 'Tax code', reason: another('Hoa Sen') },
		{ line: 5, field: 'Tax code', reason: another('Hoa Sen') },
	]);
	// the file counts where that is asked for, and another company is made where that is
	const { duplicates } = checked.settings;
	const overwrite = { ...duplicates, name: 'overwrite', domain: 'overwrite' } as const;
	const over = await check(lan, file, { maybe: 'same', duplicates: overwrite });
	expect(over.report).toMatchObject({ merged: 4, refused: 0 });
	const apart = await run(lan, file, { duplicates: { ...duplicates, name: 'create', domain: 'create' } });
	expect(apart.report).toMatchObject({ created: 4, refused: 0 });
});

test('people and deals are recognized by their fields too; an address of somebody else contradicts', async () => {
	const companyId = await company('Hoa Sen');
	const id = (await defineField(lan, { kind: 'contact', type: 'number', name: 'Card', isUnique: true })).id;
	await defineField(lan, { kind: 'deal', type: 'text', name: 'Contract', isUnique: true });
	for (const [name, email, card] of [
		['Trần Quốc Bảo', 'bao@hoasen.example.com', 17],
		['Đặng Thị Ánh', 'anh@hoasen.example.com', 18],
	] as const)
		await db.contact.create({ data: { userId: lan, companyId, name, email, metadata: { [id]: card } } });
	const checked = await check(
		lan,
		'Contact name,Company name,Email,Job title,Card\nBảo Trần,Hoa Sen,,Giám đốc,17\nBảo,Hoa Sen,anh@hoasen.example.com,Kế toán,17\n',
	);
	expect(checked.report).toMatchObject({ created: 0, merged: 1, refused: 1, twins: { unique: 1 } });
	expect((await listRefusals(lan, checked.id, 10))[0]?.reason).toContain(
		'By “Card” this is “Trần Quốc Bảo”, by the email address another record, “Đặng Thị Ánh”.',
	);
	const deals = 'Deal name,Company name,Deal value,Contract\nKho lạnh,Hoa Sen,1,HĐ-1\nKho lạnh 2,Hoa Sen,2,hd 1\n';
	expect((await run(lan, deals)).report).toMatchObject({ created: 1, merged: 1, twins: { unique: 1 } });
});
