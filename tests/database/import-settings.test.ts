import { beforeEach, describe, expect, test } from 'vitest';
import { type ImportSettings, importChanges, importRereading } from '@/features/import/import-settings';
import { changeImport } from '@/features/import/server/import-mutations';
import { getImport, previewFile } from '@/features/import/server/import-queries';
import type { UserId } from '@/lib/auth/session';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { check, inSet, upload } from '../support/import-files';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const kinds = ['companies', 'contacts', 'deals'] as const;
const files = {
	companies: 'Company name,Industry,Website\nNội thất Hoa Sen,Furniture,hoasen.example.com\n',
	contacts: 'First name,Last name,Company,Email\nBảo,Trần Quốc,Hoa Sen,bao@example.com\n',
	deals: 'Deal name,Company,Deal value,Stage\nMáy bơm,Hoa Sen,1500,Proposal\n',
};

describe('the kind of an import', () => {
	const switches = kinds.flatMap((from) => kinds.filter((to) => to !== from).map((to) => ({ from, to })));

	test.each(switches)('can be changed from $from to $to and back', async ({ from, to }) => {
		const { id, settings } = await upload(lan, files[from]);
		expect(settings.kind).toBe(from);
		for (const kind of [to, from]) {
			// as the form sends it: the fields of the columns are still those of the kind before
			const present = (await getImport(lan, id))?.settings;
			const parsed = parseInput(importRereading, { id, settings: { ...present, kind } });
			if (!parsed.ok) throw new Error(parsed.message);
			await inSet((tx) => changeImport(tx, lan, parsed.data));
			expect((await getImport(lan, id))?.settings.kind).toBe(kind);
		}
		expect((await getImport(lan, id))?.settings.targets).toEqual(settings.targets);
	});
});

test('a mapping that was made by hand survives the check', async () => {
	const targets = [
		{ field: 'name' },
		null,
		{ create: { name: 'Employer', type: 'text' as const } },
		{ field: 'email' },
	];
	const { settings, report } = await check(lan, files.contacts, {
		kind: 'contacts',
		withoutCompany: 'named',
		companyName: 'Hoa Sen',
		targets,
	});
	expect(report).toMatchObject({ created: 1, refused: 0 });
	expect(settings).toMatchObject({ kind: 'contacts', targets });
});

test.each([
	['companyName', 'Hoa\0Sen'],
	['companyName', 'Hoa \ud800'],
	['source', '\0'],
	['targets', [{ field: 'na\0me' }]],
	['targets', [{ metadata: '\udfff' }]],
])('%s with what no field may hold is refused by name', async (setting, value) => {
	const { id, settings } = await upload(lan, files.contacts);
	for (const [schema, sent] of [
		[importRereading, settings],
		[importChanges, asSent(settings)],
	] as const) {
		const parsed = parseInput(schema, { id, settings: { ...sent, [setting]: value } });
		expect(parsed).toMatchObject({ ok: false });
		expect(Object.keys(parsed.ok ? {} : parsed.fieldErrors)[0]).toContain(`settings.${setting}`);
	}
});

test.each([
	['a NUL', 'Fa\0x'],
	['an emoji where it is cut', `${'x'.repeat(63)}😀😀`],
	['nothing that shows', '\u200b'],
	['the mark of our own fields and 300 letters', `Field: ${'x'.repeat(300)}`],
	['accents without end', `e${'\u0301'.repeat(200)}`],
])('a column whose name has %s can be kept as a custom field', async (_, name) => {
	const rows = Array.from({ length: 20 }, (__, at) => `Person ${at},Hoa Sen,028 3822 ${at}`).join('\n');
	const { id, settings } = await upload(lan, `Contact name,Company,${name}\n${rows}\n`);
	const { columns } = await previewFile(lan, id, settings);
	const targets = settings.targets.with(2, { create: { name: columns[2]?.fieldName ?? '', type: 'text' } });
	expect(parseInput(importChanges, { id, settings: { ...asSent(settings), targets } })).toMatchObject({ ok: true });
	const checked = await check(lan, `Contact name,Company,${name}\n${rows}\n`, { targets });
	expect(checked.report).toMatchObject({ created: 20, refused: 0 });
	expect(checked.report?.problem).toBeUndefined();
});

test('a row with a NUL is refused with its cells, and the others are read', async () => {
	const rows = Array.from({ length: 20 }, (_, at) => `Person ${at},Hoa Sen`).join('\n');
	const { report } = await check(lan, `Contact name,Company\nLan\0,Hoa Sen\n${rows}\n`);
	expect(report?.problem).toBeUndefined();
	expect(report).toMatchObject({ created: 20, refused: 1 });
});

/** As the page sends settings for a check: without what was decided of rows. */
const asSent = ({ maybe: _, decided: __, ...settings }: ImportSettings) => settings;
