import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { undoChangeSet } from '@/features/history/mutations';
import { workOff } from '@/features/import/job-mutations';
import { beginCheck, beginRun, changeImport, takeFile } from '@/features/import/mutations';
import { getImport, listRefusals } from '@/features/import/queries';
import type { ImportSettings } from '@/features/import/settings';
import { undoImport } from '@/features/import/undo-mutations';
import { inChangeSet } from '@/lib/change-set';
import { db } from '@/lib/db';
import type { UserId } from '@/lib/session';
import { makeAccount } from '../support/accounts';
import { snapshot } from '../support/snapshot';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

async function* once(content: string | Uint8Array) {
	yield typeof content === 'string' ? Buffer.from(content) : content;
}

const inSet = <Data>(run: Parameters<typeof inChangeSet<Data>>[1]) => inChangeSet({ id: uuidv7(), label: 'Test' }, run);

async function upload(content: string | Uint8Array, change: Partial<ImportSettings> = {}) {
	const { id } = await takeFile(lan, { name: 'file.csv', chunks: once(content) });
	const found = await getImport(lan, id);
	if (!found) throw new Error('The import is not there.');
	return { id, settings: { ...found.settings, ...change } };
}

async function check(content: string | Uint8Array, change: Partial<ImportSettings> = {}) {
	const { id, settings } = await upload(content, change);
	await inSet((tx) => beginCheck(tx, lan, { id, settings }));
	await workOff(lan, id);
	const found = await getImport(lan, id);
	if (!found) throw new Error('The import is gone.');
	return found;
}

async function run(content: string | Uint8Array, change: Partial<ImportSettings> = {}) {
	const checked = await check(content, change);
	expect(checked.report?.problem).toBeUndefined();
	await inSet((tx) => beginRun(tx, lan, checked));
	await workOff(lan, checked.id);
	const done = await getImport(lan, checked.id);
	expect(done).toMatchObject({ status: 'done' });
	if (!done) throw new Error('The import is gone.');
	return { ...done, checked: checked.report };
}

const people = () =>
	db.contact.findMany({
		where: { userId: lan },
		select: {
			name: true,
			email: true,
			phone: true,
			jobTitle: true,
			metadata: true,
			company: { select: { name: true } },
		},
		orderBy: { name: 'asc' },
	});

describe('contacts', () => {
	const file = [
		'First Name,Last Name,Email,Company,Title,Work Phone,Mobile Phone',
		'Bảo,Trần Quốc,bao@binhminh.example.com,Thủy sản Bình Minh,Giám đốc,0901234567,028 3822 1111',
		'Ánh,Đặng Thị,anh@hoasen.example.com,Nội thất Hoa Sen,Kế toán,,',
		'Nam,Lê,nam@binhminh.example.com,,,,',
		',,khong-ten@example.com,Nội thất Hoa Sen,,,',
	].join('\r\n');

	test('come with their companies, and what cannot be read is named by its line', async () => {
		const { checked, report, id } = await run(file);
		expect(report).toMatchObject({ rows: 4, created: 3, merged: 0, refused: 1, companies: 2 });
		expect(report).toMatchObject({ created: checked?.created, companies: checked?.companies });
		expect(await people()).toMatchObject([
			{
				name: 'Bảo Trần Quốc',
				company: { name: 'Thủy sản Bình Minh' },
				phone: '0901234567',
				metadata: { 'Mobile Phone': '028 3822 1111' },
			},
			{ name: 'Nam Lê', company: { name: 'Thủy sản Bình Minh' } },
			{ name: 'Ánh Đặng Thị', company: { name: 'Nội thất Hoa Sen' }, jobTitle: 'Kế toán' },
		]);
		expect(await listRefusals(lan, id, 10)).toEqual([
			{ line: 5, field: 'Contact name', reason: 'Contact name is required.' },
		]);
	});

	test('twice make nothing new', async () => {
		await run(file);
		const before = await snapshot(lan);
		const { report } = await run(file);
		expect(report).toMatchObject({ created: 0, merged: 0, skipped: 3 });
		expect(await snapshot(lan)).toEqual(before);
	});

	test('can be taken back whole', async () => {
		const before = await snapshot(lan);
		const { changeSetId } = await run(file);
		await inSet((tx) => undoChangeSet(tx, lan, { id: changeSetId ?? '' }));
		expect(await snapshot(lan)).toEqual(before);
	});

	test('are taken back but for what was changed since, which is named', async () => {
		await run('Name,Email,Company,Phone\nTrần Quốc Bảo,bao@example.com,Bình Minh,\nLê Nam,nam@example.com,Bình Minh,');
		const before = await snapshot(lan);
		const { id } = await run(
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
			{ name: 'Lê Nam', why: 'changed' },
			{ name: 'Hoa Sen', why: 'linked' },
			{ name: 'Sao Mai', why: 'linked' },
			{ name: 'Bùi Sơn', why: 'changed' },
			{ name: 'Võ Hà', why: 'changed' },
		]);
		expect(await people()).toMatchObject([
			{ name: 'Bùi Sơn' },
			{ name: 'Lê Nam', phone: '0909 000 111', jobTitle: 'Giám đốc' },
			{ name: 'Trần Quốc Bảo', phone: null },
			{ name: 'Võ Hà' },
		]);
		expect((await snapshot(lan)).contact_tag).toEqual(before.contact_tag);
		await expect(inSet((tx) => undoImport(tx, lan, { id }))).rejects.toThrow('taken back already');
	});

	test('fill in what is empty, or overwrite, as is chosen', async () => {
		await run('Name,Email,Company,Phone\nTrần Quốc Bảo,bao@example.com,Bình Minh,');
		const more =
			'Name,Email,Company,Phone,Job title\nQuốc Bảo,BAO@example.com,Bình Minh,0909 000 111,Giám đốc\nQuốc Bảo,bao@example.com,Bình Minh,0909 000 222,';
		expect((await run(more)).report).toMatchObject({ created: 0, merged: 1, twins: { email: 2 } });
		expect(await people()).toMatchObject([{ name: 'Trần Quốc Bảo', phone: '0909 000 111', jobTitle: 'Giám đốc' }]);
		const { settings } = await upload(more);
		await run(more, { duplicates: { ...settings.duplicates, email: 'overwrite' } });
		expect(await people()).toMatchObject([{ name: 'Quốc Bảo', phone: '0909 000 222', jobTitle: 'Giám đốc' }]);
		await run(more, { duplicates: { email: 'create', domain: 'create', name: 'create' } });
		expect(await people()).toHaveLength(3);
	});

	test('of one name without accents are two people', async () => {
		const { report } = await run(
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
	const { report, id } = await run(file);
	expect(report).toMatchObject({ rows: 4, created: 2, merged: 0, skipped: 1, refused: 1, twins: { domain: 1 } });
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
		{ name: 'Hoa Sen', website: null, size: 'over_500', metadata: { Website: 'javascript:alert(1)' } },
	]);
	expect(rows[0]?.tags.map(({ tag }) => tag.name).sort()).toEqual(['VIP', 'miền Tây']);
	expect(await listRefusals(lan, id, 10)).toMatchObject([{ line: 5, field: 'Company name' }]);
});

test('deals with their companies and people, in the order of the file', async () => {
	const file = [
		'Deal - Title,Deal - Value,Deal - Stage,Deal - Organization,Deal - Contact person,Deal - Expected close date',
		'Kho lạnh,"1.500,50",Proposal made,Bình Minh,Trần Quốc Bảo,31.12.2026',
		'Máy đóng gói,200,Won,Bình Minh,Trần Quốc Bảo,',
		'Bảo trì,5,Lạ,Hoa Sen,,31.02.2026',
	].join('\n');
	const { report, id } = await run(file, { decimalSign: ',' });
	expect(report).toMatchObject({ created: 2, refused: 1, companies: 1, contacts: 1 });
	const deals = await db.deal.findMany({
		where: { userId: lan },
		include: { contact: true },
		orderBy: { name: 'asc' },
	});
	expect(deals.map(({ name, stage, value, contact }) => [name, stage, String(value), contact?.name])).toEqual([
		['Kho lạnh', 'proposal', '1500.5', 'Trần Quốc Bảo'],
		['Máy đóng gói', 'closed_won', '200', 'Trần Quốc Bảo'],
	]);
	expect(deals[0]?.expectedCloseOn?.toISOString()).toBe('2026-12-31T00:00:00.000Z');
	expect(await listRefusals(lan, id, 10)).toMatchObject([{ line: 4, field: 'Stage' }]);
});

test.each([
	['an empty file', '', 'This file is empty.'],
	[
		'a picture',
		new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
		'This is not a text file.',
	],
])('%s is refused, and leaves nothing', async (_, content, message) => {
	await expect(upload(content)).rejects.toThrow(message);
	expect(await db.dataImport.count({ where: { userId: lan } })).toBe(0);
});

test.each([
	['a header alone', 'Company name,Website\n', 'There are no rows'],
	['a quote that is not closed', 'Company name,Website\nBình Minh,x\n"Hoa Sen,y\nSao Mai,z\n', 'line 3'],
	['a cell of 10 MB', `Company name,Notes\nBình Minh,${'x'.repeat(10_000_000)}\n`, 'line 2 is longer'],
	['300 columns', `Company name${',c'.repeat(299)}\nBình Minh\n`, '300 columns'],
])('%s is said, and nothing is imported', async (_, content, message) => {
	const { report, status } = await check(content);
	expect(report?.problem).toContain(message);
	expect(status).toBe('uploaded');
	expect(await db.company.count({ where: { userId: lan } })).toBe(0);
});

test('a check changes nothing', async () => {
	const before = await snapshot(lan);
	await check('Company name\nBình Minh\n');
	expect(await snapshot(lan)).toEqual(before);
});

test('what was checked has to be checked again once it is changed', async () => {
	const { id, settings } = await check('Company name\nBình Minh\n');
	await inSet((tx) => changeImport(tx, lan, { id, settings }));
	await expect(inSet((tx) => beginRun(tx, lan, { id }))).rejects.toThrow('Check the file first.');
});

test('nobody else can have a file checked or run', async () => {
	const { id, settings } = await upload('Company name\nBình Minh\n');
	const stranger = await makeAccount('Lê Văn Lạ');
	await expect(inSet((tx) => beginCheck(tx, stranger, { id, settings }))).rejects.toThrow('does not exist');
	await inSet((tx) => beginCheck(tx, lan, { id, settings }));
	await workOff(stranger, id);
	expect(await getImport(lan, id)).toMatchObject({ status: 'checking' });
	await workOff(lan, id);
	expect(await getImport(lan, id)).toMatchObject({ status: 'checked' });
	expect(await db.company.count({ where: { userId: stranger } })).toBe(0);
});

test('one file of an account is worked on at a time', async () => {
	const first = await upload('Company name\nBình Minh\n');
	const second = await check('Company name\nHoa Sen\n');
	await inSet((tx) => beginCheck(tx, lan, first));
	const refusal = '“file.csv” is being worked on at this moment. Try again once it is finished.';
	await expect(inSet((tx) => beginRun(tx, lan, second))).rejects.toThrow(refusal);
	await expect(inSet((tx) => beginCheck(tx, lan, second))).rejects.toThrow(refusal);
	await workOff(lan, first.id);
	await inSet((tx) => beginRun(tx, lan, second));
	await workOff(lan, second.id);
	expect(await getImport(lan, second.id)).toMatchObject({ status: 'done' });
});

test('of two that are begun at once, one is', async () => {
	const files = [await check('Company name\nBình Minh\n'), await check('Company name\nHoa Sen\n')];
	const begun = await Promise.allSettled(files.map((file) => inSet((tx) => beginRun(tx, lan, file))));
	expect(begun.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('what only people have is not asked of a file of deals', async () => {
	const { id, settings } = await upload('Contact name,Email\nĐặng Thị Ánh,anh@hoasen.example.com\n');
	expect(settings).toMatchObject({ kind: 'contacts', withoutCompany: 'domain' });
	await inSet((tx) => changeImport(tx, lan, { id, settings: { ...settings, kind: 'deals', targets: [null, null] } }));
	expect((await getImport(lan, id))?.settings).toMatchObject({ kind: 'deals', withoutCompany: 'refuse' });
});

test('a run that was cut off with its server is told apart from one that goes on', async () => {
	const { id } = await check('Company name\nBình Minh\n');
	await inSet((tx) => beginRun(tx, lan, { id }));
	const begun = new Date(Date.now() - 60_000);
	await db.dataImport.updateMany({ where: { userId: lan, id }, data: { startedAt: begun } });
	await db.$transaction(async (tx) => {
		await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('import ' || ${id}::uuid, 0))`;
		expect(await getImport(lan, id)).toMatchObject({ status: 'running' });
	});
	const found = await getImport(lan, id);
	expect(found).toMatchObject({ status: 'checked' });
	expect(found?.report?.problem).toContain('The server was stopped in the middle.');
});

test('until what came of it is written down, an import is held', async () => {
	const { id, settings } = await upload('Company name\nBình Minh\n');
	await inSet((tx) => beginCheck(tx, lan, { id, settings }));
	const begun = new Date(Date.now() - 60_000);
	await db.dataImport.updateMany({ where: { userId: lan, id }, data: { startedAt: begun } });
	const isWaiting = async () => {
		const [{ count }] = await db.$queryRaw<[{ count: number }]>`
			SELECT count(*)::int AS count FROM pg_stat_activity
			WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE "public"."data_import"%'`;
		return count > 0;
	};
	let work = Promise.resolve();
	await db.$transaction(async (tx) => {
		await tx.$executeRaw`SELECT FROM data_import WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
		work = workOff(lan, id);
		await expect.poll(isWaiting).toBe(true);
		const [lock] = await tx.$queryRaw<[{ free: boolean }]>`
			SELECT pg_try_advisory_xact_lock(hashtextextended('import ' || ${id}::uuid, 0)) AS free`;
		expect(lock.free).toBe(false);
	});
	await work;
	expect(await getImport(lan, id)).toMatchObject({ status: 'checked', report: { created: 1 } });
});
