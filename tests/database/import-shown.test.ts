import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { decideImport } from '@/features/import/server/correcting-mutations';
import { getImport } from '@/features/import/server/import-queries';
import { workOff } from '@/features/import/server/job-mutations';
import { readInWords } from '@/features/import/server/record-words-queries';
import { listShownRows } from '@/features/import/server/shown-rows-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { check, inSet, run, runChecked } from '../support/import-files';
import { rounds } from '../support/rounds';
import { snapshot } from '../support/snapshot';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const shownOf = async (id: string) => (await listShownRows(lan, id)).rows;

test('a check shows what is new, what is changed from what to what, and what stays', async () => {
	await run(lan, 'Company name,Phone,Industry\nThủy sản Bình Minh,,Seafood\nNội thất Hoa Sen,0901234567,Furniture\n');
	const before = await snapshot(lan);
	const { id, report } = await check(
		lan,
		'Company name,Phone,Tags\nThủy sản Bình Minh,0283822123,vip\nNội thất Hoa Sen,0901234567,\nGỗ Đông Á,0911222333,\n',
	);
	expect(await snapshot(lan)).toEqual(before);
	expect(report).toMatchObject({
		records: { new: 1, changed: 1, kept: 1 },
		filled: { 'Company name': 3, Phone: 3, Tags: 1 },
	});
	const rows = await shownOf(id);
	expect(rows.map(({ line, state, name }) => [line, state, name])).toEqual([
		[2, 'changed', 'Thủy sản Bình Minh'],
		[3, 'kept', 'Nội thất Hoa Sen'],
		[4, 'new', 'Gỗ Đông Á'],
	]);
	expect(rows[0]?.values).toContainEqual({ label: 'Phone', before: null, after: '0283822123' });
	expect(rows[0]?.values).toContainEqual({ label: 'Tags', before: null, after: 'vip' });
	expect(rows[0]?.values).toContainEqual({ label: 'Industry', before: 'Seafood', after: 'Seafood' });
	expect(rows[2]?.values).toContainEqual({ label: 'Phone', before: null, after: '0911222333' });
});

test('deals are shown as the account writes them, with the companies and contacts that are made for them', async () => {
	await db.settings.create({ data: { userId: lan, locale: 'vi-VN', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh' } });
	const { id, report } = await check(
		lan,
		'Deal name,Company name,Contact name,Deal value,Stage,Expected close date,Gia hạn\nKho lạnh,Hoa Sen,Đặng Thị Ánh,1500000,Negotiation,2026-12-31,có\n',
		{
			targets: ['name', 'company', 'contact', 'value', 'stage', 'expectedCloseOn', 'gh'].map((field) =>
				field === 'gh' ? { create: { name: 'Gia hạn', type: 'yes' as const } } : { field },
			),
		},
	);
	expect(report).toMatchObject({ newCompanies: ['Hoa Sen'], newContacts: ['Đặng Thị Ánh'] });
	const [row] = await shownOf(id);
	const values = Object.fromEntries(row?.values.map(({ label, after }) => [label, after]) ?? []);
	expect(values).toMatchObject({
		'Company name': 'Hoa Sen',
		'Contact name': 'Đặng Thị Ánh',
		'Deal value': '1.500.000\u00a0₫',
		Stage: 'Negotiation',
		'Gia hạn': 'Yes',
	});
	expect(values).not.toHaveProperty('Created');
	expect(await db.company.count({ where: { userId: lan } })).toBe(0);
});

test('the contacts who come with companies are shown in their rows', async () => {
	const file = (title: string) =>
		`Company name,Industry,Contact person,Contact email,Contact title\nHoa Sen,Furniture,Đặng Thị Ánh,anh@hoasen.example.com,${title}\nHoa Sen,,Lê Nam,nam@hoasen.example.com,\nSao Mai,,,,\n`;
	const checked = await check(lan, file(''), { kind: 'companies' });
	const [row, other] = await shownOf(checked.id);
	expect(row?.values).toEqual(
		expect.arrayContaining([
			{ label: 'Contact name', before: null, after: 'Đặng Thị Ánh; Lê Nam' },
			{ label: 'Contact’s email', before: null, after: 'anh@hoasen.example.com; nam@hoasen.example.com' },
		]),
	);
	expect(other?.values.map(({ label }) => label)).toEqual(['Company name']);
	await runChecked(lan, checked);
	const again = await check(lan, file('Kế toán'), { kind: 'companies' });
	const [kept] = await shownOf(again.id);
	expect(kept?.values).toEqual(
		expect.arrayContaining([
			{ label: 'Contact name', before: 'Đặng Thị Ánh; Lê Nam', after: 'Đặng Thị Ánh; Lê Nam' },
			{ label: 'Contact’s job title', before: null, after: 'Kế toán' },
		]),
	);
});

test('a company that is spelled like another is shown with both names, and is decided on', async () => {
	await run(lan, 'Company name\nCông ty TNHH Hoa Sen\n', { kind: 'companies' });
	const file = [
		'Name,Company,Email',
		'Đặng Thị Ánh,Hoa Sen,anh@hoasen.example.com',
		'Lê Nam,Sao Mai,nam@saomai.example.com',
		'Trần Quốc Bảo,Công ty Sao Mai,bao@saomai.example.com',
	].join('\n');
	const { id, report } = await check(lan, file);
	expect(report).toMatchObject({ maybe: { company: 2 }, companies: 3 });
	const maybes = async () => (await shownOf(id)).flatMap(({ line, maybe }) => (maybe ? [{ at: line, ...maybe }] : []));
	const hoaSen = await db.company.findFirstOrThrow({ where: { userId: lan } });
	const both = [
		{ at: 2, line: null, by: 'company', company: 'Hoa Sen', name: 'Công ty TNHH Hoa Sen', recordId: hoaSen.id },
		{ at: 4, line: 3, by: 'company', company: 'Công ty Sao Mai', name: 'Sao Mai', recordId: null },
	];
	expect(await maybes()).toMatchObject(both);
	for (const [line, decision, companies] of [
		[2, 'same', 2],
		[null, 'same', 1],
		[null, 'apart', 3],
		[4, 'same', 2],
	] as const) {
		await inSet((tx) => decideImport(tx, lan, { id, line, decision }));
		await workOff(lan, id);
		const found = await getImport(lan, id);
		expect(found?.report).toMatchObject({ maybe: { company: 2 }, companies });
		expect(await maybes()).toMatchObject(both);
	}
	expect((await check(lan, 'Name,Company\nLê Nam,Hoa Sen\n', { maybe: 'same' })).report).toMatchObject({
		companies: 0,
	});
});

test('the spelling of a company that no row makes is not asked about', async () => {
	await run(lan, 'Name,Company,Email\nLê Nam,Công ty Sao Mai,nam@saomai.example.com\n');
	const { id, report } = await check(lan, 'Name,Company,Email\nLê Nam,Sao Mai,nam@saomai.example.com\n');
	expect(report).toMatchObject({ created: 0, maybe: {} });
	expect((await shownOf(id)).map(({ maybe }) => maybe)).toEqual([null]);
});

test('rows that are combined in one record are shown as one', async () => {
	const { id } = await check(lan, 'Company name,Phone\nHoa Sen,0901234567\nSao Mai,\nHoa Sen,0911222333\n', {
		kind: 'companies',
	});
	const rows = await shownOf(id);
	expect(rows.map(({ name, lines }) => [name, lines])).toEqual([
		['Hoa Sen', [4]],
		['Sao Mai', []],
	]);
	expect(rows[0]?.values).toContainEqual({ label: 'Phone', before: null, after: '0901234567, 0911222333' });
});

test('of each state 50 rows are shown, and all are counted', async () => {
	const rows = (from: number, to: number) =>
		Array.from({ length: to - from }, (_, at) => `Công ty ${from + at}`).join('\n');
	await run(lan, `Company name\n${rows(0, 70)}\n`);
	const { id, report } = await check(lan, `Company name\n${rows(0, 140)}\n`);
	expect(report?.records).toEqual({ new: 70, changed: 0, kept: 70 });
	const shown = await shownOf(id);
	expect(shown.filter(({ state }) => state === 'new')).toHaveLength(50);
	expect(shown.filter(({ state }) => state === 'kept')).toHaveLength(50);
});

test('a long text that differs behind its beginning is shown from there', async () => {
	await run(lan, `Company name,Notes\nHoa Sen,${'a'.repeat(2_000)}\n`);
	const { id } = await check(lan, `Company name,Notes\nHoa Sen,${'a'.repeat(2_000)}b\n`, {
		duplicates: { email: 'fill', domain: 'fill', name: 'overwrite', unique: 'fill' },
	});
	const [row] = await shownOf(id);
	expect(row?.state).toBe('changed');
	const notes = row?.values.find(({ label }) => label === 'Notes');
	expect(notes?.after).toBe(`…${'a'.repeat(40)}b`);
	expect(notes?.before).toBe(`…${'a'.repeat(40)}`);
});

test('a new check replaces the rows, and a run deletes them', async () => {
	const checked = await check(lan, 'Company name\nHoa Sen\n');
	expect(await shownOf(checked.id)).toHaveLength(1);
	await runChecked(lan, checked);
	expect(await db.dataImportRow.count({ where: { userId: lan } })).toBe(0);
});

describe('what is shown is what a run saves', () => {
	const word = fc.constantFrom('', 'Hoa Sen', 'Sao Mai', 'Đông Á', 'Bình Minh');
	const row = fc.record({
		name: fc.constantFrom('Trần Quốc Bảo', 'Đặng Thị Ánh', 'Lê Nam'),
		company: fc.constantFrom('Hoa Sen', 'Sao Mai'),
		title: word,
		email: fc.constantFrom('', 'bao@example.com', 'anh@example.com', 'nam@example.com'),
		phone: fc.constantFrom('', '0901234567', '0911222333', '0283822123'),
		decides: fc.constantFrom('', 'yes'),
		notes: word,
		tags: fc.constantFrom('', 'vip', 'vip; mới'),
		zalo: word,
	});
	const file = (rows: Record<string, string>[]) =>
		[
			'Contact name,Company name,Job title,Email,Phone,Decision maker,Notes,Tags,Zalo',
			...rows.map((each) => Object.values(each).join(',')),
		].join('\n');
	const policy = fc.constantFrom('skip', 'fill', 'overwrite', 'create');
	const targets = [
		...['name', 'company', 'jobTitle', 'email', 'phone', 'isDecisionMaker', 'notes', 'tags'].map((field) => ({
			field,
		})),
		{ create: { name: 'Zalo', type: 'text' as const } },
	];

	test('random rows', { timeout: 120_000 }, async () => {
		const one = fc.array(row, { minLength: 1, maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(one, one, policy, policy, async (present, added, email, name) => {
				lan = await makeAccount('Nguyễn Thị Lan');
				await run(lan, file(present), { targets });
				const duplicates = { email, name, domain: 'fill', unique: 'fill' } as const;
				const checked = await check(lan, file(added), { targets, duplicates });
				const shown = await shownOf(checked.id);
				const before = new Set(
					(await db.contact.findMany({ where: { userId: lan }, select: { id: true } })).map(({ id }) => id),
				);
				const stamps = await versions();
				await runChecked(lan, checked);
				const all = await db.contact.findMany({ where: { userId: lan }, select: { id: true }, orderBy: { id: 'asc' } });
				const saved = await db.$transaction((tx) =>
					readInWords(
						tx,
						lan,
						'contacts',
						all.map(({ id }) => id),
					),
				);
				const texts = (values: Iterable<readonly [string, string | null]>) =>
					JSON.stringify([...values].filter(([, text]) => text).toSorted());
				const made = all.flatMap(({ id }) => (before.has(id) ? [] : texts(saved.get(id)?.values ?? [])));
				const expected = shown.filter(({ state }) => state === 'new');
				expect(expected.map(({ values }) => texts(values.map(({ label, after }) => [label, after])))).toEqual(made);
				const after = await versions();
				for (const each of shown) {
					if (each.state === 'new' || !each.recordId) continue;
					const values = each.values.map(({ label, after: text }) => [label, text] as const);
					expect(texts(values)).toBe(texts(saved.get(each.recordId)?.values ?? []));
					if (each.state === 'kept') expect(after.get(each.recordId)).toBe(stamps.get(each.recordId));
				}
				const changed = [...before].filter((id) => JSON.stringify(after.get(id)) !== JSON.stringify(stamps.get(id)));
				expect(
					shown
						.filter(({ state }) => state === 'changed')
						.map(({ recordId }) => recordId)
						.toSorted(),
				).toEqual(expect.arrayContaining(changed));
			}),
			{ numRuns: rounds(12) },
		);
	});

	/** The versions of the account's contacts. */
	async function versions() {
		const rows = await db.contact.findMany({ where: { userId: lan }, select: { id: true, version: true } });
		return new Map(rows.map(({ id, version }) => [id, version]));
	}
});
