import { beforeEach, expect, test } from 'vitest';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { customFields } from '@/domain/field-definitions';
import { fieldChanges, newCustomField } from '@/features/fields/schema';
import { createField, editField, showField } from '@/features/fields/server/field-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({
		data: { userId: lan, locale: 'vi-VN', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 },
	});
});

type Form = Record<string, string>;
type Option = CustomField['options'][number];
const option = (name: string): Option => ({ id: crypto.randomUUID(), name, colour: 'blue' });
const listed = (...options: Option[]) => JSON.stringify(options);

async function define(type: CustomField['type'], form: Form): Promise<string> {
	const id = crypto.randomUUID();
	await act((tx) => createField(tx, lan, newCustomField.parse({ id, kind: 'company', type, help: '', ...form })));
	return id;
}

/** Sends the form of a field as a window does that was opened with `was`, and changes `changes`. */
const save = (id: string, was: Form, changes: Form) =>
	act((tx) => editField(tx, lan, fieldChanges.parse({ id, ...was, ...changes, was: JSON.stringify(was) })));
const field = async (id: string) => (await customFields(lan)).find((each) => each.id === id);

test('of two windows that rename a field, the second is told, and nothing of it is saved', async () => {
	const was = { name: 'Mã số thuế', help: 'Mười số', options: '[]' };
	const id = await define('text', was);
	expect(await save(id, was, { name: ' MST ' })).toMatchObject({ name: 'MST', conflict: null });
	const second = await save(id, was, { name: 'Tax code', help: 'Có gạch nối' });
	expect(second.conflict).toEqual({ name: { value: 'MST', shown: 'MST' } });
	expect(await field(id)).toMatchObject({ name: 'MST', help: 'Mười số' });
	// kept all the same, now that it is known
	expect(await save(id, { ...was, name: 'MST' }, { name: 'Tax code' })).toMatchObject({ conflict: null });
	expect(await field(id)).toMatchObject({ name: 'Tax code', help: 'Mười số' });
	// the same name twice is none
	expect(await save(id, was, { name: 'Tax code' })).toMatchObject({ conflict: null });
});

test('what only one of two windows has changed stays, whichever is saved last', async () => {
	const was = { name: 'Nguồn', help: '', options: listed(option('Hội chợ')) };
	const id = await define('choice', was);
	await save(id, was, { help: 'Họ biết ta từ đâu', required: 'on' });
	await act((tx) => showField(tx, lan, { id, inList: true }));
	await save(id, was, { name: 'Nguồn khách', inForms: 'on' });
	expect(await field(id)).toMatchObject({
		name: 'Nguồn khách',
		help: 'Họ biết ta từ đâu',
		...{ required: true, inForms: true, inList: true },
	});
});

test('an option that another window has added is not taken away by a form that never showed it', async () => {
	const [fair, web] = [option('Hội chợ'), option('Website')];
	const was = { name: 'Nguồn', help: '', options: listed(fair) };
	const id = await define('choice', was);
	await save(id, was, { options: listed(fair, web) });
	const renamed = await save(id, was, { options: listed({ ...fair, name: 'Triển lãm' }) });
	expect(renamed.conflict).toEqual({ options: { value: listed(fair, web), shown: 'Hội chợ, Website' } });
	expect((await field(id))?.options).toEqual([fair, web]);
	await save(id, was, { help: 'Từ đâu' });
	expect((await field(id))?.options).toEqual([fair, web]);
});

test('a default value and a reminder are compared by what they are, not by how they are written', async () => {
	const was = { name: 'Hạn mức', help: '', options: '[]', inForms: 'on', defaultValue: '5.000.000' };
	const id = await define('amount', was);
	const stored = (await field(id))?.defaultValue;
	expect(await save(id, { ...was, defaultValue: '5000000' }, { defaultValue: '6000000' })).toMatchObject({
		conflict: null,
	});
	expect((await field(id))?.defaultValue).not.toEqual(stored);
	const second = await save(id, was, { defaultValue: '7000000' });
	expect(second.conflict?.defaultValue?.shown).toMatch(/^6\.000\.000/);

	const day = { name: 'Hết hạn', help: '', options: '[]', reminds: '' };
	const ends = await define('date', day);
	await save(ends, day, { reminds: 'once', remindDays: '14' });
	const yearly = await save(ends, day, { reminds: 'yearly', remindDays: '7' });
	expect(yearly.conflict).toEqual({
		reminds: { value: 'once', shown: 'Once' },
		remindDays: { value: '14', shown: '14' },
	});
	await save(ends, day, { help: 'Hợp đồng' });
	expect(await field(ends)).toMatchObject({ help: 'Hợp đồng', reminds: 'once', remindDays: 14 });
});

test('names of fields and options lose what turns the direction or takes no room, so that none can look like another', async () => {
	const id = await define('choice', {
		name: '\u202eMã\u200b số\u2066 thuế\ufeff',
		options: listed(option('Hội\u200b chợ\u202e'), option('👩\u200d🌾')),
	});
	const made = await field(id);
	expect(made?.name).toBe('Mã số thuế');
	expect(made?.options.map(({ name }) => name)).toEqual(['Hội chợ', '👩\u200d🌾']);
	await expect(define('text', { name: 'Mã số\u200b thuế', options: '[]' })).rejects.toMatchObject({
		fieldErrors: { name: 'There is a field “Mã số thuế” already.' },
	});
	const twice = newCustomField.safeParse({
		...{ id: crypto.randomUUID(), kind: 'company', type: 'choice', name: 'Kho', help: '' },
		options: listed(option('Lạnh'), option('Lạnh\u200f')),
	});
	expect(twice.error?.issues[0]?.message).toBe('There are two options called “Lạnh”.');
	for (const name of ['\u202e', '\u200b\u2060', ' \u2066 '])
		expect(newCustomField.safeParse({ id, kind: 'company', type: 'text', name, help: '', options: '[]' }).success).toBe(
			false,
		);
});
