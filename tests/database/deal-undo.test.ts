import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import * as companies from '@/features/companies/server/company-mutations';
import * as deals from '@/features/deals/server/deal-mutations';
import { settleWin } from '@/features/deals/server/deal-win-mutations';
import { dealStages } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { recorded, undo } from '../support/act';
import { makeColumn, makeDeal, move, namesIn, plainDeal, plainLoss } from '../support/deals';
import { rounds } from '../support/rounds';
import { snapshot } from '../support/snapshot';

let lan: UserId;
let binhMinh: string;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
});

const read = (id: string) => db.deal.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
const rename = async (id: string, name: string) => {
	const { version, stage } = await read(id);
	return recorded((tx) => deals.updateDeal(tx, lan, { id, version, companyId: binhMinh, ...plainDeal, stage, name }));
};
const changeStage = (id: string, stage: (typeof dealStages)[number]) =>
	recorded((tx) => deals.changeStage(tx, lan, { id, stage, ...plainLoss }));
const remove = (id: string) => recorded((tx) => deals.deleteDeal(tx, lan, { id }));

describe('an edit that is undone', () => {
	test('leaves the card where it was moved inside its column since', async () => {
		const { Kho, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		const { version } = await read(Xe);
		const edit = await rename(Xe, 'Xe tải');
		await move(lan, Xe, { below: Kho });
		await undo(lan, edit);
		expect(await namesIn(lan)).toEqual(['Xe', 'Kho', 'Máy']);
		expect((await read(Xe)).version).toBe(version);
	});

	test('can be made again by undoing the undo, the card still in its place', async () => {
		const { Kho, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		const edit = await rename(Xe, 'Xe tải');
		const undone = await undo(lan, edit);
		await move(lan, Xe, { below: Kho });
		await undo(lan, undone);
		expect(await namesIn(lan)).toEqual(['Xe tải', 'Kho', 'Máy']);
	});

	test('is refused, by name, where the card went to another stage since', async () => {
		const { Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Xe']);
		const edit = await rename(Xe, 'Xe tải');
		await changeStage(Xe, 'proposal');
		const before = await snapshot(lan);
		await expect(undo(lan, edit)).rejects.toThrow('“Xe tải” was edited later');
		expect(await snapshot(lan)).toEqual(before);
	});
});

describe('a win that is corrected', () => {
	const on = (day: string) => ({ value: '1,5 tỷ', currency: 'VND', closedOn: day });

	test('has another value and day, and is undone step by step to what was there before', async () => {
		const { Máy } = await makeColumn(lan, binhMinh, ['Kho', 'Máy']);
		const before = await snapshot(lan);
		const closing = await changeStage(Máy, 'closed_won');
		const won = await snapshot(lan);
		const { value, currency } = await read(Máy);
		const was = `${value.toFixed(2)} ${currency}`;
		const settling = await recorded((tx) => settleWin(tx, lan, { id: Máy, was, ...on('2026-11-02') }));
		const settled = await read(Máy);
		expect(settled).toMatchObject({ stage: 'closed_won', currency: 'VND' });
		expect(settled.value.toFixed(2)).toBe('1500000000.00');
		expect(settled.closedAt?.toISOString()).toContain('2026-11-02');
		// the same once more, as after an answer that was lost
		await recorded((tx) => settleWin(tx, lan, { id: Máy, was, ...on('2026-11-02') }));
		expect((await read(Máy)).closedAt).toEqual(settled.closedAt);
		await undo(lan, settling);
		expect(await snapshot(lan)).toEqual(won);
		await undo(lan, closing);
		expect(await snapshot(lan)).toEqual(before);
	});

	test('is refused for a day to come, another value than was shown, and a deal that was reopened', async () => {
		const { Máy } = await makeColumn(lan, binhMinh, ['Máy']);
		await changeStage(Máy, 'closed_won');
		const before = await snapshot(lan);
		const settle = (was: string, day: string) =>
			recorded((tx) => settleWin(tx, lan, { id: Máy, was, value: '7', currency: 'USD', closedOn: day }));
		const { value, currency } = await read(Máy);
		const was = `${value.toFixed(2)} ${currency}`;
		await expect(settle(was, '2199-12-31')).rejects.toMatchObject({
			fieldErrors: { closedOn: expect.stringContaining('earlier') },
		});
		await expect(settle('1.00 USD', '2026-11-02')).rejects.toMatchObject({
			fieldErrors: { value: expect.stringContaining('changed elsewhere') },
		});
		expect(await snapshot(lan)).toEqual(before);
		await changeStage(Máy, 'proposal');
		await expect(settle(was, '2026-11-02')).rejects.toThrow('isn’t in Closed Won anymore');
	});
});

describe('a move that is undone', () => {
	test.each(['closed_won', 'closed_lost', 'negotiation'] as const)(
		'to %s gives back stage, place, closing time and stages',
		async (stage) => {
			const { Máy } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
			const before = await snapshot(lan);
			const closing = await changeStage(Máy, stage);
			const afterwards = await snapshot(lan);
			const undone = await undo(lan, closing);
			expect(await snapshot(lan)).toEqual(before);
			await undo(lan, undone);
			expect(await snapshot(lan)).toEqual(afterwards);
		},
	);

	test('inside a column gives back the place, whatever was edited or moved since', async () => {
		const { Kho, Máy, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		const first = await move(lan, Xe, { below: Kho });
		await move(lan, Xe, { above: Kho, below: Máy });
		await rename(Xe, 'Xe tải');
		await undo(lan, first);
		expect(await namesIn(lan)).toEqual(['Kho', 'Máy', 'Xe tải']);
	});

	test('to another stage is undone though the card was moved there since', async () => {
		const { Máy } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		const { Bàn } = await makeColumn(lan, binhMinh, ['Bàn'], 'proposal');
		const before = await snapshot(lan);
		const change = await changeStage(Máy, 'proposal');
		await move(lan, Máy, { stage: 'proposal', above: Bàn });
		await undo(lan, change);
		expect(await snapshot(lan)).toEqual(before);
	});

	test('inside a column touches nothing of a card that has left it since', async () => {
		const { Kho, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		const first = await move(lan, Xe, { below: Kho });
		await changeStage(Xe, 'proposal');
		const before = await snapshot(lan);
		await undo(lan, first);
		expect(await snapshot(lan)).toEqual(before);
	});

	test('a creation is undone though the card was moved in its column since', async () => {
		const { Kho } = await makeColumn(lan, binhMinh, ['Kho', 'Máy']);
		const id = uuidv7();
		const fields = { ...plainDeal, id, companyId: binhMinh, name: 'Xe' };
		const creation = await recorded((tx) => deals.createDeal(tx, lan, fields));
		await move(lan, id, { above: Kho });
		await undo(lan, creation);
		expect(await namesIn(lan)).toEqual(['Kho', 'Máy']);
	});
});

describe('a place that another card has taken', () => {
	test('is cleared for a deleted deal that comes back, and stays in its neighbourhood', async () => {
		const { Kho, Máy, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		const { position, version } = await read(Máy);
		const deletion = await remove(Máy);
		const thuyền = await makeDeal(lan, binhMinh, { name: 'Thuyền', stage: 'proposal' });
		await move(lan, thuyền, { above: Kho, below: Xe });
		expect((await read(thuyền)).position).toBe(position);
		const undone = await undo(lan, deletion);
		expect(await namesIn(lan)).toEqual(['Kho', 'Máy', 'Thuyền', 'Xe']);
		expect(await read(Máy)).toMatchObject({ position, version });
		await undo(lan, undone);
		expect(await namesIn(lan)).toEqual(['Kho', 'Thuyền', 'Xe']);
	});

	test('is cleared for a deal that comes back from another stage', async () => {
		const { Kho, Máy, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		const closing = await changeStage(Máy, 'closed_won');
		await move(lan, await makeDeal(lan, binhMinh, { name: 'Thuyền', stage: 'proposal' }), { above: Kho, below: Xe });
		await undo(lan, closing);
		expect(await namesIn(lan)).toEqual(['Kho', 'Máy', 'Thuyền', 'Xe']);
	});

	test('is cleared for each of several', async () => {
		const { Kho, Máy, Xe, Tàu } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe', 'Tàu']);
		const deletion = await recorded((tx) => deals.deleteDeals(tx, lan, { ids: [Máy, Xe] }));
		const [a, b] = await Promise.all(
			['Bàn', 'Ghế'].map((name) => makeDeal(lan, binhMinh, { name, stage: 'proposal' })),
		);
		await move(lan, b ?? '', { above: Kho, below: Tàu });
		await move(lan, a ?? '', { above: Kho, below: b ?? '' });
		await undo(lan, deletion);
		const names = await namesIn(lan);
		expect(names.filter((name) => !['Bàn', 'Ghế'].includes(name))).toEqual(['Kho', 'Máy', 'Xe', 'Tàu']);
		expect(names.filter((name) => ['Bàn', 'Ghế'].includes(name))).toEqual(['Bàn', 'Ghế']);
		expect(names).toHaveLength(6);
	});

	test('is taken by nobody while it is given back', async () => {
		const { Kho, Máy, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		for (let turn = 0; turn < 10; turn++) {
			const newcomer = await makeDeal(lan, binhMinh, { name: `Mới ${turn}`, stage: 'proposal' });
			const deletion = await remove(Máy);
			await Promise.all([undo(lan, deletion), move(lan, newcomer, { above: Kho })]);
			const names = await namesIn(lan);
			expect(names.filter((name) => !name.startsWith('Mới'))).toEqual(['Kho', 'Máy', 'Xe']);
			expect(names).toContain(`Mới ${turn}`);
		}
		expect(Xe).not.toBe(Máy);
	});
});

test('deals come back with a deleted company, their stages in order', async () => {
	const { Máy } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
	await changeStage(Máy, 'proposal');
	await changeStage(Máy, 'closed_won');
	const before = await snapshot(lan);
	const deletion = await recorded((tx) => companies.deleteCompany(tx, lan, { id: binhMinh }));
	expect(await db.deal.count({ where: { userId: lan } })).toBe(0);
	await undo(lan, deletion);
	expect(await snapshot(lan)).toEqual(before);
});

test('any sequence on the board, undone in reverse, restores every table row for row', async () => {
	const step = fc.record({
		kind: fc.constantFrom('create', 'edit', 'move', 'move', 'changeStage', 'delete', 'deleteTwo'),
		pick: fc.nat({ max: 1000 }),
		other: fc.nat({ max: 1000 }),
		stage: fc.constantFrom(...dealStages),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 20 }), async (steps) => {
			lan = await makeAccount('Nguyễn Thị Lan');
			binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
			await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
			const states = [await snapshot(lan)];
			const done: string[] = [];
			for (const { kind, pick, other, stage } of steps) {
				const all = await db.deal.findMany({ where: { userId: lan }, orderBy: { id: 'asc' } });
				const deal = all[pick % all.length];
				const id = deal?.id ?? '';
				const column = await db.deal.findMany({
					where: { userId: lan, stage, id: { not: id || uuidv7() } },
					orderBy: { position: 'asc' },
				});
				const at = other % (column.length + 1);
				const fields = { companyId: binhMinh, ...plainDeal, stage, name: `Đơn ${other}` };
				done.push(
					await recorded(async (tx) => {
						if (kind === 'create') await deals.createDeal(tx, lan, { id: uuidv7(), ...fields });
						if (!deal) return;
						if (kind === 'edit')
							await deals.updateDeal(tx, lan, {
								id,
								version: deal.version,
								...fields,
								ownProbability: other % 101,
								...(other % 2 && { stage: deal.stage }),
							});
						if (kind === 'move') {
							const beside = { above: column[at - 1]?.id ?? null, below: column[at]?.id ?? null };
							await deals.moveDeal(tx, lan, { id, stage, ...beside, query: null, ...plainLoss });
						}
						if (kind === 'changeStage') await deals.changeStage(tx, lan, { id, stage, ...plainLoss });
						if (kind === 'delete') await deals.deleteDeal(tx, lan, { id });
						if (kind === 'deleteTwo')
							await deals.deleteDeals(tx, lan, { ids: [id, all[other % all.length]?.id ?? id] });
					}),
				);
				states.push(await snapshot(lan));
			}
			for (const changeSet of done.toReversed()) {
				states.pop();
				if ((await db.changeSet.count({ where: { userId: lan, id: changeSet } })) > 0) await undo(lan, changeSet);
				expect(await snapshot(lan)).toEqual(states.at(-1));
			}
		}),
		{ numRuns: rounds(12) },
	);
}, 120_000);
