import { beforeEach, expect, test } from 'vitest';
import { listRefusals } from '@/features/import/server/import-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { namedFields } from '../support/custom-fields';
import { check, runChecked } from '../support/import-files';

// Nothing of a file is left out without a word.

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

async function people() {
	const rows = await db.contact.findMany({
		where: { userId: lan },
		select: { name: true, notes: true, metadata: true },
	});
	return Promise.all(rows.map(async (row) => ({ ...row, metadata: await namedFields(lan, 'contact', row.metadata) })));
}

test('a text that is too long for a custom field is named by the check, and its row is not imported', async () => {
	// as some programs write it, each ế is three characters
	const fits = 'ế'.repeat(20_000);
	const file = [
		'Full name,Company,Email,Lịch sử',
		`Trần Quốc Bảo,Bình Minh,bao@example.com,${fits.normalize('NFD')}`,
		`Đặng Thị Ánh,Bình Minh,anh@example.com,${'x'.repeat(20_345)}`,
		// what its field cannot read goes to a custom field as well
		`Lê Nam,Bình Minh,${'nam '.repeat(5_100)},`,
	].join('\n');
	const checked = await check(lan, file, {
		targets: [
			{ field: 'name' },
			{ field: 'company' },
			{ field: 'email' },
			{ create: { name: 'Lịch sử', type: 'text' } },
		],
	});
	expect(checked.report).toMatchObject({ rows: 3, created: 1, refused: 2 });
	const tooLong = (length: string) =>
		`This text has ${length} characters. Use at most 20,000 in a custom field, or import the column as notes.`;
	expect(await listRefusals(lan, checked.id, 10)).toEqual([
		{ line: 3, field: 'Lịch sử', reason: tooLong('20,345') },
		{ line: 4, field: 'Email', reason: tooLong('20,399') },
	]);
	await runChecked(lan, checked);
	expect(await people()).toMatchObject([{ name: 'Trần Quốc Bảo', metadata: { 'Lịch sử': fits } }]);
});

test('of two columns for one field the second is kept as a custom field', async () => {
	const checked = await check(lan, 'Full name,Company,Notes,Remarks\nLê Nam,Bình Minh,Gọi lại,Thích cà phê\n', {
		targets: [{ field: 'name' }, { field: 'company' }, { field: 'notes' }, { field: 'notes' }],
	});
	await runChecked(lan, checked);
	expect(await people()).toMatchObject([{ notes: 'Gọi lại', metadata: { Remarks: 'Thích cà phê' } }]);
});
