import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import * as deals from '@/features/deals/server/deal-mutations';
import { getDeal } from '@/features/deals/server/deal-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { createFrom as createFromForm, makeSeller, readDeal, saveDeal } from '../support/deal-forms';
import { makeDeal, plainDeal } from '../support/deals';
import { makeCompanyWithEverything } from '../support/sample-account';
import { snapshot } from '../support/snapshot';

let lan: UserId;
let john: UserId;
let binhMinh: string;
let hoaSen: string;
let bảo: string;
let foreign: Awaited<ReturnType<typeof makeCompanyWithEverything>>;

beforeAll(async () => {
	({ lan, binhMinh, hoaSen } = await makeSeller());
	john = await makeAccount('John Carter');
	bảo = (await db.contact.create({ data: { userId: lan, companyId: binhMinh, name: 'Trần Quốc Bảo' } })).id;
	foreign = await makeCompanyWithEverything(john, 'Carter Ltd');
});

const createFrom = (userId: UserId, form: object) => createFromForm(userId, { companyId: binhMinh, ...form });
const read = (id: string) => readDeal(lan, id);
const save = (id: string, fields: object) => saveDeal(lan, id, fields);

describe('a deal’s value', () => {
	test.each([
		['1.500.000', 'VND', '1500000'],
		['1,500,000', 'VND', '1500000'],
		['1,5 tỷ', 'VND', '1500000000'],
		['1.500 VND', 'VND', '1500'],
		['1,5', 'USD', '1.5'],
		[',5', 'USD', '0.5'],
		['.5', 'USD', '0.5'],
		['9999999999999,99', 'USD', '9999999999999.99'],
		['0', 'USD', '0'],
		['1tr2', 'VND', '1200000'],
		['2 triệu rưỡi', 'VND', '2500000'],
		['1 tỷ 2', 'VND', '1200000000'],
		['１５００', 'VND', '1500'],
		['1,500', 'KWD', '1.5'],
	])('is read in Vietnam: %s %s', async (value, currency, stored) => {
		const { id } = await createFrom(lan, { value, currency });
		expect(String((await read(id)).value)).toBe(stored);
	});

	test('is read in American English where nothing else is set', async () => {
		const { id } = await createFrom(john, { companyId: foreign.company, value: '1,500,000.50' });
		expect(String((await getDeal(john, id))?.value)).toBe('1500000.5');
	});

	test.each([
		['-5', 'USD', 'An amount can’t be negative. Enter 0 or more.'],
		['−5', 'USD', 'An amount can’t be negative. Enter 0 or more.'],
		['10000000000000', 'VND', 'Enter an amount below 10.000.000.000.000.'],
		['10000 tỷ', 'VND', 'Enter an amount below 10.000.000.000.000.'],
		['1,005', 'USD', 'A comma starts the decimals here, and USD has only 2. For thousands, enter 1.005.'],
		['1,500', 'USD', 'A comma starts the decimals here, and USD has only 2. For thousands, enter 1.500.'],
		['1,234', 'KWD', 'This reads as 1,234. MiniCRM stores 2 of the 3 decimals of KWD. Enter 1,23, for example.'],
		['A$1500', 'USD', 'This is in AUD (Australian Dollar), but the currency is USD. Change one of them.'],
		['R$ 1.500,00', 'USD', 'This is in BRL (Brazilian Real), but the currency is USD. Change one of them.'],
		['1,5', 'VND', 'This reads as 1,5, and VND has no decimals. Enter 1, for example.'],
		['12abc', 'USD', 'Enter an amount, such as 1.500.000.'],
		['1.5mil', 'USD', 'Enter an amount, such as 1.500.000.'],
		['100 USD', 'VND', 'This is in USD'],
		['1e5', 'USD', 'Enter an amount, such as 1.500.000.'],
		['', 'USD', 'Deal value is required.'],
	])('is refused beside its field: %s %s', async (value, currency, message) => {
		await expect(createFrom(lan, { value, currency })).rejects.toMatchObject({
			fieldErrors: { value: expect.stringContaining(message) },
		});
	});
});

describe('a form is refused beside the field', () => {
	test.each([
		['a stage that is none', { stage: 'won' }, 'stage'],
		['a probability above 100', { ownProbability: '101' }, 'ownProbability'],
		['a probability above 100 as a number', { ownProbability: 101 }, 'ownProbability'],
		['a negative probability', { ownProbability: '-1' }, 'ownProbability'],
		['a currency that is none', { currency: 'ABC' }, 'currency'],
		['a day that is none', { expectedCloseOn: '2026-02-30' }, 'expectedCloseOn'],
		['no name', { name: ' \u200b ' }, 'name'],
		['no company', { companyId: '' }, 'companyId'],
	])('%s', async (_, form, field) => {
		await expect(createFrom(lan, form)).rejects.toMatchObject({ fieldErrors: { [field]: expect.any(String) } });
	});

	test('whose company or contact is somebody else’s, gone or of another company', async () => {
		const before = await snapshot(lan);
		for (const companyId of [foreign.company, uuidv7()])
			await expect(createFrom(lan, { companyId })).rejects.toMatchObject({
				fieldErrors: { companyId: expect.any(String) },
			});
		for (const [companyId, contactId] of [
			[hoaSen, bảo],
			[binhMinh, foreign.contact],
			[binhMinh, uuidv7()],
		])
			await expect(createFrom(lan, { companyId, contactId })).rejects.toMatchObject({
				fieldErrors: { contactId: expect.any(String) },
			});
		expect(await snapshot(lan)).toEqual(before);
		const id = await makeDeal(lan, binhMinh);
		await expect(save(id, { companyId: hoaSen, contactId: bảo })).rejects.toMatchObject({
			fieldErrors: { contactId: expect.any(String) },
		});
	});

	test('or not at all where it is somebody else’s deal', async () => {
		const theirs = await snapshot(john);
		const { version } = await db.deal.findFirstOrThrow({ where: { id: foreign.deal } });
		const form = { id: foreign.deal, version, companyId: binhMinh, ...plainDeal };
		await expect(act((tx) => deals.updateDeal(tx, lan, form))).rejects.toThrow('no longer exists');
		expect(await snapshot(john)).toEqual(theirs);
	});
});

describe('a form that is sent twice', () => {
	const form = { name: 'Băng tải', value: '1.500.000', currency: 'VND', expectedCloseOn: '2026-12-31' };

	test('makes one deal, also at the same time', async () => {
		const id = uuidv7();
		await Promise.all([1, 2, 3].map(() => createFrom(lan, { id, ...form })));
		await createFrom(lan, { id, ...form, value: '1,5 triệu' });
		expect(await db.deal.count({ where: { id } })).toBe(1);
		expect((await read(id)).stageChanges).toHaveLength(1);
	});

	test.each([
		{ name: 'Khác' },
		{ value: '2' },
		{ expectedCloseOn: null },
		{ ownProbability: 5 },
		{ stage: 'proposal' },
	])('with %o the second time is refused', async (other) => {
		const id = uuidv7();
		await createFrom(lan, { id, ...form });
		const before = await read(id);
		await expect(createFrom(lan, { id, ...form, ...other })).rejects.toThrow('was saved by this form before');
		expect(await read(id)).toEqual(before);
	});

	test('as an edit saves once; what it was opened with is checked', async () => {
		const id = await makeDeal(lan, binhMinh);
		const { version } = await read(id);
		await save(id, { version, name: 'Lần một' });
		await expect(save(id, { version, name: 'Lần hai' })).rejects.toThrow('was changed somewhere else');
		expect(await read(id)).toMatchObject({ name: 'Lần một', metadata: {} });
	});
});
