import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { updateContact } from '@/features/contacts/mutations';
import * as deals from '@/features/deals/mutations';
import { getDeal } from '@/features/deals/queries';
import { dealChanges, newDeal } from '@/features/deals/schema';
import { type DealStage, dealStages, isClosed, stageProbabilities } from '@/features/deals/stages';
import { db } from '@/lib/db';
import type { UserId } from '@/lib/session';
import { parseInput } from '@/lib/validation';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { makeDeal, move, namesIn, plainDeal, plainLoss } from '../support/deals';
import { makeCompanyWithEverything } from '../support/sample-account';
import { snapshot } from '../support/snapshot';

let lan: UserId;
let john: UserId;
let binhMinh: string;
let hoaSen: string;
let bảo: string;
let foreign: Awaited<ReturnType<typeof makeCompanyWithEverything>>;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	john = await makeAccount('John Carter');
	await db.settings.create({ data: { userId: lan, locale: 'vi-VN', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh' } });
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
	hoaSen = (await db.company.create({ data: { userId: lan, name: 'Nội thất Hoa Sen' } })).id;
	bảo = (await db.contact.create({ data: { userId: lan, companyId: binhMinh, name: 'Trần Quốc Bảo' } })).id;
	foreign = await makeCompanyWithEverything(john, 'Carter Ltd');
});

/** What a form sends goes through the schema first, as in an action. */
function createFrom(userId: UserId, form: object) {
	const parsed = parseInput(newDeal, { id: uuidv7(), companyId: binhMinh, ...plainDeal, ...form });
	if (!parsed.ok) return Promise.reject(Object.assign(new Error(parsed.message), parsed));
	return act((tx) => deals.createDeal(tx, userId, parsed.data));
}
const read = async (id: string) => (await getDeal(lan, id)) ?? expect.fail('The deal is gone.');
async function save(id: string, fields: object) {
	const { version, company, contact, ...present } = await read(id);
	const { name, value, currency, stage, ownProbability } = present;
	const form = { name, value: String(value), currency, stage, ownProbability, companyId: company.id };
	return act((tx) =>
		deals.updateDeal(
			tx,
			lan,
			dealChanges.parse({ id, version, ...form, contactId: contact?.id ?? null, notes: '', ...fields }),
		),
	);
}

describe('a deal’s value', () => {
	test.each([
		['1.500.000', 'VND', '1500000'],
		['1,500,000', 'VND', '1500000'],
		['1,5 tỷ', 'VND', '1500000000'],
		['1.500 VND', 'VND', '1500'],
		['1,5', 'USD', '1.5'],
		['9999999999999,99', 'USD', '9999999999999.99'],
		['0', 'USD', '0'],
	])('is read in Vietnam: %s %s', async (value, currency, stored) => {
		const { id } = await createFrom(lan, { value, currency });
		expect(String((await read(id)).value)).toBe(stored);
	});

	test('is read in American English where nothing else is set', async () => {
		const { id } = await createFrom(john, { companyId: foreign.company, value: '1,500,000.50' });
		expect(String((await getDeal(john, id))?.value)).toBe('1500000.5');
	});

	test.each([
		['-5', 'USD', 'An amount cannot be negative.'],
		['−5', 'USD', 'An amount cannot be negative.'],
		['10000000000000', 'VND', 'At most 13 digits before the decimals.'],
		['10000 tỷ', 'VND', 'At most 13 digits before the decimals.'],
		['1,005', 'USD', 'USD has 2 decimals'],
		['1,5', 'VND', 'VND has no decimals'],
		['12abc', 'USD', 'This is not an amount'],
		['1.5mil', 'USD', 'This is not an amount'],
		['100 USD', 'VND', 'This is in USD'],
		['1e5', 'USD', 'This is not an amount'],
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
		await expect(act((tx) => deals.updateDeal(tx, lan, form))).rejects.toThrow('does not exist any more');
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
		await expect(
			act((tx) => deals.editDealMetadata(tx, lan, { id, version, metadata: [['Mã', '1']] })),
		).rejects.toThrow('was changed somewhere else');
		expect(await read(id)).toMatchObject({ name: 'Lần một', metadata: {} });
	});
});

describe('the probability', () => {
	test.each(dealStages)('of %s is the same in the database as on the screen', async (stage) => {
		for (const own of [null, 0, 33, 100]) {
			const [row] = await db.$queryRaw<[{ probability: number }]>`
				SELECT deal_probability(${stage}::deal_stage, ${own}::smallint) AS probability`;
			expect(row.probability).toBe(isClosed(stage) ? stageProbabilities[stage] : (own ?? stageProbabilities[stage]));
		}
	});

	test('follows the stage unless it is the user’s own, which a closed deal keeps for its reopening', async () => {
		const id = await makeDeal(lan, binhMinh, { stage: 'qualification' });
		const chanceIn = async (stage: DealStage) => {
			await act((tx) => deals.changeStage(tx, lan, { id, stage, ...plainLoss }));
			return (await read(id)).probability;
		};
		expect([await chanceIn('proposal'), await chanceIn('closed_won'), await chanceIn('negotiation')]).toEqual([
			50, 100, 75,
		]);
		await save(id, { ownProbability: '60 %' });
		expect([await chanceIn('proposal'), await chanceIn('closed_lost'), await chanceIn('closed_won')]).toEqual([
			60, 0, 100,
		]);
		expect(await chanceIn('prospecting')).toBe(60);
		await save(id, { ownProbability: '' });
		expect((await read(id)).probability).toBe(10);
		await save(id, { ownProbability: 0 });
		expect((await read(id)).probability).toBe(0);
	});
});

describe('a stage', () => {
	test('that closes a deal notes when, anew for the other end, and reopening clears it', async () => {
		const id = await makeDeal(lan, binhMinh, { stage: 'closed_won' });
		const won = (await read(id)).closedAt ?? expect.fail('It is not closed.');
		await save(id, { name: 'Tên khác' });
		expect((await read(id)).closedAt).toEqual(won);
		await save(id, { stage: 'closed_lost' });
		expect((await read(id)).closedAt?.getTime()).toBeGreaterThan(won.getTime());
		await save(id, { stage: 'proposal' });
		expect((await read(id)).closedAt).toBeNull();
		await move(lan, id, { stage: 'closed_lost' });
		expect(Math.abs(Date.now() - ((await read(id)).closedAt?.getTime() ?? 0))).toBeLessThan(10_000);
	});

	test('that is saved with the form puts the card on top of its column', async () => {
		await makeDeal(lan, hoaSen, { name: 'Trước', stage: 'negotiation' });
		const id = await makeDeal(lan, hoaSen, { name: 'Sau' });
		await save(id, { stage: 'negotiation' });
		expect((await namesIn(lan, 'negotiation'))[0]).toBe('Sau');
	});

	test('is written down at every step, strictly one after the other even in one transaction', async () => {
		const id = await makeDeal(lan, binhMinh);
		const steps = Array.from({ length: 40 }, (_, n) => dealStages[(n * 5 + 1) % 6] ?? 'proposal');
		await act(async (tx) => {
			for (const stage of steps)
				await tx.$executeRaw`
				UPDATE deal SET stage = ${stage}::deal_stage, closed_at = CASE WHEN ${isClosed(stage)} THEN now() END
				WHERE id = ${id}::uuid`;
		});
		const changes = await db.dealStageChange.findMany({ where: { dealId: id }, orderBy: { at: 'asc' } });
		const taken = ['prospecting', ...steps].filter((stage, n, all) => stage !== all[n - 1]);
		expect(changes.map(({ to }) => to)).toEqual(taken);
		expect(changes.map(({ from }) => from)).toEqual([null, ...taken.slice(0, -1)]);
		expect(new Set(changes.map(({ at }) => at.getTime())).size).toBe(taken.length);
		expect((await read(id)).stage).toBe(taken.at(-1));
	});
});

test('who moved to another company keeps the deals of the one before, which can still be edited', async () => {
	const yến = await db.contact.create({ data: { userId: lan, companyId: binhMinh, name: 'Võ Thị Yến' } });
	const id = await makeDeal(lan, binhMinh, { contactId: yến.id });
	const { name, email, phone, jobTitle, notes, version } = yến;
	const person = {
		id: yến.id,
		name,
		email,
		phone,
		jobTitle,
		notes,
		rhythm: null,
		isDecisionMaker: false,
		authorityLevel: null,
	};
	await act((tx) => updateContact(tx, lan, { ...person, version, companyId: hoaSen, tags: [] }));
	await save(id, { name: 'Đổi tên' });
	expect(await read(id)).toMatchObject({ name: 'Đổi tên', contact: { id: yến.id }, company: { id: binhMinh } });
	await expect(createFrom(lan, { contactId: yến.id })).rejects.toMatchObject({
		fieldErrors: { contactId: expect.stringContaining('works at another company') },
	});
	await save(id, { contactId: '' });
	await expect(save(id, { contactId: yến.id })).rejects.toMatchObject({ fieldErrors: expect.any(Object) });
	await save(id, { companyId: hoaSen, contactId: yến.id });
	expect((await read(id)).company.id).toBe(hoaSen);
});

test('a deleted deal leaves what was said about it', async () => {
	const { deal, activity } = await makeCompanyWithEverything(lan, 'Đại Phát');
	await act((tx) => deals.deleteDeal(tx, lan, { id: deal }));
	expect(await db.activity.findFirst({ where: { id: activity } })).toMatchObject({ dealId: null });
	expect(await db.dealStageChange.count({ where: { dealId: deal } })).toBe(0);
	await expect(act((tx) => deals.deleteDeal(tx, lan, { id: deal }))).rejects.toThrow('does not exist any more');
});
