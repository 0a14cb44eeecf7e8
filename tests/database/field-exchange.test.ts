import { beforeAll, expect, test } from 'vitest';
import { type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { companyFile } from '@/features/companies/server/company-export-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { defineField } from '../support/custom-fields';
import { rowsOf } from '../support/exports';

let lan: UserId;
let ids: Record<FieldType, string>;
let binhMinh: string;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Bình Minh' } })).id;
	const entries: [FieldType, string][] = [];
	for (const [type, label] of (Object.entries(fieldTypes) as [FieldType, string][]).reverse()) {
		const options = type.startsWith('choice') ? ['Hội chợ', 'Bạn bè; người quen', '=Web'] : [];
		entries.push([type, (await defineField(lan, { kind: 'company', type, name: label, options })).id]);
	}
	ids = Object.fromEntries(entries) as typeof ids;
});

test('a file has all fields in their order, with values in words', async () => {
	const archived = await defineField(lan, { kind: 'company', type: 'text', name: 'Cũ', isArchived: true });
	const unused = await defineField(lan, { kind: 'company', type: 'text', name: 'Không dùng', isArchived: true });
	const seaStar = await db.company.create({ data: { userId: lan, name: 'Sao Biển' } });
	const [anh, other] = await db.contact.createManyAndReturn({
		data: [
			{ userId: lan, companyId: binhMinh, name: 'Đặng Thị Ánh' },
			{ userId: lan, companyId: binhMinh, name: 'Lê Nam' },
			{ userId: lan, companyId: seaStar.id, name: 'lê nam' },
		],
	});
	const options = await db.fieldOption.findMany({ where: { userId: lan }, orderBy: { place: 'asc' } });
	const of = (type: FieldType) => options.filter(({ fieldId }) => fieldId === ids[type]).map(({ id }) => id);
	const metadata = {
		...{ [ids.text]: '=1+1', [ids.long]: 'một\nhai', [ids.number]: -1500.25, [ids.amount]: '1500.5 VND' },
		...{ [ids.date]: '2026-12-31', [ids.yes]: false, [ids.link]: 'https://example.com' },
		...{ [ids.choice]: of('choice')[1], [ids.choices]: of('choices').slice(0, 2) },
		...{ [ids.contact]: anh?.id, [ids.company]: binhMinh, [archived.id]: 'x' },
	} as Record<string, string>;
	await db.company.update({ where: { userId_id: { userId: lan, id: seaStar.id } }, data: { metadata } });
	const rows = await rowsOf(lan, companyFile, { sort: 'name.asc' });
	const heads = Object.keys(rows[0] ?? {}).filter((head) => head.startsWith('Field ('));
	expect(heads).toEqual([
		...Object.values(fieldTypes)
			.reverse()
			.map((name) => `Field (${name.toLowerCase()}): ${name}`),
		'Field (text): Cũ',
	]);
	expect(rows.find((row) => row['Company name'] === 'Sao Biển')).toMatchObject({
		...{
			'Field (text): Text': "'=1+1",
			'Field (long text): Long text': 'một\nhai',
			'Field (number): Number': '-1500.25',
		},
		...{
			'Field (amount): Amount': '1500.5 VND',
			'Field (date): Date': '2026-12-31',
			'Field (yes or no): Yes or no': 'No',
		},
		...{
			'Field (one from a list): One from a list': 'Bạn bè; người quen',
			'Field (several from a list): Several from a list': 'Hội chợ; "Bạn bè; người quen"',
		},
		...{
			'Field (link): Link': 'https://example.com',
			'Field (contact): Contact': 'Đặng Thị Ánh',
			'Field (company): Company': 'Bình Minh',
		},
		'Field (text): Cũ': 'x',
	});
	expect(rows.find((row) => row['Company name'] === 'Bình Minh')).toMatchObject({
		'Field (text): Cũ': '',
		'Field (date): Date': '',
	});
	expect(heads).not.toContain(unused.name);

	// a name that two have says whose it is, and one that is gone is not lost
	const set = (contact: string) =>
		db.company.update({
			where: { userId_id: { userId: lan, id: seaStar.id } },
			data: { metadata: { [ids.contact]: contact } },
		});
	const shown = async () =>
		(await rowsOf(lan, companyFile)).find((row) => row['Company name'] === 'Sao Biển')?.['Field (contact): Contact'];
	await set(other?.id ?? '');
	expect(await shown()).toBe('Lê Nam (Bình Minh)');
	await db.contact.deleteMany({ where: { userId: lan, id: other?.id ?? '' } });
	expect(await shown()).toBe(other?.id);
});
