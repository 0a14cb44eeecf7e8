import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { editFormFields, newFormFields } from '@/domain/fields/form-fields';
import { activityChanges, newActivity } from '@/features/activities/schema';
import { createActivity, updateActivity } from '@/features/activities/server/activity-mutations';
import { companyChanges, newCompany } from '@/features/companies/schema';
import { createCompany, updateCompany } from '@/features/companies/server/company-mutations';
import { contactChanges, newContact } from '@/features/contacts/schema';
import { createContact, updateContact } from '@/features/contacts/server/contact-mutations';
import { dealChanges, newDeal } from '@/features/deals/schema';
import { createDeal, updateDeal } from '@/features/deals/server/deal-mutations';
import { archiveField, createField, editField } from '@/features/fields/server/field-mutations';
import { listFields } from '@/features/fields/server/field-queries';
import { readPreset } from '@/features/quick-create/server/preset-queries';
import { createRecords } from '@/features/quick-create/server/record-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma, type Tx } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { actAndUndo, acted } from '../support/act';
import { snapshot } from '../support/snapshot';

// Custom fields of every type in the forms of every kind of record.

type Mutation = (tx: Tx, userId: UserId, input: never) => Promise<unknown>;
const nouns = {
	company: { forms: [newCompany, companyChanges], mutations: [createCompany, updateCompany] as Mutation[] },
	contact: { forms: [newContact, contactChanges], mutations: [createContact, updateContact] as Mutation[] },
	deal: { forms: [newDeal, dealChanges], mutations: [createDeal, updateDeal] as Mutation[] },
	activity: { forms: [newActivity, activityChanges], mutations: [createActivity, updateActivity] as Mutation[] },
} as const;
type Noun = keyof typeof nouns;

let lan: UserId;
let company: string;
let contact: string;
const style = { locale: 'en-US', currency: 'USD' };

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	company = (await db.company.create({ data: { userId: lan, name: 'An Phát' } })).id;
	contact = (await db.contact.create({ data: { userId: lan, companyId: company, name: 'Trần Thị Ánh' } })).id;
});

/** What each form sends beside the custom fields. */
const plain: Record<Noun, () => object> = {
	company: () => ({ name: 'Thủy sản Bình Minh', tags: '[]' }),
	contact: () => ({ name: 'Lê Quốc Bảo', companyId: company, tags: '[]' }),
	deal: () => ({ name: 'Kho lạnh', value: '1500', currency: 'USD', stage: 'prospecting', companyId: company }),
	activity: () => ({ type: 'call', subject: 'Gọi', companyId: company }),
};

/** Sends a form: of a new record, or of one at a version. */
async function send(noun: Noun, input: { id: string; version?: number }, custom?: Record<string, string>, user = lan) {
	const at = input.version === undefined ? 0 : 1;
	const { forms, mutations } = nouns[noun];
	const sent = { ...plain[noun](), ...input, ...(custom && { custom: JSON.stringify(custom) }) };
	const parsed = parseInput(forms[at] as typeof newCompany, sent);
	if (!parsed.ok) return { refused: parsed.fieldErrors };
	try {
		return await acted((tx) => (mutations[at] as Mutation)(tx, user, parsed.data as never));
	} catch (error) {
		const { name, message, fieldErrors } = error as Error & { fieldErrors?: Record<string, string> };
		if (name !== 'Refusal') throw error;
		return { refused: fieldErrors ?? { '': message } };
	}
}

async function rowOf(noun: Noun, id: string) {
	const [row] = await db.$queryRaw<{ metadata: Record<string, unknown>; version: number }[]>`
		SELECT metadata, version FROM ${Prisma.raw(noun)} WHERE user_id = ${lan}::uuid AND id = ${id}::uuid`;
	return row;
}

const options = () => ['Net 30', 'Trả ngay'].map((name) => ({ id: uuidv7(), name, colour: 'green' as const }));

/** Defines a field as the settings do. */
async function define(
	kind: Noun,
	type: FieldType,
	more: { required?: boolean; inForms?: boolean; defaultValue?: string } = {},
) {
	const id = uuidv7();
	const list = type.startsWith('choice') ? options() : [];
	const described = { name: `Mục ${type} ${id.slice(-4)}`, help: null, inList: false, options: list };
	await acted((tx) => createField(tx, lan, { id, kind, type, ...described, ...more }));
	return { id, name: described.name, list: list.map((option) => option.id) };
}

type Field = Awaited<ReturnType<typeof define>>;
/** What is typed into a field of a type, what is stored then, what the form for editing begins with, and what does not fit. */
const cases: Record<FieldType, (field: Field) => [typed: string, stored: unknown, text: string, wrong: string]> = {
	text: () => [' 0312 847 596 ', '0312 847 596', '0312 847 596', 'a\0b'],
	long: () => ['Một\r\nhai', 'Một\nhai', 'Một\nhai', 'a\0b'],
	number: () => ['1,500.25', 1500.25, '1500.25', 'nhiều'],
	amount: () => ['1.5m VND', '1500000 VND', '1,500,000 VND', 'nhiều'],
	date: () => ['2026-12-18', '2026-12-18', '2026-12-18', 'soonish'],
	yes: () => ['no', false, 'no', 'perhaps'],
	choice: ({ list }) => [list[1] ?? '', list[1], list[1] ?? '', uuidv7()],
	choices: ({ list }) => [list.toReversed().join('; '), list, list.join('; '), uuidv7()],
	link: () => ['www.example.com', 'https://www.example.com', 'https://www.example.com', 'x'],
	contact: () => [contact, contact, contact, uuidv7()],
	company: () => [company, company, company, 'An Phát'],
};

describe.each(Object.keys(nouns) as Noun[])('the forms of a %s', (noun) => {
	test.each(Object.keys(fieldTypes) as FieldType[])(
		'take a value of type %s, show it again, and change it',
		async (type) => {
			const field = await define(noun, type);
			const [typed, stored, text, wrong] = cases[type](field);
			const id = uuidv7();
			const before = await snapshot(lan);
			expect(await send(noun, { id }, { [field.id]: wrong })).toEqual({
				refused: { [`custom.${field.id}`]: expect.any(String) },
			});
			expect(await snapshot(lan)).toEqual(before);
			await send(noun, { id }, { [field.id]: typed });
			const made = await rowOf(noun, id);
			expect(made?.metadata).toEqual({ [field.id]: stored });
			// the same form sent once more, after an answer that was lost, and one that was changed since
			expect(await send(noun, { id }, { [field.id]: typed })).toHaveProperty('data');
			expect(await send(noun, { id }, { [field.id]: '' })).toEqual({
				refused: { '': expect.stringContaining('before') },
			});
			expect(await editFormFields(lan, noun, { id, metadata: made?.metadata }, style)).toMatchObject([
				{ id: field.id, text },
			]);
			// as it stands it changes nothing, and without custom fields neither
			await send(noun, { id, version: made?.version ?? 0 }, { [field.id]: text });
			await send(noun, { id, version: (await rowOf(noun, id))?.version ?? 0 });
			expect((await rowOf(noun, id))?.metadata).toEqual({ [field.id]: stored });
			const version = (await rowOf(noun, id))?.version ?? 0;
			expect(await send(noun, { id, version }, { [field.id]: wrong })).toHaveProperty('refused');
			await send(noun, { id, version }, { [field.id]: '' });
			expect((await rowOf(noun, id))?.metadata).toEqual({});
		},
	);

	test('ask for what is required, and nobody else does', async () => {
		const { id: field, name } = await define(noun, 'text', { required: true });
		const id = uuidv7();
		const missing = { refused: { [`custom.${field}`]: `${name} is required.` } };
		expect(await send(noun, { id }, {})).toEqual(missing);
		expect(await send(noun, { id }, { [field]: ' \n' })).toEqual(missing);
		expect(await rowOf(noun, id)).toBeUndefined();
		// what sends no custom fields, such as the composer or the board, is not asked
		await send(noun, { id });
		const version = (await rowOf(noun, id))?.version ?? 0;
		expect(await send(noun, { id, version }, { [field]: '' })).toEqual(missing);
		await send(noun, { id, version }, { [field]: '0312' });
		expect((await rowOf(noun, id))?.metadata).toEqual({ [field]: '0312' });
	});

	test('refuse at a stranger’s fields, and lose nothing that was typed into one that is archived meanwhile', async () => {
		const field = await define(noun, 'text', { inForms: true });
		const stranger = await makeAccount('Lê Văn Lạ');
		const before = await snapshot(lan);
		expect(await send(noun, { id: uuidv7() }, { [field.id]: 'x' }, stranger)).toHaveProperty('refused');
		expect(await snapshot(lan)).toEqual(before);
		await acted((tx) => archiveField(tx, lan, { id: field.id, isArchived: true }));
		expect(await send(noun, { id: uuidv7() }, { [field.id]: 'x' })).toEqual({
			refused: { [`custom.${field.id}`]: expect.stringContaining('deleted or archived') },
		});
		expect(await send(noun, { id: uuidv7() }, { [field.id]: '' })).toHaveProperty('data');
		expect(await newFormFields(lan, noun, style)).toEqual([]);
	});
});

test('a new form shows what is to be shown in it or required, in order, with default values', async () => {
	await define('company', 'text');
	const shown = await define('company', 'amount', { inForms: true, defaultValue: '1.5m VND' });
	const required = await define('company', 'yes', { required: true, defaultValue: 'Yes' });
	const asked = await newFormFields(lan, 'company', style);
	expect(asked).toMatchObject([
		{ id: shown.id, text: '1,500,000 VND', required: false },
		{ id: required.id, text: 'yes', required: true },
	]);
	expect(await newFormFields(lan, 'deal', style)).toEqual([]);
	expect((await readPreset(lan, {})).custom).toEqual({ company: asked, contact: [], deal: [] });
	expect(await editFormFields(lan, 'company', { id: uuidv7(), metadata: {} }, style)).toHaveLength(3);
});

test('a default value has to fit its field, and an undo brings the former one back', async () => {
	const { id, name } = await define('company', 'number', { inForms: true, defaultValue: '30' });
	const described = { id, name, help: null, inList: false, options: [] };
	await expect(acted((tx) => editField(tx, lan, { ...described, defaultValue: 'nhiều' }))).rejects.toMatchObject({
		fieldErrors: { defaultValue: 'Enter a number, such as 1500.' },
	});
	const text = async () => (await newFormFields(lan, 'company', style))[0]?.text;
	await actAndUndo(
		lan,
		(tx) => editField(tx, lan, { ...described, defaultValue: '45' }),
		async () => expect(await text()).toBe('45'),
	);
	expect(await text()).toBe('30');
	await acted((tx) => editField(tx, lan, { ...described, defaultValue: '' }));
	expect(await text()).toBe('');
});

test('a contact or a company is a default value too, by its name, and none once it is gone', async () => {
	const linh = (await db.contact.create({ data: { userId: lan, companyId: company, name: 'Võ Thị Linh' } })).id;
	const { id } = await define('company', 'contact', { inForms: true, defaultValue: linh });
	const asked = async () => (await newFormFields(lan, 'company', style))[0];
	expect(await asked()).toMatchObject({ text: linh, named: 'Võ Thị Linh' });
	expect((await readPreset(lan, {})).custom.company[0]).toEqual(await asked());
	expect((await listFields(lan, 'company'))[0]).toMatchObject({ defaultText: linh, defaultNamed: 'Võ Thị Linh' });
	await db.contact.delete({ where: { userId_id: { userId: lan, id: linh } } });
	expect(await asked()).toMatchObject({ id, text: '' });
	// a company that is named in another form begins without it
	const named = uuidv7();
	await send('contact', { id: uuidv7(), companyId: named, newCompany: 'Hoa Sen' } as never);
	expect((await rowOf('company', named))?.metadata).toEqual({});
});

test('who is named in the form of another record has what their own form would have begun with', async () => {
	const terms = await define('company', 'text', { required: true, defaultValue: 'Net 30' });
	const hidden = await define('company', 'text', { defaultValue: 'Net 45' });
	const source = await define('contact', 'contact', { inForms: true, defaultValue: contact });
	const [companyId, contactId] = [uuidv7(), uuidv7()];
	const sent = { companyId, newCompany: 'Hoa Sen', contactId, newContact: 'Đỗ Minh Châu' };
	const deal = await actAndUndo(
		lan,
		(tx) => createDeal(tx, lan, parsedDeal({ ...sent, id: uuidv7() })),
		async () => [await rowOf('company', companyId), await rowOf('contact', contactId)],
	);
	expect(deal).toMatchObject([{ metadata: { [terms.id]: 'Net 30' } }, { metadata: { [source.id]: contact } }]);
	expect(deal[0]?.metadata).not.toHaveProperty(hidden.id);
});

function parsedDeal(fields: object) {
	const parsed = parseInput(newDeal, { ...plain.deal(), ...fields });
	if (!parsed.ok) throw new Error(parsed.message);
	return parsed.data;
}

test('several records are made at once, and what is missing is said of its own part', async () => {
	const ofCompany = await define('company', 'text', { required: true });
	const ofDeal = await define('deal', 'text', { required: true });
	const ids = { company: uuidv7(), deal: uuidv7() };
	const make = (texts: { company: string; deal: string }) => {
		const parse = (noun: 'company' | 'deal', field: string, more: object) => {
			const custom = JSON.stringify({ [field]: texts[noun] });
			const parsed = parseInput(nouns[noun].forms[0] as typeof newDeal, {
				...plain[noun](),
				id: ids[noun],
				...more,
				custom,
			});
			if (!parsed.ok) throw new Error(parsed.message);
			return parsed.data;
		};
		const input = {
			company: parse('company', ofCompany.id, {}),
			deal: parse('deal', ofDeal.id, { companyId: ids.company }),
		};
		return acted((tx) => createRecords(tx, lan, input as never));
	};
	const before = await snapshot(lan);
	await expect(make({ company: '0312', deal: '' })).rejects.toMatchObject({
		fieldErrors: { [`deal.custom.${ofDeal.id}`]: `${ofDeal.name} is required.` },
	});
	expect(await snapshot(lan)).toEqual(before);
	await make({ company: '0312', deal: 'CIF' });
	expect((await rowOf('company', ids.company))?.metadata).toEqual({ [ofCompany.id]: '0312' });
	expect((await rowOf('deal', ids.deal))?.metadata).toEqual({ [ofDeal.id]: 'CIF' });
});
