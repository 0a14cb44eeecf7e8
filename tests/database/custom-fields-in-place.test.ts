import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { customProperties } from '@/components/form/in-place/custom-properties';
import { propertyText } from '@/components/form/in-place/property';
import { customName, type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { ownFields } from '@/domain/fields/own-fields';
import type { RecordNoun } from '@/domain/named-record';
import { activityFieldChange } from '@/features/activities/schema';
import { changeActivityField } from '@/features/activities/server/activity-field-mutations';
import { companyFieldChange } from '@/features/companies/schema';
import { changeCompanyField } from '@/features/companies/server/company-field-mutations';
import { readCompanyField } from '@/features/companies/server/company-field-queries';
import { contactFieldChange } from '@/features/contacts/schema';
import { changeContactField } from '@/features/contacts/server/contact-field-mutations';
import { dealFieldChange } from '@/features/deals/schema';
import { changeDealField } from '@/features/deals/server/deal-field-mutations';
import { archiveField, deleteField } from '@/features/fields/server/field-mutations';
import { createFieldOfRecord } from '@/features/fields/server/field-of-record-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma, type Tx } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { actAndUndo, acted } from '../support/act';
import { makeDeal } from '../support/deals';
import { snapshot } from '../support/snapshot';

// Custom fields of every type on records of every kind, as they are edited where they stand.

const nouns = {
	company: { schema: companyFieldChange, mutation: changeCompanyField },
	contact: { schema: contactFieldChange, mutation: changeContactField },
	deal: { schema: dealFieldChange, mutation: changeDealField },
	activity: { schema: activityFieldChange, mutation: changeActivityField },
};
const style = { locale: 'en-US', currency: 'USD', timeZone: 'UTC' };

let lan: UserId;
const ids = { company: '', contact: '', deal: '', activity: '', other: '', anotherContact: '' };
const options = { net30: '', cod: '' };
const fields = new Map<string, string>();
const fieldOf = (noun: RecordNoun, type: string) => fields.get(`${noun} ${type}`) ?? '';

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	const company = async (name: string) => (await db.company.create({ data: { userId: lan, name } })).id;
	const contact = async (name: string) =>
		(await db.contact.create({ data: { userId: lan, companyId: ids.company, name } })).id;
	[ids.company, ids.other] = [await company('Thủy sản Bình Minh'), await company('An Phát')];
	[ids.contact, ids.anotherContact] = [await contact('Trần Thị Ánh'), await contact('Lê Quốc Bảo')];
	ids.deal = await makeDeal(lan, ids.company, { name: 'Kho lạnh', value: '1500' });
	const call = { userId: lan, companyId: ids.company, type: 'call', subject: 'Gọi', at: new Date() } as const;
	ids.activity = (await db.activity.create({ data: call })).id;
	for (const kind of Object.keys(nouns))
		for (const [place, type] of Object.keys(fieldTypes).entries()) {
			const { id } = await db.field.create({ data: { userId: lan, kind, type, name: `Mục ${type}`, place } });
			fields.set(`${kind} ${type}`, id);
			if (!type.startsWith('choice')) continue;
			for (const [at, [option, name]] of [['net30', 'Net 30'] as const, ['cod', 'Trả; ngay'] as const].entries()) {
				const made = await db.fieldOption.create({
					data: { userId: lan, fieldId: id, name, colour: 'green', place: at },
				});
				fields.set(`${id} ${option}`, made.id);
			}
		}
});

const optionOf = (noun: RecordNoun, type: string, option: keyof typeof options) =>
	fields.get(`${fieldOf(noun, type)} ${option}`) ?? '';

/** What an editor sends, as the action takes it: refused in words, or saved in one change set. */
async function send(noun: RecordNoun, type: string, value: string, was: string, user = lan) {
	const parsed = sent(noun, type, value, was);
	try {
		return await acted((tx) => run(tx, noun, parsed, user));
	} catch (error) {
		const { name, message, fieldErrors } = error as Error & { fieldErrors?: Record<string, string> };
		if (name !== 'Refusal') throw error;
		return { refused: Object.values(fieldErrors ?? {})[0] ?? message };
	}
}
function sent(noun: RecordNoun, type: string, value: string, was: string) {
	const input = { id: ids[noun], field: customName(fieldOf(noun, type)), value, was };
	const parsed = parseInput(nouns[noun].schema as typeof companyFieldChange, input);
	if (!parsed.ok) throw new Error(parsed.message);
	return parsed.data;
}
const run = (tx: Tx, noun: RecordNoun, parsed: ReturnType<typeof sent>, user = lan) =>
	(nouns[noun].mutation as typeof changeCompanyField)(tx, user, parsed);

async function stored(noun: RecordNoun, type: FieldType) {
	const [row] = await db.$queryRaw<{ metadata: Record<string, unknown> }[]>`
		SELECT metadata FROM ${Prisma.raw(noun)} WHERE id = ${ids[noun]}::uuid`;
	return row?.metadata[fieldOf(noun, type)];
}

/** The properties that the page of a record shows. */
async function shown(noun: RecordNoun) {
	const [row] = await db.$queryRaw<{ metadata: unknown }[]>`
		SELECT metadata FROM ${Prisma.raw(noun)} WHERE id = ${ids[noun]}::uuid`;
	return customProperties(await ownFields(lan, noun, { id: ids[noun], metadata: row?.metadata }), style);
}

type Case = {
	/** What is typed, as the editor sends it once it is saved, as it is stored, and as the page shows it. */
	typed: string;
	value: string;
	stored: unknown;
	text: string;
	/** Another value, and what the field does not take. */
	other: string;
	wrong: string[];
};
const cases: Record<FieldType, (noun: RecordNoun) => Case> = {
	text: () => ({
		...{ typed: '  0312 847 596 ', value: '0312 847 596', stored: '0312 847 596', text: '0312 847 596' },
		...{ other: 'khác', wrong: ['a\0b', '\ud800', 'x'.repeat(2_001)] },
	}),
	long: () => ({
		...{ typed: 'Dòng 1\r\nDòng 2', value: 'Dòng 1\nDòng 2', stored: 'Dòng 1\nDòng 2', text: 'Dòng 1\nDòng 2' },
		...{ other: 'khác', wrong: ['a\0b', 'x'.repeat(20_001)] },
	}),
	number: () => ({
		...{ typed: '1,500.25', value: '1500.25', stored: 1500.25, text: '1,500.25' },
		...{ other: '-7', wrong: ['nhiều', '1.2345678', '1234567890123456'] },
	}),
	amount: () => ({
		...{ typed: '1.5m VND', value: '1500000 VND', stored: '1500000 VND', text: '₫1,500,000' },
		...{ other: '7.50 USD', wrong: ['nhiều USD', '-5 USD', '1 XXQ'] },
	}),
	date: () => ({
		...{ typed: '2026-12-18', value: '2026-12-18', stored: '2026-12-18', text: 'Dec 18, 2026' },
		...{ other: '2027-01-01', wrong: ['31/31/2026', 'soonish'] },
	}),
	yes: () => ({ typed: 'yes', value: 'yes', stored: true, text: 'Yes', other: 'no', wrong: ['perhaps'] }),
	choice: (noun) => ({
		...{ typed: 'Net 30', value: optionOf(noun, 'choice', 'net30'), stored: optionOf(noun, 'choice', 'net30') },
		...{ text: 'Net 30', other: optionOf(noun, 'choice', 'cod'), wrong: ['Net 31', uuidv7()] },
	}),
	choices: (noun) => {
		const both = [optionOf(noun, 'choices', 'net30'), optionOf(noun, 'choices', 'cod')];
		return {
			...{ typed: both.toReversed().join('; '), value: both.join('; '), stored: both, text: 'Net 30, Trả; ngay' },
			...{ other: both[1] ?? '', wrong: [`${both[0]}; ${uuidv7()}`] },
		};
	},
	link: () => ({
		...{ typed: 'www.example.com/vi', value: 'https://www.example.com/vi', stored: 'https://www.example.com/vi' },
		...{ text: 'example.com/vi', other: 'https://khac.example.com', wrong: ['javascript:alert(1)', 'x'] },
	}),
	contact: () => ({
		...{ typed: ids.contact, value: ids.contact, stored: ids.contact, text: 'Trần Thị Ánh' },
		...{ other: ids.anotherContact, wrong: ['Trần Thị Ánh', uuidv7(), ids.company] },
	}),
	company: () => ({
		...{ typed: ids.other, value: ids.other, stored: ids.other, text: 'An Phát' },
		...{ other: ids.company, wrong: ['An Phát', uuidv7(), ids.contact] },
	}),
};

describe.each(Object.keys(nouns) as RecordNoun[])('on a %s', (noun) => {
	describe.each(Object.keys(fieldTypes) as FieldType[])('%s', (type) => {
		test('is saved as it is understood, shown, undone and cleared', async () => {
			const { typed, value, stored: kept, text } = cases[type](noun);
			const again = await actAndUndo(
				lan,
				async (tx) => expect(await run(tx, noun, sent(noun, type, typed, ''))).toMatchObject({ is: 'saved', value }),
				async () => {
					expect(await stored(noun, type)).toEqual(kept);
					const property = (await shown(noun)).find(({ field }) => field === customName(fieldOf(noun, type)));
					expect(property).toMatchObject({ label: `Mục ${type}`, value, isOwn: true });
					expect(property && propertyText(property)).toBe(text);
					return send(noun, type, typed, '');
				},
			);
			// what was typed is what is there: sent once more, it changes nothing
			expect(again).toMatchObject({ data: { is: 'same', value } });
			expect(await stored(noun, type)).toBeUndefined();
			await send(noun, type, typed, '');
			expect(await send(noun, type, '', value)).toMatchObject({ data: { is: 'saved', value: '' } });
			expect(await stored(noun, type)).toBeUndefined();
		});

		test('is not overwritten where another value came in between, which is said by its name', async () => {
			const { typed, value, other, text } = cases[type](noun);
			await send(noun, type, typed, '');
			const before = await snapshot(lan);
			expect(await send(noun, type, other, 'cũ')).toMatchObject({
				data: { is: 'conflict', value, shown: type === 'contact' || type === 'company' ? text : null },
			});
			expect(await snapshot(lan)).toEqual(before);
			expect(await send(noun, type, other, value)).toMatchObject({ data: { is: 'saved' } });
		});

		test('refuses in words what does not fit, and changes nothing', async () => {
			const { typed, value, wrong } = cases[type](noun);
			await send(noun, type, typed, '');
			const before = await snapshot(lan);
			for (const text of wrong)
				expect(await send(noun, type, text, value), text.slice(0, 50)).toEqual({ refused: expect.any(String) });
			expect(await snapshot(lan)).toEqual(before);
		});

		test('belongs to its account', async () => {
			const stranger = await makeAccount('Lê Văn Lạ');
			const before = await snapshot(lan);
			expect(await send(noun, type, cases[type](noun).typed, '', stranger)).toEqual({
				refused: expect.stringContaining('no longer exists'),
			});
			expect(await snapshot(lan)).toEqual(before);
		});
	});

	test('a field of another kind of record is none of this one', async () => {
		const foreign = fieldOf(noun === 'deal' ? 'company' : 'deal', 'text');
		const { id } = { id: ids[noun] };
		const parsed = parseInput(nouns[noun].schema as typeof companyFieldChange, {
			...{ id, field: customName(foreign), value: 'x', was: '' },
		});
		if (!parsed.ok) throw new Error(parsed.message);
		await expect(acted((tx) => run(tx, noun, parsed.data))).rejects.toThrow('no longer exists');
	});
});

test('two fields of one record that are changed at the same time do not meet, and of one field one hears of the other', async () => {
	const [one, other] = await Promise.all([send('company', 'text', '0312', ''), send('company', 'number', '7', '')]);
	expect([one, other]).toMatchObject([{ data: { is: 'saved' } }, { data: { is: 'saved' } }]);
	expect([await stored('company', 'text'), await stored('company', 'number')]).toEqual(['0312', 7]);
	const both = await Promise.all(['1', '2'].map((value) => send('company', 'text', value, '0312')));
	expect(both.map((answer) => ('data' in answer ? answer.data.is : 'refused')).sort()).toEqual(['conflict', 'saved']);
});

test('amounts and numbers are read as the account writes them', async () => {
	await db.settings.create({ data: { userId: lan, currency: 'VND', locale: 'vi-VN', timeZone: 'UTC', weekStart: 1 } });
	expect(await send('deal', 'number', '1.500,25', '')).toMatchObject({ data: { is: 'saved', value: '1500,25' } });
	expect(await send('deal', 'amount', '1,5 tỷ', '')).toMatchObject({ data: { is: 'saved', value: '1500000000 VND' } });
	expect(await send('deal', 'amount', '7,5 USD', '1500000000 VND')).toMatchObject({ data: { value: '7.50 USD' } });
});

test('an archived field is shown where it has a value, and is not edited; a deleted one is gone', async () => {
	await send('company', 'text', '0312', '');
	const field = customName(fieldOf('company', 'text'));
	for (const type of ['text', 'long'])
		await acted((tx) => archiveField(tx, lan, { id: fieldOf('company', type), isArchived: true }));
	const own = (await shown('company')).filter(({ isReadOnly }) => isReadOnly);
	expect(own).toMatchObject([{ field, value: '0312', note: 'Archived' }]);
	expect(await readCompanyField(lan, { id: ids.company, field })).toBeNull();
	expect(await send('company', 'text', '0313', '0312')).toEqual({ refused: expect.stringContaining('archived') });
	await acted((tx) => deleteField(tx, lan, { id: fieldOf('company', 'number') }));
	expect(await send('company', 'number', '1', '')).toEqual({ refused: expect.stringContaining('deleted') });
});

test('a record that a field names and that is gone is said to be gone', async () => {
	await send('company', 'contact', ids.contact, '');
	await db.contact.delete({ where: { userId_id: { userId: lan, id: ids.contact } } });
	const field = customName(fieldOf('company', 'contact'));
	const property = (await shown('company')).find((each) => each.field === field);
	expect(property).toMatchObject({ text: 'A contact that is gone' });
	expect(property).not.toHaveProperty('to');
	expect(await readCompanyField(lan, { id: ids.company, field })).toMatchObject({ value: ids.contact });
});

test('a field that is made with a value which does not fit is not made', async () => {
	const make = (value: string) =>
		acted((tx) =>
			createFieldOfRecord(tx, lan, {
				...{ id: uuidv7(), kind: 'deal', type: 'number', name: 'Số công', help: null, inList: false, options: [] },
				...{ recordId: ids.deal, value },
			}),
		);
	const before = await snapshot(lan);
	await expect(make('nhiều')).rejects.toMatchObject({ fieldErrors: { value: 'Enter a number, such as 1500.' } });
	expect(await snapshot(lan)).toEqual(before);
	await make('12');
	expect((await shown('deal')).at(-1)).toMatchObject({ label: 'Số công', value: '12' });
});
