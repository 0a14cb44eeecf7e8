import { beforeAll, describe, expect, test } from 'vitest';
import { updateContact } from '@/features/contacts/server/contact-mutations';
import * as deals from '@/features/deals/server/deal-mutations';
import { type DealStage, dealStages, isClosed, stageProbabilities } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { act } from '../support/act';
import { createFrom, makeSeller, readDeal, saveDeal } from '../support/deal-forms';
import { makeDeal, move, namesIn, plainLoss } from '../support/deals';
import { makeCompanyWithEverything } from '../support/sample-account';

let lan: UserId;
let binhMinh: string;
let hoaSen: string;

beforeAll(async () => {
	({ lan, binhMinh, hoaSen } = await makeSeller());
});

const read = (id: string) => readDeal(lan, id);
const save = (id: string, fields: object) => saveDeal(lan, id, fields);

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
	test('that closes a deal notes when, again for the other end, and reopening clears it', async () => {
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
		// an account of its own: another card of its columns could stand at its place
		const seller = await makeSeller();
		const id = await makeDeal(seller.lan, seller.binhMinh);
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
		expect((await readDeal(seller.lan, id)).stage).toBe(taken.at(-1));
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
		...{ emailLabel: null, phoneLabel: null, points: [] },
		leftOn: null,
		leftTo: null,
		introducedById: null,
		reportsToId: null,
	};
	await act((tx) => updateContact(tx, lan, { ...person, version, companyId: hoaSen, tags: [] }));
	await save(id, { name: 'Đổi tên' });
	expect(await read(id)).toMatchObject({ name: 'Đổi tên', contact: { id: yến.id }, company: { id: binhMinh } });
	await expect(createFrom(lan, { companyId: binhMinh, contactId: yến.id })).rejects.toMatchObject({
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
	await expect(act((tx) => deals.deleteDeal(tx, lan, { id: deal }))).rejects.toThrow('no longer exists');
});
