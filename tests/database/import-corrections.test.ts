import { beforeEach, describe, expect, test } from 'vitest';
import { emptyReport } from '@/features/import/import-outcome';
import { type importDecision, importEdit } from '@/features/import/import-settings';
import { maxEditedLines } from '@/features/import/import-shown';
import { decideImport, editImportRow } from '@/features/import/server/correcting-mutations';
import { beginCheck, changeImport, checkMapped, removeImport } from '@/features/import/server/import-mutations';
import { getImport } from '@/features/import/server/import-queries';
import { workOff } from '@/features/import/server/job-mutations';
import { getLine, listShownRows } from '@/features/import/server/shown-rows-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { check, inSet, runChecked, upload } from '../support/import-files';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const people = [
	'Contact name,Company name,Email',
	'Trần Quốc Bảo,Bình Minh,bao@example.com',
	',Hoa Sen,anh@example.com',
	'Lê Nam,,nam@example.com',
].join('\n');

/** Edits cells of a line and has the file checked, as the page does. */
async function edit(id: string, line: number, cells: Record<string, string>) {
	const result = await inSet((tx) => editImportRow(tx, lan, { id, line, cells }));
	if (result.isChecking) await workOff(lan, id);
	const found = await getImport(lan, id);
	if (!found) throw new Error('The import is gone.');
	return found;
}

describe('cells that are edited', () => {
	test('are imported as they were edited, and the file stays as it is', async () => {
		const { id, report } = await check(lan, people);
		expect(report).toMatchObject({ created: 2, refused: 1 });
		expect((await listShownRows(lan, id)).rejected).toMatchObject([
			{ line: 3, field: 'Contact name', cells: ['', 'Hoa Sen', 'anh@example.com'], isEdited: false },
		]);
		const checked = await edit(id, 3, { 0: 'Đặng Thị Ánh' });
		expect(checked).toMatchObject({ status: 'checked', report: { created: 3, refused: 0 } });
		const { rows, rejected } = await listShownRows(lan, id);
		expect(rejected).toEqual([]);
		expect(rows.filter(({ isEdited }) => isEdited)).toMatchObject([{ line: 3, name: 'Đặng Thị Ánh', state: 'new' }]);
		expect(await getLine(lan, { id, line: 3 })).toEqual({
			cells: ['Đặng Thị Ánh', 'Hoa Sen', 'anh@example.com'],
			original: ['', 'Hoa Sen', 'anh@example.com'],
		});
		const { report: done } = await runChecked(lan, checked);
		expect(done).toMatchObject({ created: 3, refused: 0 });
		expect(await db.contact.count({ where: { userId: lan, name: 'Đặng Thị Ánh' } })).toBe(1);
		expect(await db.dataImportEdit.count({ where: { userId: lan } })).toBe(0);
	});

	test('are rejected again with what was typed where that does not fit', async () => {
		const { id } = await check(lan, people);
		await edit(id, 3, { 0: 'x'.repeat(300) });
		expect((await listShownRows(lan, id)).rejected).toMatchObject([
			{ line: 3, cells: ['x'.repeat(300), 'Hoa Sen', 'anh@example.com'], isEdited: true },
		]);
	});

	test('of two tabs are both kept', async () => {
		const { id } = await check(lan, people);
		await edit(id, 4, { 1: 'Sao Mai' });
		await edit(id, 4, { 2: 'nam@saomai.example.com' });
		expect((await getLine(lan, { id, line: 4 })).cells).toEqual(['Lê Nam', 'Sao Mai', 'nam@saomai.example.com']);
	});

	test('that are as before again are no edits, and a row that is emptied is left out', async () => {
		const { id } = await check(lan, people);
		await edit(id, 3, { 0: 'Đặng Thị Ánh' });
		await edit(id, 3, { 0: '' });
		expect(await db.dataImportEdit.count({ where: { userId: lan } })).toBe(0);
		const { report } = await edit(id, 3, { 0: '', 1: '', 2: ' ' });
		expect(report).toMatchObject({ rows: 2, created: 2, refused: 0 });
	});

	test('survive another mapping, and are dropped where columns are read differently', async () => {
		const { id } = await check(lan, people);
		const { settings } = await edit(id, 3, { 0: 'Đặng Thị Ánh' });
		const targets = settings.targets.with(2, null);
		await inSet((tx) => beginCheck(tx, lan, { id, settings: { ...settings, targets } }));
		await workOff(lan, id);
		expect(await getImport(lan, id)).toMatchObject({ status: 'checked' });
		expect((await listShownRows(lan, id)).rows.map(({ name }) => name)).toContain('Đặng Thị Ánh');
		expect(await inSet((tx) => changeImport(tx, lan, { id, settings: { ...settings, kind: 'companies' } }))).toEqual({
			id,
			dropped: 0,
		});
		const other = { ...settings, separator: ';' as const };
		expect(await inSet((tx) => changeImport(tx, lan, { id, settings: other }))).toEqual({ id, dropped: 1 });
		expect(await db.dataImportEdit.count({ where: { userId: lan } })).toBe(0);
	});

	test('of a large file wait for the next check, and the report says so', async () => {
		const { id, report } = await check(lan, people);
		await db.dataImport.updateMany({ where: { id }, data: { report: { ...emptyReport, ...report, rows: 5_001 } } });
		const found = await edit(id, 3, { 0: 'Đặng Thị Ánh' });
		expect(found).toMatchObject({ status: 'uploaded', report: { isStale: true } });
		await inSet((tx) => beginCheck(tx, lan, found));
		await workOff(lan, id);
		expect((await getImport(lan, id))?.report).toMatchObject({ created: 3 });
		expect((await getImport(lan, id))?.report?.isStale).toBeUndefined();
	});

	test('are limited in number and length, with what to do', async () => {
		const { id, report } = await check(lan, people);
		await db.dataImportEdit.createMany({
			data: Array.from({ length: maxEditedLines }, (_, at) => ({
				userId: lan,
				importId: id,
				line: 100 + at,
				cells: ['x'],
			})),
		});
		await expect(edit(id, 3, { 0: 'Đặng Thị Ánh' })).rejects.toThrow(
			'You can edit at most 1,000 rows here. Edit the others in the file, then upload it again.',
		);
		expect((await getImport(lan, id))?.report).toEqual(report);
		for (const cells of [{ 0: 'a\0b' }, { 0: '\ud800' }, { 0: 'x'.repeat(100_001) }, { name: 'x' }, { '-1': 'x' }])
			expect(parseInput(importEdit, { id, line: 3, cells })).toMatchObject({ ok: false });
	});

	test.each([
		[1, { 0: 'x' }, 'There is no row in line 1 of this file.'],
		[99, { 0: 'x' }, 'There is no row in line 99 of this file.'],
		[3, { 7: 'x' }, 'This column no longer exists in the file.'],
	])('in line %i %j are none', async (line, cells, reason) => {
		const { id } = await check(lan, people);
		await expect(edit(id, line, cells as Record<string, string>)).rejects.toThrow(reason);
	});

	test('are not those of somebody else, nor of a file that was imported or is gone', async () => {
		const checked = await check(lan, people);
		const { id } = checked;
		const stranger = await makeAccount('Lê Văn Lạ');
		const change = { id, line: 3, cells: { 0: 'x' } };
		await expect(inSet((tx) => editImportRow(tx, stranger, change))).rejects.toThrow('no longer exists');
		await expect(getLine(stranger, { id, line: 3 })).rejects.toThrow('no longer exists');
		expect(await listShownRows(stranger, id)).toEqual({ rows: [], rejected: [] });
		await runChecked(lan, checked);
		await expect(edit(id, 3, { 0: 'x' })).rejects.toThrow('This file has been imported already.');
		await inSet((tx) => removeImport(tx, lan, { id }));
		await expect(edit(id, 3, { 0: 'x' })).rejects.toThrow('no longer exists');
	});
});

describe('what is decided of rows that may be the same', () => {
	type Decision = Parameters<typeof decideImport>[2];
	const decide = (id: string, line: number | null, decision: Decision['decision'], of = lan) =>
		inSet((tx) => decideImport(tx, of, { id, line, decision } satisfies Decision as typeof importDecision._output));

	/** A checked file of which line 2 may be the same as line 4. */
	async function maybe() {
		const checked = await check(lan, people);
		const data = { maybe: { by: 'email', line: 4, recordId: null, name: 'Lê Nam', detail: '' } };
		await db.dataImportRow.updateMany({ where: { userId: lan, importId: checked.id, line: 2 }, data });
		return checked;
	}

	const settingsOf = async (id: string) => (await getImport(lan, id))?.settings;

	test('stands in the settings, row by row or for all', async () => {
		const { id } = await maybe();
		expect(await decide(id, 2, 'same')).toEqual({ id, isChecking: true });
		await workOff(lan, id);
		expect(await settingsOf(id)).toMatchObject({ maybe: 'apart', decided: { 2: 'same' } });
		await decide(id, null, 'same');
		await workOff(lan, id);
		expect(await settingsOf(id)).toMatchObject({ maybe: 'same', decided: {} });
	});

	test('is kept by a check from a tab that does not know it, and dropped with the kind', async () => {
		const { id, settings } = await maybe();
		await decide(id, 2, 'same');
		await workOff(lan, id);
		const { maybe: _, decided: __, ...sent } = settings;
		await inSet((tx) => checkMapped(tx, lan, { id, settings: sent }));
		await workOff(lan, id);
		expect(await settingsOf(id)).toMatchObject({ decided: { 2: 'same' } });
		await inSet((tx) => changeImport(tx, lan, { id, settings: { ...settings, familyFirst: true } }));
		expect(await settingsOf(id)).toMatchObject({ decided: { 2: 'same' } });
		await inSet((tx) => changeImport(tx, lan, { id, settings: { ...settings, kind: 'companies' } }));
		expect(await settingsOf(id)).toMatchObject({ decided: {} });
	});

	test('is only of rows that may be the same, and of one’s own files', async () => {
		const { id } = await maybe();
		await expect(decide(id, 4, 'same')).rejects.toThrow('no longer one that may be the same');
		await expect(decide(id, 2, 'same', await makeAccount('Lê Văn Lạ'))).rejects.toThrow('no longer exists');
		expect(await settingsOf(id)).toMatchObject({ decided: {} });
	});

	test('is what the next check and the run do', async () => {
		const { id } = await check(lan, 'Company name,Phone\nSao Mai,\nCông ty TNHH Sao Mai,0901234567\n', {
			kind: 'companies',
		});
		const [, row] = (await listShownRows(lan, id)).rows;
		expect(row).toMatchObject({ line: 3, state: 'new', maybe: { by: 'spelling', line: 2, name: 'Sao Mai' } });
		await decide(id, 3, 'same');
		await workOff(lan, id);
		const checked = await getImport(lan, id);
		expect(checked).toMatchObject({ status: 'checked', report: { records: { new: 1 } } });
		if (checked) await runChecked(lan, checked);
		expect(await db.company.findMany({ where: { userId: lan }, select: { name: true, phone: true } })).toEqual([
			{ name: 'Sao Mai', phone: '0901234567' },
		]);
	});

	test('is remembered when the same file comes again, also one that was only checked, and for no other', async () => {
		const file = 'Company name,Phone\nSao Mai,\nCông ty TNHH Sao Mai,0901234567\n';
		const { id } = await check(lan, file, { kind: 'companies' });
		await decide(id, 3, 'same');
		await workOff(lan, id);
		const again = await check(lan, file);
		expect(again).toMatchObject({ settings: { kind: 'companies', decided: { 3: 'same' } }, report: { created: 1 } });
		await decide(again.id, null, 'same');
		await workOff(lan, again.id);
		const checked = await getImport(lan, again.id);
		if (checked) await runChecked(lan, checked);
		expect((await upload(lan, file)).settings).toMatchObject({ maybe: 'same', decided: {} });
		expect((await upload(lan, `${file}Hoa Sen,\n`)).settings).toMatchObject({ maybe: 'apart', decided: {} });
		expect((await upload(await makeAccount('Lê Văn Lạ'), file)).settings).toMatchObject({
			maybe: 'apart',
			decided: {},
		});
	});
});
