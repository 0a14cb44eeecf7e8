import { beforeEach, describe, expect, test } from 'vitest';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import { getImport, listImports, listRefusals } from '@/features/import/server/import-queries';
import { undoImport } from '@/features/import/server/undo-mutations';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { namedFields } from '../support/custom-fields';
import { check, inSet, run, upload } from '../support/import-files';
import { snapshot } from '../support/snapshot';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

async function people() {
	const rows = await db.contact.findMany({
		where: { userId: lan },
		select: {
			name: true,
			email: true,
			phone: true,
			jobTitle: true,
			metadata: true,
			...{ phoneLabel: true, points: true },
			company: { select: { name: true } },
		},
		orderBy: { name: 'asc' },
	});
	return Promise.all(rows.map(async (row) => ({ ...row, metadata: await namedFields(lan, 'contact', row.metadata) })));
}

describe('contacts', () => {
	const file = [
		'First Name,Last Name,Email,Company,Title,Work Phone,Mobile Phone',
		'Bảo,Trần Quốc,bao@binhminh.example.com,Thủy sản Bình Minh,Giám đốc,0901234567,028 3822 1111',
		'Ánh,Đặng Thị,anh@hoasen.example.com,Nội thất Hoa Sen,Kế toán,,',
		'Nam,Lê,nam@binhminh.example.com,,,,',
		',,khong-ten@example.com,Nội thất Hoa Sen,,,',
	].join('\r\n');

	test('come with their companies, and what cannot be read is named by its line', async () => {
		const { checked, report, id } = await run(lan, file);
		expect(report).toMatchObject({ rows: 4, created: 3, merged: 0, refused: 1, companies: 2 });
		expect(report).toMatchObject({ created: checked?.created, companies: checked?.companies });
		expect(await people()).toMatchObject([
			{
				name: 'Bảo Trần Quốc',
				company: { name: 'Thủy sản Bình Minh' },
				...{ phone: '0901234567', phoneLabel: 'Work' },
				points: [{ kind: 'phone', label: 'Mobile', value: '028 3822 1111' }],
				metadata: {},
			},
			{ name: 'Nam Lê', company: { name: 'Thủy sản Bình Minh' } },
			{ name: 'Ánh Đặng Thị', company: { name: 'Nội thất Hoa Sen' }, jobTitle: 'Kế toán' },
		]);
		expect(await listRefusals(lan, id, 10)).toEqual([
			{ line: 5, field: 'Contact name', reason: expect.stringContaining('Contact name is required.') },
		]);
	});

	test('of a file whose columns have no names come from its first line on', async () => {
		const nameless = 'Trần Quốc Bảo,bao@example.com,Hoa Sen,Giám đốc\r\nLê Nam,nam@example.com,Đông Á,Kế toán\r\n';
		const targets = [
			{ field: 'name' },
			{ field: 'email' },
			{ field: 'company' },
			{ create: { name: 'Column 4', type: 'text' as const } },
		];
		const { report } = await run(lan, nameless, { targets });
		expect(report).toMatchObject({ rows: 2, created: 2, refused: 0, header: [1, 2, 3, 4].map((n) => `Column ${n}`) });
		expect(await people()).toMatchObject([
			{ name: 'Lê Nam', email: 'nam@example.com', company: { name: 'Đông Á' }, metadata: { 'Column 4': 'Kế toán' } },
			{
				name: 'Trần Quốc Bảo',
				email: 'bao@example.com',
				company: { name: 'Hoa Sen' },
				metadata: { 'Column 4': 'Giám đốc' },
			},
		]);
	});

	test('twice make nothing new', async () => {
		await run(lan, file);
		const before = await snapshot(lan);
		const { report } = await run(lan, file);
		expect(report).toMatchObject({ created: 0, merged: 0, skipped: 3 });
		expect(await snapshot(lan)).toEqual(before);
	});

	test('can be undone whole', async () => {
		const before = await snapshot(lan);
		const { changeSetId } = await run(lan, file);
		await inSet((tx) => undoChangeSet(tx, lan, { id: changeSetId ?? '' }));
		expect(await snapshot(lan)).toEqual(before);
	});

	test('are undone where the history has undone them, and imported where it has redone them', async () => {
		const before = await snapshot(lan);
		const { id, changeSetId } = await run(lan, file);
		const imported = await snapshot(lan);
		const undo = crypto.randomUUID();
		await inChangeSet({ id: undo, label: 'Undo' }, (tx) => undoChangeSet(tx, lan, { id: changeSetId ?? '' }));
		expect(await getImport(lan, id)).toMatchObject({ status: 'undone' });
		expect(await listImports(lan)).toMatchObject([{ id, status: 'undone' }]);
		await expect(inSet((tx) => undoImport(tx, lan, { id }))).rejects.toThrow('already been undone');
		await inSet((tx) => undoChangeSet(tx, lan, { id: undo }));
		expect(await getImport(lan, id)).toMatchObject({ status: 'done' });
		expect((await snapshot(lan)).contact).toEqual(imported.contact);
		await inSet((tx) => undoImport(tx, lan, { id }));
		expect(await getImport(lan, id)).toMatchObject({
			status: 'undone',
			report: { undone: { removed: { contact: 3 } } },
		});
		expect(await snapshot(lan)).toEqual(before);
	});

	test('are undone but for what was changed since, which is named', async () => {
		await run(
			lan,
			'Name,Email,Company,Phone\nTrần Quốc Bảo,bao@example.com,Bình Minh,\nLê Nam,nam@example.com,Bình Minh,',
		);
		const before = await snapshot(lan);
		const { id } = await run(
			lan,
			[
				'Name,Email,Company,Phone,Tags',
				'Trần Quốc Bảo,bao@example.com,Bình Minh,0901 234 567,VIP',
				'Lê Nam,nam@example.com,Bình Minh,0909 000 111,',
				'Đặng Thị Ánh,anh@example.com,Hoa Sen,,',
				'Võ Hà,ha@example.com,Sao Mai,,',
				'Bùi Sơn,son@example.com,Hoa Sen,,',
			].join('\n'),
		);
		await db.contact.updateMany({ where: { userId: lan, name: 'Lê Nam' }, data: { jobTitle: 'Giám đốc' } });
		await db.contact.updateMany({ where: { userId: lan, name: 'Võ Hà' }, data: { jobTitle: 'Kế toán' } });
		// a field of its own that was not there
		await db.contact.updateMany({ where: { userId: lan, name: 'Bùi Sơn' }, data: { metadata: { Zalo: 'son' } } });
		const undone = await inSet((tx) => undoImport(tx, lan, { id }));
		expect(undone).toMatchObject({ restored: 1, removed: { contact: 1 } });
		expect(undone.kept).toEqual([
			{ name: 'Hoa Sen', why: 'linked' },
			{ name: 'Sao Mai', why: 'linked' },
			{ name: 'Bùi Sơn', why: 'changed' },
			{ name: 'Lê Nam', why: 'changed' },
			{ name: 'Võ Hà', why: 'changed' },
		]);
		expect(await people()).toMatchObject([
			{ name: 'Bùi Sơn' },
			{ name: 'Lê Nam', phone: '0909 000 111', jobTitle: 'Giám đốc' },
			{ name: 'Trần Quốc Bảo', phone: null },
			{ name: 'Võ Hà' },
		]);
		expect((await snapshot(lan)).contact_tag).toEqual(before.contact_tag);
		await expect(inSet((tx) => undoImport(tx, lan, { id }))).rejects.toThrow('already been undone');
	});

	test('fill in what is empty, or overwrite, as is chosen', async () => {
		await run(lan, 'Name,Email,Company,Phone\nTrần Quốc Bảo,bao@example.com,Bình Minh,');
		const more =
			'Name,Email,Company,Phone,Job title\nQuốc Bảo,BAO@example.com,Bình Minh,0909 000 111,Giám đốc\nQuốc Bảo,bao@example.com,Bình Minh,0909 000 222,';
		expect((await check(lan, more)).report).toMatchObject({ created: 1, twins: { email: 1 }, maybe: { email: 1 } });
		const { report } = await run(lan, more, { maybe: 'same' });
		expect(report).toMatchObject({ created: 0, merged: 1, twins: { decided: 1, email: 1 } });
		expect(await people()).toMatchObject([{ name: 'Trần Quốc Bảo', phone: '0909 000 111', jobTitle: 'Giám đốc' }]);
		const { settings } = await upload(lan, more);
		await run(lan, more, { maybe: 'same', duplicates: { ...settings.duplicates, email: 'overwrite' } });
		expect(await people()).toMatchObject([{ name: 'Quốc Bảo', phone: '0909 000 222', jobTitle: 'Giám đốc' }]);
		await run(lan, more, { duplicates: { email: 'create', domain: 'create', name: 'create', unique: 'create' } });
		expect(await people()).toHaveLength(3);
	});

	test('of one name without accents are two people', async () => {
		const { report } = await run(
			lan,
			'Name,Company\nNguyễn Văn Bình,Hoa Sen\nNguyễn Vân Bình,Hoa Sen\nNguyễn Văn Bình,Hòa Sen',
		);
		expect(report).toMatchObject({ created: 3, companies: 2 });
	});
});

test('companies by domain and name, with their sizes, tags and addresses', async () => {
	const file = [
		'Company name;Domain;Number of employees;City;Country;Tags;Ghi chú thêm',
		'Thủy sản Bình Minh;www.binhminh.example.com;120;Cần Thơ;Việt Nam;"VIP; miền Tây";x',
		'Công ty Bình Minh;https://binhminh.example.com/;;;;;',
		'Hoa Sen;javascript:alert(1);1.000+;;;;',
		'   ;a.example.com;;;;;',
	].join('\n');
	const { report, id } = await run(lan, file, { maybe: 'same' });
	expect(report).toMatchObject({
		rows: 4,
		created: 2,
		merged: 1,
		refused: 1,
		twins: { decided: 1 },
		maybe: { domain: 1 },
	});
	const rows = await db.company.findMany({
		where: { userId: lan },
		select: {
			name: true,
			website: true,
			size: true,
			address: true,
			metadata: true,
			tags: { select: { tag: { select: { name: true } } } },
		},
		orderBy: { name: 'desc' },
	});
	expect(rows).toMatchObject([
		{
			name: 'Thủy sản Bình Minh',
			website: 'https://www.binhminh.example.com',
			size: 'from_51_to_200',
			address: 'Cần Thơ, Việt Nam',
		},
		{ name: 'Hoa Sen', website: null, size: 'over_500', metadata: expect.any(Object) },
	]);
	expect(await namedFields(lan, 'company', rows[1]?.metadata)).toEqual({ Website: 'javascript:alert(1)' });
	expect(rows[0]?.tags.map(({ tag }) => tag.name).sort()).toEqual(['VIP', 'miền Tây']);
	expect(await listRefusals(lan, id, 10)).toMatchObject([{ line: 5, field: 'Company name' }]);
});

test('a deal’s contacts with roles, of its company and of others, who are found or made once', async () => {
	const { id: hoaSen } = await db.company.create({ data: { userId: lan, name: 'Hoa Sen' } });
	await db.contact.create({ data: { userId: lan, companyId: hoaSen, name: 'Võ Thị Yến' } });
	const file = [
		'Deal name,Company name,Contact name,Contacts and roles',
		'Kho lạnh,Bình Minh,Trần Quốc Bảo,Trần Quốc Bảo (champion); Võ Thị Yến @ hoa sen (Blocker); Phạm Đức (kế toán)',
		'Bảo trì,Bình Minh,,phạm đức (KẾ TOÁN); Lê An @ Đại Phát (User)',
		`Quá đông,Bình Minh,,${Array.from({ length: 51 }, (_, n) => `Người ${n}`).join(';')}`,
	].join('\n');
	const { report, id } = await run(lan, file);
	expect(report).toMatchObject({ created: 2, refused: 1, companies: 2, contacts: 3 });
	expect(await listRefusals(lan, id, 10)).toMatchObject([
		{ line: 4, field: 'Contacts and roles', reason: 'Use at most 50 contacts (now 51).' },
	]);
	const people = await db.dealPerson.findMany({
		where: { userId: lan },
		select: { role: true, deal: { select: { name: true } }, contact: { select: { name: true, company: true } } },
	});
	expect(
		people.map(({ role, deal, contact }) => [deal.name, contact.name, contact.company.name, role]).toSorted(),
	).toEqual([
		['Bảo trì', 'Lê An', 'Đại Phát', 'user'],
		['Bảo trì', 'Phạm Đức (kế toán)', 'Bình Minh', null],
		['Kho lạnh', 'Phạm Đức (kế toán)', 'Bình Minh', null],
		['Kho lạnh', 'Trần Quốc Bảo', 'Bình Minh', 'champion'],
		['Kho lạnh', 'Võ Thị Yến', 'Hoa Sen', 'blocker'],
	]);
});

test('deals with their companies and people, in the order of the file', async () => {
	const file = [
		'Deal - Title,Deal - Value,Deal - Stage,Deal - Organization,Deal - Contact person,Deal - Expected close date',
		'Kho lạnh,"1.500,50",Proposal made,Bình Minh,Trần Quốc Bảo,31.12.2026',
		'Máy đóng gói,",5 tỷ",Won,Bình Minh,Trần Quốc Bảo,',
		'Bảo trì,5,Lạ,Hoa Sen,,31.02.2026',
	].join('\n');
	const { report, id } = await run(lan, file, { decimalSign: ',' });
	expect(report).toMatchObject({ created: 2, refused: 1, companies: 1, contacts: 1 });
	const deals = await db.deal.findMany({
		where: { userId: lan },
		include: { mainPerson: { include: { contact: true } } },
		orderBy: { name: 'asc' },
	});
	expect(
		deals.map(({ name, stage, value, mainPerson }) => [name, stage, String(value), mainPerson?.contact.name]),
	).toEqual([
		['Kho lạnh', 'proposal', '1500.5', 'Trần Quốc Bảo'],
		['Máy đóng gói', 'closed_won', '500000000', 'Trần Quốc Bảo'],
	]);
	expect(deals[0]?.expectedCloseOn?.toISOString()).toBe('2026-12-31T00:00:00.000Z');
	expect(await listRefusals(lan, id, 10)).toMatchObject([{ line: 4, field: 'Stage' }]);
});

test.each([
	['an empty file', '', 'This file is empty.'],
	['a file of empty lines', '\uFEFF\r\n   \r\n\t\r\n', 'There is nothing in this file but empty lines.'],
	[
		'a picture',
		new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
		'This is not a text file.',
	],
])('%s is refused, and leaves nothing', async (_, content, message) => {
	await expect(upload(lan, content)).rejects.toThrow(message);
	expect(await db.dataImport.count({ where: { userId: lan } })).toBe(0);
});

test.each([
	['a header alone', 'Company name,Website\n', 'There are no rows'],
	['a quote that is not closed', 'Company name,Website\nBình Minh,x\n"Hoa Sen,y\nSao Mai,z\n', 'line 3'],
	['a cell of 10 MB', `Company name,Notes\nBình Minh,${'x'.repeat(10_000_000)}\n`, 'line 2 is longer'],
	['400 columns', `Company name${',c'.repeat(399)}\nBình Minh\n`, '400 columns'],
])('%s is said, and nothing is imported', async (_, content, message) => {
	const { report, status } = await check(lan, content);
	expect(report?.problem).toContain(message);
	expect(status).toBe('uploaded');
	expect(await db.company.count({ where: { userId: lan } })).toBe(0);
});
