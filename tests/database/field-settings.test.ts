import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CustomField, customName } from '@/domain/custom-fields/custom-field-types';
import { customFields } from '@/domain/field-definitions';
import { companyListOf } from '@/features/companies/server/company-list';
import { listCompanies } from '@/features/companies/server/company-queries';
import { type FieldPreset, type FieldPresetName, offeredPresets, presets } from '@/features/fields/field-presets';
import { newCustomField } from '@/features/fields/schema';
import * as mutations from '@/features/fields/server/field-mutations';
import { countFieldValues, listFields } from '@/features/fields/server/field-queries';
import { addReadyMadeField } from '@/features/fields/server/preset-mutations';
import { setField } from '@/features/fields/server/set-field-mutations';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db, type Tx } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';

let lan: UserId;
let companies: string[];

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await db.company.createMany({ data: ['Bình Minh', 'Đại Phát', 'Hoa Sen'].map((name) => ({ userId: lan, name })) });
	companies = (await db.company.findMany({ where: { userId: lan }, orderBy: { name: 'asc' } })).map(({ id }) => id);
});
beforeEach(async () => {
	await db.$executeRaw`UPDATE company SET metadata = '{}' WHERE user_id = ${lan}::uuid`;
	await db.field.deleteMany({ where: { userId: lan } });
});

async function act<Done>(run: (tx: Tx) => Promise<Done>): Promise<Done & { undo: () => Promise<unknown> }> {
	const id = crypto.randomUUID();
	const done = await inChangeSet({ id, label: 'Edit field' }, run);
	const undo = () => inChangeSet({ id: crypto.randomUUID(), label: 'Undo' }, (tx) => undoChangeSet(tx, lan, { id }));
	return { ...done, undo };
}

type New = Parameters<typeof mutations.createField>[2];
const create = (name: string, more: Partial<New> = {}) =>
	act((tx) =>
		mutations.createField(tx, lan, {
			...{ id: crypto.randomUUID(), kind: 'company', type: 'text', name, help: null, inList: false, options: [] },
			...more,
		}),
	);
const option = (name: string) => ({ id: crypto.randomUUID(), name, colour: 'blue' as const });
const set = (field: string, ids: string[], value: string) =>
	act((tx) => setField(tx, lan, { kind: 'company', field, ids, how: 'set', value }));
const names = async () => (await listFields(lan, 'company')).map(({ name }) => name);
const held = async (field: string) =>
	(await db.company.findMany({ where: { userId: lan }, orderBy: { name: 'asc' } })).map(
		({ metadata }) => (metadata as Record<string, unknown>)[field],
	);

describe('fields are defined', () => {
	test('in an order that can be changed, and each change can be undone', async () => {
		const first = await create('Tax code');
		const { id: kho } = await create('Kho');
		const third = await create('<b>=HYPERLINK("x")</b>');
		await create('constructor');
		expect(await names()).toEqual(['Tax code', 'Kho', '<b>=HYPERLINK("x")</b>', 'constructor']);
		const { undo } = await act((tx) => mutations.moveField(tx, lan, { id: third.id, before: kho }));
		// one that is gone, or of another kind, is no place
		await act((tx) => mutations.moveField(tx, lan, { id: first.id, before: crypto.randomUUID() }));
		expect(await names()).toEqual(['Tax code', '<b>=HYPERLINK("x")</b>', 'Kho', 'constructor']);
		await undo();
		expect(await names()).toEqual(['Tax code', 'Kho', '<b>=HYPERLINK("x")</b>', 'constructor']);
		await act((tx) => mutations.moveField(tx, lan, { id: first.id, before: null }));
		expect(await names()).toEqual(['Kho', '<b>=HYPERLINK("x")</b>', 'constructor', 'Tax code']);
	});

	test('once by each name, in whichever letters; a form that is sent twice makes one', async () => {
		const { id } = await create('Tax code');
		await expect(create('TAX CODE')).rejects.toMatchObject({
			fieldErrors: { name: 'There is a field “Tax code” already.' },
		});
		await create('Tax code', { kind: 'contact' });
		await create('Another name', { id });
		expect(await names()).toEqual(['Tax code']);
		const { id: other } = await create('Kho');
		const renamed = { id: other, name: 'tax code', help: null, inList: false, options: [] };
		await expect(act((tx) => mutations.editField(tx, lan, renamed))).rejects.toMatchObject({
			fieldErrors: { name: 'There is a field “Tax code” already.' },
		});
	});

	test('once by names and options that only the database finds alike', async () => {
		await create('İ');
		await expect(create('i')).rejects.toMatchObject({ fieldErrors: { name: 'There is a field “İ” already.' } });
		const both = { type: 'choice' as const, options: [option('İ'), option('i')] };
		await expect(create('Nguồn', both)).rejects.toMatchObject({
			fieldErrors: { options: expect.stringContaining('two options') },
		});
	});

	test('up to 200 of a kind, with up to 500 options of different names', async () => {
		await db.field.createMany({
			data: Array.from({ length: 199 }, (_, n) => ({
				userId: lan,
				kind: 'company',
				type: 'text',
				name: `Ô ${n}`,
				place: n,
			})),
		});
		await create('The last one');
		await expect(create('One too many')).rejects.toThrow('You can have at most 200 custom fields of a kind.');
		const sent = (options: object[]) =>
			newCustomField.safeParse({
				...{ id: crypto.randomUUID(), kind: 'company', type: 'choice', name: 'Nguồn', help: '' },
				options: JSON.stringify(options),
			});
		const many = (count: number) => Array.from({ length: count }, (_, n) => option(`Lựa chọn ${n}`));
		expect(sent(many(500)).success).toBe(true);
		expect(sent(many(501)).error?.issues[0]?.message).toBe('A list can have 500 options.');
		expect(sent([option('Hội chợ'), option('HỘI CHỢ')]).error?.issues[0]?.message).toBe(
			'There are two options called “HỘI CHỢ”.',
		);
		expect(sent([option('x'.repeat(81))]).success).toBe(false);
		await expect(create('Nguồn', { kind: 'deal', type: 'choice' })).rejects.toMatchObject({
			fieldErrors: { options: 'Add at least one option.' },
		});
	});
});

describe('a list', () => {
	test('has its options renamed, exchanged and put in order without touching a record', async () => {
		const [fair, web] = [option('Trade fair'), option('Website')];
		const { id } = await create('Lead source', { type: 'choice', options: [fair, web] });
		await set(id, companies, 'Website');
		const swapped = [
			{ ...fair, name: 'Website' },
			{ ...web, name: 'Trade fair' },
		].toReversed();
		await act((tx) =>
			mutations.editField(tx, lan, { id, name: 'Nguồn', help: 'Từ đâu', inList: true, options: swapped }),
		);
		const [field] = await listFields(lan, 'company');
		expect(field).toMatchObject({ name: 'Nguồn', help: 'Từ đâu', inList: true });
		expect(field?.options.map(({ name }) => name)).toEqual(['Trade fair', 'Website']);
		expect(await countFieldValues(lan, { kind: 'company' })).toEqual({
			all: 3,
			filled: { [id]: 3 },
			options: { [web.id]: 3 },
		});
		expect(await held(id)).toEqual([web.id, web.id, web.id]);
	});

	test('loses an option, and the records with it; undo brings both back', async () => {
		const [cold, freight] = [option('Cold storage'), option('Freight')];
		const { id } = await create('Interested in', { type: 'choices', options: [cold, freight] });
		await set(id, companies.slice(0, 2), 'Cold storage; Freight');
		await set(id, companies.slice(1, 2), 'Cold storage');
		const { undo } = await act((tx) =>
			mutations.editField(tx, lan, { id, name: 'Interested in', help: null, inList: false, options: [freight] }),
		);
		expect(await held(id)).toEqual([[freight.id], undefined, undefined]);
		await undo();
		expect(await held(id)).toEqual([[cold.id, freight.id], [cold.id], undefined]);
		expect((await customFields(lan)).find((each) => each.id === id)?.options).toHaveLength(2);
	});
});

describe('a field that is no longer wanted', () => {
	test('is archived with its values, and comes back with them', async () => {
		const { id } = await create('Tax code', { inList: true });
		await set(id, companies, '3702145678');
		await act((tx) => mutations.archiveField(tx, lan, { id, isArchived: true }));
		expect((await companyListOf(lan)).columns.usual).not.toContain(customName(id));
		await expect(create('tax code')).rejects.toMatchObject({
			fieldErrors: { name: 'There is an archived field “Tax code”. Restore it, or choose another name.' },
		});
		await act((tx) => mutations.archiveField(tx, lan, { id, isArchived: false }));
		expect((await companyListOf(lan)).columns.usual).toContain(customName(id));
		expect(await held(id)).toEqual(['3702145678', '3702145678', '3702145678']);
	});

	test('is deleted with its values, and one undo brings all of it back, filters included', async () => {
		const { id } = await create('Tax code');
		await set(id, companies.slice(0, 2), '3702145678');
		const found = async () => {
			const list = await companyListOf(lan);
			return (await listCompanies(lan, list.parse({ f: `${customName(id)}.contains:2145` }), 'UTC')).count;
		};
		expect(await found()).toBe(2);
		const { undo, values } = await act((tx) => mutations.deleteField(tx, lan, { id }));
		expect(values).toBe(2);
		expect([await names(), await held(id), await found()]).toEqual([[], [undefined, undefined, undefined], 0]);
		await undo();
		expect([await names(), await found()]).toEqual([['Tax code'], 2]);
	});

	test('cannot be taken back by undo while a record has a value of it', async () => {
		const { id, undo } = await create('Tax code');
		await set(id, companies.slice(0, 1), '3702145678');
		await expect(undo()).rejects.toThrow();
		expect(await names()).toEqual(['Tax code']);
	});
});

describe('a ready-made field', () => {
	const add = (kind: CustomField['kind'], preset: FieldPresetName, id = crypto.randomUUID()) =>
		act((tx) => addReadyMadeField(tx, lan, { id, kind, preset }));
	const offered = async (kind: CustomField['kind']) =>
		offeredPresets(kind, await customFields(lan)).map(([key]) => key);

	test('is added as it is described, once, and is offered again after an undo', async () => {
		expect(await offered('company')).toEqual(['leadSource', 'taxCode', 'contractEnd']);
		const { id, undo } = await add('company', 'taxCode');
		expect(await customFields(lan)).toMatchObject([
			{ name: 'Tax code', type: 'text', checks: 'tax_code', isUnique: true, preset: 'taxCode', inList: false },
		]);
		expect(await add('company', 'taxCode')).toMatchObject({ id });
		expect(await offered('company')).toEqual(['leadSource', 'contractEnd']);
		await undo();
		expect(await offered('company')).toEqual(['leadSource', 'taxCode', 'contractEnd']);
	});

	test('of every kind that it is for has what it says; of any other there is none', async () => {
		for (const [key, preset] of Object.entries(presets) as [FieldPresetName, FieldPreset][])
			for (const kind of ['company', 'contact', 'deal', 'activity'] as const) {
				if (!preset.kinds.includes(kind)) {
					await expect(add(kind, key)).rejects.toThrow('There is no such field for these records.');
					continue;
				}
				const { id } = await add(kind, key);
				const made = (await customFields(lan)).find((field) => field.id === id);
				const { name, type, reminds = null, remindDays = null, options = [] } = preset;
				expect(made).toMatchObject({ kind, name, type, reminds, remindDays });
				expect(made?.options.map((each) => each.name)).toEqual(options);
			}
		for (const kind of ['company', 'contact', 'deal', 'activity'] as const) expect(await offered(kind)).toEqual([]);
	});

	test('whose name is taken is not offered, and refused', async () => {
		await create('TAX CODE');
		expect(await offered('company')).not.toContain('taxCode');
		await expect(add('company', 'taxCode')).rejects.toMatchObject({
			fieldErrors: { name: 'There is a field “TAX CODE” already.' },
		});
	});
});
