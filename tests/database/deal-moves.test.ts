import { generateKeyBetween } from 'fractional-indexing';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import * as deals from '@/features/deals/server/deal-mutations';
import { dealStages } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { makeColumn, makeDeal, move, namesIn, plainLoss, seeded } from '../support/deals';
import { snapshot } from '../support/snapshot';

let lan: UserId;
let binhMinh: string;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
});

const changes = () => db.changeLog.count({ where: { userId: lan } });
/** Gives cards positions past the application. */
async function place(positions: [id: string, position: string][]) {
	await act(async (tx) => {
		await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
		for (const [id, position] of positions)
			await tx.deal.update({ where: { userId_id: { userId: lan, id } }, data: { position } });
	});
}
const positionsIn = async (stage: (typeof dealStages)[number]) =>
	(await db.deal.findMany({ where: { userId: lan, stage }, orderBy: { position: 'asc' } })).map(
		({ position }) => position,
	);

describe('a card that is dropped', () => {
	test('between two cards, at either edge or into an empty column stands there', async () => {
		const { Kho, Máy, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		await move(lan, Xe, { above: Kho, below: Máy });
		expect(await namesIn(lan)).toEqual(['Kho', 'Xe', 'Máy']);
		await move(lan, Kho, { above: Máy });
		expect(await namesIn(lan)).toEqual(['Xe', 'Máy', 'Kho']);
		await move(lan, Máy, { below: Xe });
		expect(await namesIn(lan)).toEqual(['Máy', 'Xe', 'Kho']);
		await move(lan, Xe, { stage: 'proposal' });
		await move(lan, Kho, { stage: 'proposal', above: Xe });
		expect(await namesIn(lan, 'proposal')).toEqual(['Xe', 'Kho']);
		expect(await namesIn(lan)).toEqual(['Máy']);
	});

	test('between two that a filter leaves, with hidden ones between them, stands below the upper one', async () => {
		const { Kho, Máy } = await makeColumn(lan, binhMinh, ['Kho', 'Ẩn một', 'Ẩn hai', 'Máy']);
		const xe = await makeDeal(lan, binhMinh, { name: 'Xe', stage: 'proposal' });
		await move(lan, xe, { above: Kho, below: Máy });
		expect(await namesIn(lan)).toEqual(['Kho', 'Xe', 'Ẩn một', 'Ẩn hai', 'Máy']);
	});

	test('where it came from changes nothing, hidden cards beside it or not', async () => {
		const { Kho, Máy, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Ẩn một', 'Máy', 'Ẩn hai', 'Xe']);
		const before = await changes();
		await move(lan, Máy, { above: Kho, below: Xe });
		await move(lan, Kho, { below: Máy });
		await move(lan, Xe, { above: Máy });
		await act((tx) => deals.changeStage(tx, lan, { id: Xe, stage: 'prospecting', ...plainLoss }));
		expect(await changes()).toBe(before);
		expect(await namesIn(lan)).toEqual(['Kho', 'Ẩn một', 'Máy', 'Ẩn hai', 'Xe']);
	});

	test('writes one row inside its column, and neither its version nor its stages', async () => {
		const { Kho, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		const row = () => db.deal.findFirstOrThrow({ where: { userId: lan, id: Xe }, include: { stageChanges: true } });
		const { position: _, ...before } = await row();
		const set = await move(lan, Xe, { below: Kho });
		expect(await row()).toMatchObject(before);
		expect(await db.changeLog.findMany({ where: { userId: lan, changeSetId: set } })).toHaveLength(1);
	});

	test('beside a card that is gone, elsewhere, somebody else’s or itself is refused and changes nothing', async () => {
		const stranger = await makeAccount('Lê Văn Lạ');
		const theirs = (await db.company.create({ data: { userId: stranger, name: 'Của người lạ' } })).id;
		const foreign = await makeDeal(stranger, theirs, { name: 'Của lạ' });
		const { Kho, Máy, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		const elsewhere = await makeDeal(lan, binhMinh, { stage: 'proposal' });
		const deleted = await makeDeal(lan, binhMinh, { name: 'Đã xóa' });
		await act((tx) => deals.deleteDeal(tx, lan, { id: deleted }));
		const before = [await snapshot(lan), await snapshot(stranger), await changes()];
		for (const gone of [elsewhere, deleted, foreign, Xe, uuidv7()]) {
			for (const beside of [
				{ above: gone },
				{ below: gone },
				{ above: Kho, below: gone },
				{ above: gone, below: Máy },
			]) {
				await expect(move(lan, Xe, beside)).rejects.toThrow(Refusal);
				await expect(move(lan, Xe, beside)).rejects.toThrow('Nothing was moved');
			}
		}
		for (const id of [deleted, foreign, uuidv7()])
			await expect(move(lan, id, { above: Kho })).rejects.toThrow('no longer exists');
		expect([await snapshot(lan), await snapshot(stranger), await changes()]).toEqual(before);
	});
});

describe('a column that is renumbered', () => {
	test('keeps its order and short positions, however often cards go to the same place', async () => {
		const { Kho, Xe, Máy, Tàu } = await makeColumn(lan, binhMinh, ['Kho', 'Xe', 'Máy', 'Tàu']);
		// as five hundred such moves leave them
		await place([
			[Kho, 'a0'],
			[Xe, `a0${'0'.repeat(80)}1`],
			[Máy, 'a1'],
			[Tàu, 'a2'],
		]);
		const lengths: number[] = [];
		// a transaction for every 50, as on a busy machine all of them take longer than one may
		for (let begun = 0; begun < 200; begun += 50)
			await act(async (tx) => {
				for (let turn = begun; turn < begun + 50; turn++) {
					const [id, below] = turn % 2 ? [Xe, Tàu] : [Tàu, Xe];
					await deals.moveDeal(tx, lan, { id, stage: 'prospecting', above: Kho, below, query: null, ...plainLoss });
					const rows = await tx.$queryRaw<{ id: string; length: number }[]>`
						SELECT id, length(position) FROM deal WHERE user_id = ${lan}::uuid ORDER BY position`;
					expect(rows.map((row) => row.id)).toEqual([Kho, id, below, Máy]);
					lengths.push(Math.max(...rows.map(({ length }) => length)));
				}
			});
		expect(Math.max(...lengths)).toBeLessThanOrEqual(100);
		expect(Math.max(...lengths)).toBeGreaterThan(90);
		expect(lengths.at(-1)).toBeLessThan(90);
	}, 180_000);

	test('brings rows that were written with other positions into line, in their order', async () => {
		const names = Array.from({ length: 9 }, (_, n) => `Đơn ${n + 1}`);
		const ids = await makeColumn(lan, binhMinh, names);
		const uuids = names.map(() => crypto.randomUUID()).sort();
		await place(names.map((name, n) => [ids[name] ?? '', uuids[n] ?? '']));
		expect(await namesIn(lan)).toEqual(names);
		await move(lan, ids['Đơn 9'] ?? '', { above: ids['Đơn 2'] ?? '', below: ids['Đơn 3'] ?? '' });
		const [one, two, ...others] = names.slice(0, -1);
		expect(await namesIn(lan)).toEqual([one, two, 'Đơn 9', ...others]);
		for (const position of await positionsIn('prospecting')) {
			expect(position.length).toBeLessThan(5);
			expect(() => generateKeyBetween(position, null)).not.toThrow();
		}
		await makeDeal(lan, binhMinh, { name: 'Trên cùng' });
		expect((await namesIn(lan))[0]).toBe('Trên cùng');
	});

	test('moves a card whose old position is the very one that the new numbers leave free', async () => {
		const { Kho, Máy, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe']);
		await place([
			[Kho, 'a0'],
			[Máy, `a0${'0'.repeat(110)}1`],
			[Xe, 'a0V'],
		]);
		expect(await namesIn(lan)).toEqual(['Kho', 'Máy', 'Xe']);
		await move(lan, Xe, { above: Kho, below: Máy });
		expect(await namesIn(lan)).toEqual(['Kho', 'Xe', 'Máy']);
	});

	test('leaves a card alone that is on its way to another column', async () => {
		const { Kho, Máy, Xe } = await makeColumn(lan, binhMinh, ['Kho', 'Máy', 'Xe', 'Tàu']);
		const { Sơn, Gạch } = await makeColumn(lan, binhMinh, ['Sơn', 'Gạch'], 'proposal');
		await place([
			[Sơn, 'a0'],
			[Gạch, 'a1'],
			[Kho, 'A'],
		]);
		const { promise: moved, resolve: tell } = Promise.withResolvers<void>();
		const { promise: waiting, resolve: proceed } = Promise.withResolvers<void>();
		const leaving = act(async (tx) => {
			await deals.moveDeal(tx, lan, {
				id: Máy,
				stage: 'proposal',
				above: Gạch,
				below: null,
				query: null,
				...plainLoss,
			});
			tell();
			await waiting;
		});
		await moved;
		// 'A' is no position, so this renumbers the column and waits for the card's row
		const numbering = move(lan, Xe, { below: Kho });
		await expect
			.poll(
				() =>
					db.$queryRaw`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
			)
			.toHaveLength(1);
		proceed();
		await Promise.all([leaving, numbering]);
		expect(await namesIn(lan)).toEqual(['Xe', 'Kho', 'Tàu']);
		expect(await namesIn(lan, 'proposal')).toEqual(['Sơn', 'Gạch', 'Máy']);
	});
});

test('a thousand moves by eight at once lose no card, double none and keep every history whole', async () => {
	for (let n = 1; n <= 30; n++) await makeDeal(lan, binhMinh, { name: `Đơn ${n}` });
	const ids = (await db.deal.findMany({ where: { userId: lan } })).map(({ id }) => id);
	const outcome = { moved: 0, refused: 0 };
	const client = async (seed: number) => {
		const random = seeded(seed);
		const some = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
		for (let turn = 0; turn < 125; turn++) {
			const [id, stage] = [some(ids) ?? '', some(dealStages) ?? 'proposal'];
			const cards = await db.deal.findMany({
				where: { userId: lan, stage, id: { not: id } },
				orderBy: { position: 'asc' },
			});
			const at = Math.floor(random() * (cards.length + 1));
			await move(lan, id, { stage, above: cards[at - 1]?.id ?? null, below: cards[at]?.id ?? null }).then(
				() => outcome.moved++,
				(error: Error) => {
					// others were faster; anything but that is a failure
					expect(error.message).toContain('Nothing was moved');
					outcome.refused++;
				},
			);
		}
	};
	await Promise.all(Array.from({ length: 8 }, (_, seed) => client(seed + 1)));
	expect(outcome.moved + outcome.refused).toBe(1_000);
	expect(outcome.moved).toBeGreaterThan(500);

	const rows = await db.deal.findMany({
		where: { userId: lan },
		include: { stageChanges: { orderBy: { at: 'asc' } } },
	});
	expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
	expect(new Set(rows.map(({ stage, position }) => `${stage} ${position}`)).size).toBe(ids.length);
	for (const { stage, closedAt, stageChanges } of rows) {
		expect(stageChanges.map(({ from }) => from)).toEqual([null, ...stageChanges.slice(0, -1).map(({ to }) => to)]);
		expect(stageChanges.at(-1)?.to).toBe(stage);
		const times = stageChanges.map(({ at }) => at.getTime());
		expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
		expect(closedAt !== null).toBe(stage.startsWith('closed'));
	}
	const open = rows.filter(({ closedAt }) => closedAt === null).length;
	expect(await db.companyStats.findFirst({ where: { userId: lan } })).toMatchObject({ deals: 30, openDeals: open });
}, 120_000);
