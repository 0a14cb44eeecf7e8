import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { noFilter } from '@/features/history/history-filter';
import { keptHistoryForm } from '@/features/history/schema';
import { findChangeSets } from '@/features/history/server/change-set-queries';
import { keepHistory } from '@/features/history/server/kept-history-mutations';
import { readKeptHistory } from '@/features/history/server/kept-history-queries';
import { loadSampleData } from '@/features/sample-data/server/sample-data-mutations';
import { removeSampleData } from '@/features/sample-data/server/sample-data-removal-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { forgetHistoryOf, untilNight } from '../../scripts/launcher/forget-history';
import { makeAccount } from '../support/accounts';
import { recorded, undo } from '../support/act';
import { addContact, addDeal, edit, historyOf, makeBinhMinh } from '../support/history';
import { makeCompanyWithEverything } from '../support/sample-account';

let lan: UserId;
let binhMinh: string;
const client = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
afterAll(() => client.end());

beforeEach(async () => {
	({ lan, binhMinh } = await makeBinhMinh());
});

const act = (label: string, work: (tx: Tx) => Promise<unknown>) => recorded(work, label);
const never = new AbortController().signal;

/** Makes all that was done so far so many days old. */
async function age(userId: UserId, days: number) {
	await db.$executeRaw`UPDATE change_set SET at = at - ${days}::int * interval '1 day' WHERE user_id = ${userId}::uuid`;
	await db.$executeRaw`UPDATE change_kind SET at = at - ${days}::int * interval '1 day' WHERE user_id = ${userId}::uuid`;
}

const labels = async (userId = lan) =>
	(await db.changeSet.findMany({ where: { userId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(
		({ label }) => label,
	);
const linesOf = (userId = lan) => db.changeLog.count({ where: { userId } });

describe('history that is not kept', () => {
	test('is deleted with what it did to which kinds; what is younger and other accounts’ stays and can be undone', async () => {
		const minh = await makeAccount('Lê Minh');
		await age(minh, 400);
		const others = await linesOf(minh);
		await makeCompanyWithEverything(lan, 'Đông Á');
		await age(lan, 100);
		const edited = await edit(lan, binhMinh, 'Bình Minh Group');
		expect(await forgetHistoryOf(client, lan, '90 days', never)).toBeGreaterThan(1);
		expect(await labels()).toEqual(['Edit company']);
		expect(await linesOf()).toBe(1);
		expect((await db.changeKind.findMany({ where: { userId: lan } })).map(({ op }) => op)).toEqual(['changed']);
		expect(await linesOf(minh)).toBe(others);
		await undo(lan, edited);
		expect((await historyOf(lan, 'company', binhMinh))[0]).toEqual([
			'Undid: Edit company',
			'Company name: Bình Minh Group → Thủy sản Bình Minh',
		]);
		expect((await findChangeSets(lan, { filter: { ...noFilter, kind: 'company' }, limit: 9 })).ids).toHaveLength(2);
	});

	test('goes in batches, each change whole, whenever it is cut short', async () => {
		for (const name of ['Một', 'Hai', 'Ba', 'Bốn']) await addContact(lan, binhMinh, name);
		await makeCompanyWithEverything(lan, 'Đông Á');
		await age(lan, 100);
		const whole = await db.changeLog.groupBy({ by: ['changeSetId'], where: { userId: lan }, _count: true });
		const before = whole.length;
		const stopped = new AbortController();
		const cut = forgetHistoryOf(client, lan, '90 days', stopped.signal, 2);
		setTimeout(() => stopped.abort(), 3);
		await cut;
		const left = await db.changeLog.groupBy({ by: ['changeSetId'], where: { userId: lan }, _count: true });
		expect(left.length).toBeLessThan(before);
		for (const { changeSetId, _count } of left)
			expect(_count).toBe(whole.find((each) => each.changeSetId === changeSetId)?._count);
		expect(await db.changeSet.count({ where: { userId: lan } })).toBe(left.length);
		await forgetHistoryOf(client, lan, '90 days', never, 2);
		expect(await labels()).toEqual([]);
	});

	test('leaves what loaded the sample data, which can still be removed', async () => {
		const minh = await makeAccount('Lê Minh');
		await act('Load sample data', (tx) => loadSampleData(tx, minh));
		await age(minh, 4_000);
		await forgetHistoryOf(client, minh, '5 years', never);
		expect(await labels(minh)).toEqual(['Load sample data']);
		await act('Remove sample data', (tx) => removeSampleData(tx, minh));
		expect(await db.company.count({ where: { userId: minh } })).toBe(0);
	});
});

test('the settings say how large the history is, and what each choice would delete', async () => {
	await age(lan, 400);
	await addContact(lan, binhMinh, 'Phạm Văn Đức');
	await age(lan, 100);
	await addDeal(lan, binhMinh);
	const { kept, since, all, older } = await readKeptHistory(lan);
	expect(kept).toBe('forever');
	expect(Date.now() - (since?.getTime() ?? 0)).toBeGreaterThan(499 * 86_400_000);
	const changes = await db.changeSet.count({ where: { userId: lan } });
	expect(all.changes).toBe(changes);
	expect([older.forever.changes, older['5 years'].changes]).toEqual([0, 0]);
	expect(older['1 year'].changes).toBe(changes - 2);
	expect(older['90 days'].changes).toBe(changes - 1);
	expect(older['90 days'].bytes).toBeGreaterThan(older['1 year'].bytes);
	expect(older['90 days'].bytes).toBeLessThan(all.bytes);
});

test('how long the history is kept is a setting like others: told, undone, and one of the four', async () => {
	await act('Change history', (tx) => keepHistory(tx, lan, { historyKept: '5 years' }));
	const set = await act('Change history', (tx) => keepHistory(tx, lan, { historyKept: '1 year' }));
	expect((await readKeptHistory(lan)).kept).toBe('1 year');
	await undo(lan, set);
	expect((await readKeptHistory(lan)).kept).toBe('5 years');
	for (const historyKept of ['2 years', '', null, '1 second'])
		expect(keptHistoryForm.safeParse({ historyKept }).success).toBe(false);
});

test('the night’s work begins at three', () => {
	expect(untilNight(new Date(2026, 10, 30, 1, 30))).toBe(1.5 * 3_600_000);
	expect(untilNight(new Date(2026, 10, 30, 3))).toBe(24 * 3_600_000);
	expect(untilNight(new Date(2026, 11, 31, 23))).toBe(4 * 3_600_000);
});
