import { beforeEach, expect, test } from 'vitest';
import { customProperties } from '@/components/form/in-place/custom-properties';
import { ownFields } from '@/domain/fields/own-fields';
import { companyTyped } from '@/features/companies/schema';
import { findCompanyDuplicates } from '@/features/companies/server/company-duplicate-queries';
import { contactTyped } from '@/features/contacts/schema';
import { findContactDuplicates } from '@/features/contacts/server/contact-duplicate-queries';
import { fieldChanges, newCustomField } from '@/features/fields/schema';
import { createField, editField } from '@/features/fields/server/field-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { defineField } from '../support/custom-fields';

let lan: UserId;
let nam: UserId;
const style = { locale: 'vi-VN', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh' };

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	nam = await makeAccount('Lê Nam');
	await db.settings.create({ data: { userId: lan, ...style, weekStart: 1 } });
});

const company = (userId: UserId, name: string, metadata: Record<string, string | number> = {}) =>
	db.company.create({ data: { userId, name, metadata } });

/** The form of the settings: a box that is not marked is not sent. */
const changed = (id: string, name: string, more: object = {}) =>
	act((tx) => editField(tx, lan, fieldChanges.parse({ id, name, help: '', options: '[]', ...more })));

test('a field that is marked unique names the records that have the same value, however it is written', async () => {
	const { id } = await defineField(lan, { kind: 'company', type: 'text', name: 'Mã số thuế' });
	const bacHa = await company(lan, 'Bắc Hà', { [id]: '3702 145 678' });
	await company(nam, 'Của Nam', { [id]: '3702145678' });
	const hoaSen = await company(lan, 'Hoa Sen', { [id]: '3702145678' });
	const noteOf = async (record: typeof hoaSen) =>
		customProperties(await ownFields(lan, 'company', record), style)[0]?.note;
	const found = async (text: string, except?: string) => {
		const typed = { custom: JSON.stringify({ [id]: text, constructor: 'x', [crypto.randomUUID()]: 'x' }) };
		const rows = await findCompanyDuplicates(lan, companyTyped.parse({ ...typed, ...(except && { except }) }));
		return rows.map(({ name, same }) => `${name}: ${same}`);
	};
	expect(await noteOf(hoaSen)).toBeUndefined();
	expect(await found('3702145678')).toEqual([]);
	await changed(id, 'Mã số thuế', { isUnique: 'on' });
	expect(await noteOf(hoaSen)).toBe('Same as “Bắc Hà”.');
	expect(await noteOf(bacHa)).toBe('Same as “Hoa Sen”.');
	expect(await found('3702-145-678')).toEqual(['Bắc Hà: field:Mã số thuế', 'Hoa Sen: field:Mã số thuế']);
	expect(await found('3702145678', hoaSen.id)).toEqual(['Bắc Hà: field:Mã số thuế']);
	expect(await found('37')).toEqual([]);
	expect(await found(' ')).toEqual([]);
	await Promise.all(Array.from({ length: 6 }, (_, n) => company(lan, `Chi nhánh ${n}`, { [id]: '3702145678' })));
	expect(await noteOf(hoaSen)).toMatch(/^Same as “.+” and 3 more\.$/);
	await changed(id, 'Mã số thuế');
	expect(await noteOf(hoaSen)).toBeUndefined();
	expect(await found('3702145678')).toEqual([]);
});

test('numbers and links are compared as they are stored; what no field takes finds nothing', async () => {
	const make = (kind: 'company' | 'contact', type: 'number' | 'link' | 'date', name: string) =>
		act((tx) =>
			createField(
				tx,
				lan,
				newCustomField.parse({ id: crypto.randomUUID(), kind, type, name, help: '', options: '[]', isUnique: true }),
			),
		);
	const number = await make('contact', 'number', 'Số thẻ');
	const day = await make('contact', 'date', 'Sinh nhật');
	const { id: companyId } = await company(lan, 'Bắc Hà');
	await db.contact.create({ data: { userId: lan, companyId, name: 'Đặng Ánh', metadata: { [number.id]: 1500.5 } } });
	// only texts, numbers and links can be unique
	expect((await db.field.findFirst({ where: { userId: lan, id: day.id } }))?.isUnique).toBe(false);
	const found = async (custom: string) =>
		(await findContactDuplicates(lan, contactTyped.parse({ custom }))).map(({ name, same }) => `${name}: ${same}`);
	expect(await found(JSON.stringify({ [number.id]: '1.500,5' }))).toEqual(['Đặng Ánh: field:Số thẻ']);
	for (const sent of [
		'',
		'[',
		'[]',
		'{}',
		'null',
		'"x"',
		JSON.stringify({ [number.id]: 'x' }),
		JSON.stringify({ x: { a: 1 } }),
	])
		expect(await found(sent)).toEqual([]);
});
