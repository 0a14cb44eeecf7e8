import { beforeEach, expect, test } from 'vitest';
import { getSampleData } from '@/features/sample-data/server/sample-data-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { undo } from '../support/act';
import { makeCompanyWithEverything } from '../support/sample-account';
import { loadSample, removeSample } from '../support/sample-data';
import { snapshot } from '../support/snapshot';

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const load = (amongOwn?: boolean) => loadSample(lan, amongOwn);
const remove = () => removeSample(lan);

test('sample data is loaded once, however often it is asked for at the same time', async () => {
	const answers = await Promise.allSettled([load(), load(), load(), load()]);
	expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	for (const answer of answers)
		if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ name: 'Refusal' });
	expect(await getSampleData(lan)).toEqual({
		companies: 12,
		sampleCompanies: 12,
		sampleContacts: 40,
		sampleDeals: 18,
	});
	await expect(load(true)).rejects.toThrow('loaded already');
});

test('is not loaded among records of one’s own without saying so', async () => {
	await makeCompanyWithEverything(lan);
	await expect(load()).rejects.toThrow('companies of your own');
	await load(true);
	expect(await getSampleData(lan)).toMatchObject({ companies: 13, sampleCompanies: 12 });
});

test('has deals in every stage of the board, each with the way it came there', async () => {
	await db.settings.upsert({
		where: { userId: lan },
		create: { userId: lan, currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh' },
		update: { currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh' },
	});
	await load();
	const deals = await db.deal.findMany({
		where: { userId: lan },
		include: { mainPerson: { include: { contact: true } }, stageChanges: { orderBy: { at: 'asc' } } },
		orderBy: [{ stage: 'asc' }, { position: 'asc' }],
	});
	const inStage = Map.groupBy(deals, ({ stage }) => stage);
	expect([...inStage].map(([stage, { length }]) => `${length} ${stage}`)).toEqual([
		'4 prospecting',
		'4 qualification',
		'3 proposal',
		'3 negotiation',
		'2 closed_won',
		'2 closed_lost',
	]);
	expect(deals[0]).toMatchObject({ name: 'Warehouse shelving for the new site', currency: 'VND' });
	expect(deals[0]?.value.toString()).toBe('462500000');
	for (const { name, stage, createdAt, closedAt, lostReason, companyId, mainPerson, stageChanges } of deals) {
		expect(mainPerson?.contact.companyId ?? companyId, name).toBe(companyId);
		const way = stageChanges.map(({ to }) => to);
		expect(way.at(-1), name).toBe(stage);
		expect([null, ...way.slice(0, -1)], name).toEqual(stageChanges.map(({ from }) => from));
		expect(stageChanges[0]?.at, name).toEqual(createdAt);
		expect(new Set(stageChanges.map(({ at }) => at.getTime())).size, name).toBe(stageChanges.length);
		expect(closedAt, name).toEqual(stage.startsWith('closed') ? stageChanges.at(-1)?.at : null);
		expect(lostReason !== null, name).toBe(stage === 'closed_lost');
		if (closedAt) expect(Date.now() - closedAt.getTime(), name).toBeLessThan(90 * 86_400_000);
	}
});

test('goes without a trace where nobody touched it, comes back by undo and can be removed and loaded again', async () => {
	await makeCompanyWithEverything(lan);
	const before = await snapshot(lan);
	await load(true);
	const loaded = await snapshot(lan);
	const { removed, kept, changeSet } = await remove();
	expect(removed).toMatchObject({ company: 12, contact: 40, deal: 18, tag: 4 });
	expect(kept).toEqual([]);
	expect(await snapshot(lan)).toEqual(before);

	await undo(lan, changeSet);
	expect(await snapshot(lan)).toEqual(loaded);
	expect((await remove()).removed).toMatchObject({ company: 12 });
	expect(await snapshot(lan)).toEqual(before);

	await load(true);
	expect(await getSampleData(lan)).toMatchObject({ sampleCompanies: 12, sampleContacts: 40, sampleDeals: 18 });
});

test('that was loaded and undone can be loaded again; where there is none there is nothing to remove', async () => {
	await expect(remove()).rejects.toThrow('no sample data');
	await undo(lan, await load());
	await expect(remove()).rejects.toThrow('no sample data');
	await load();
	expect((await remove()).removed).toMatchObject({ company: 12 });
});
