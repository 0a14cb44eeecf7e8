import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Repeat } from '@/domain/repeats/repeat';
import * as followUps from '@/features/follow-ups/server/follow-up-mutations';
import { readOpenFollowUps } from '@/features/follow-ups/server/follow-up-queries';
import * as series from '@/features/follow-ups/server/follow-up-series-mutations';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater } from '@/lib/dates/dates';
import { db, Prisma, type Tx } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, recorded, undo } from '../support/act';
import { addFollowUp } from '../support/follow-ups';
import { insertMany } from '../support/many-rows';
import { snapshot } from '../support/snapshot';

const zone = 'Asia/Ho_Chi_Minh';
let lan: UserId;
let binhMinh: string;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({
		data: { userId: lan, locale: 'vi-VN', currency: 'VND', timeZone: zone, weekStart: 1 },
	});
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
});

const today = () => dayIn(new Date(), zone);
const monthly: Repeat = { every: 'month', day: 31 };
/** A follow-up of this company for the 31st of every month, and its id. */
async function addMonthly(title: string, form: object = {}): Promise<string> {
	const all = { title, dueOn: '2199-01-31', dueTime: '09:30', repeats: monthly, companyId: binhMinh, ...form };
	return (await addFollowUp(lan, all)).id;
}
const tick = (id: string, done = true) => act((tx) => series.completeFollowUp(tx, lan, { id, done }));
/** The follow-ups with this title, as "open 2199-01-31 09:30" or "done …", in the order of their days. */
async function stateOf(title: string): Promise<string[]> {
	const rows = await db.$queryRaw<{ state: string }[]>`
		SELECT concat_ws(' ', CASE WHEN done_at IS NULL THEN 'open' ELSE 'done' END, due_on, left(due_time::text, 5)) AS state
		FROM follow_up WHERE user_id = ${lan}::uuid AND title = ${title} ORDER BY due_on, id`;
	return rows.map(({ state }) => state);
}
async function openOf(title: string): Promise<string> {
	const { id } = await db.followUp.findFirstOrThrow({ where: { userId: lan, title, doneAt: null } });
	return id;
}

describe('one that repeats', () => {
	test('is followed by the next when it is ticked off, with all that it is about', async () => {
		const id = await addMonthly('Gọi chị Hoa', { isImportant: true, isTheirs: true });
		expect(await tick(id)).toMatchObject({ nextOn: '2199-02-28' });
		expect(await stateOf('Gọi chị Hoa')).toEqual(['done 2199-01-31 09:30', 'open 2199-02-28 09:30']);
		const { open } = await readOpenFollowUps(lan, '2199-02-28', { companyId: binhMinh });
		expect(open.filter(({ title }) => title === 'Gọi chị Hoa')).toEqual([
			expect.objectContaining({
				dueTime: '09:30',
				isImportant: true,
				isTheirs: true,
				repeats: monthly,
				group: 'today',
			}),
		]);
		await tick(await openOf('Gọi chị Hoa'));
		expect((await stateOf('Gọi chị Hoa')).at(-1)).toBe('open 2199-03-31 09:30');
	});

	test('is followed by one, however often and from however many tabs it is ticked off', async () => {
		const id = await addMonthly('Gọi anh Bảo');
		await Promise.all(Array.from({ length: 6 }, () => tick(id)));
		await tick(id);
		expect(await stateOf('Gọi anh Bảo')).toEqual(['done 2199-01-31 09:30', 'open 2199-02-28 09:30']);
	});

	test('undone, or opened again, is the only open one', async () => {
		const id = await addMonthly('Gọi cô Thu');
		const before = await snapshot(lan);
		const set = await recorded((tx) => series.completeFollowUp(tx, lan, { id, done: true }));
		await undo(lan, set);
		expect(await snapshot(lan)).toEqual(before);
		await tick(id);
		const opened = await recorded((tx) => series.completeFollowUp(tx, lan, { id, done: false }));
		expect(await stateOf('Gọi cô Thu')).toEqual(['open 2199-01-31 09:30']);
		await undo(lan, opened);
		expect(await stateOf('Gọi cô Thu')).toEqual(['done 2199-01-31 09:30', 'open 2199-02-28 09:30']);
		await tick(id, false);
		await tick(id, false);
		expect(await stateOf('Gọi cô Thu')).toEqual(['open 2199-01-31 09:30']);
	});

	test('from months ago is opened again by itself, and the series goes on', async () => {
		const january = await addMonthly('Gọi dì Út');
		await tick(january);
		await tick(await openOf('Gọi dì Út'));
		const opened = await recorded((tx) => series.completeFollowUp(tx, lan, { id: january, done: false }));
		const all = ['open 2199-01-31 09:30', 'done 2199-02-28 09:30', 'open 2199-03-31 09:30'];
		expect(await stateOf('Gọi dì Út')).toEqual(all);
		await tick(january, false);
		expect(await stateOf('Gọi dì Út')).toEqual(all);
		// done for the second time, it is followed by no second one
		expect(await tick(january)).toMatchObject({ nextOn: null });
		expect((await stateOf('Gọi dì Út')).slice(1)).toEqual(all.slice(1));
		await tick(january, false);
		await undo(lan, opened);
		expect(await stateOf('Gọi dì Út')).toEqual(['done 2199-01-31 09:30', ...all.slice(1)]);
	});

	test('has one open, whatever two tabs do at the same time', async () => {
		for (let turn = 0; turn < 8; turn++) {
			const title = `Gọi lần ${turn}`;
			const first = await addMonthly(title);
			await tick(first);
			const next = await openOf(title);
			// one tab opens the first again, another one ticks off the next, which may be gone by then
			await Promise.allSettled([tick(first, false), tick(next), tick(next)]);
			const open = await db.followUp.findMany({ where: { userId: lan, title, doneAt: null } });
			expect(open.filter(({ seriesId }) => seriesId !== null)).toHaveLength(1);
			// where the next was done before, the first is open beside the series
			const isFirstOpen = open.some(({ id }) => id === first);
			const isNextThere = (await db.followUp.count({ where: { userId: lan, id: next } })) > 0;
			const beside = open.filter(({ seriesId }) => seriesId === null);
			expect(beside.map(({ id }) => id)).toEqual(isFirstOpen && isNextThere ? [first] : []);
		}
	});

	test('whose next was deleted can be opened again; what would be a second open one does not come back', async () => {
		const id = await addMonthly('Gọi bác Tư');
		await tick(id);
		const next = await openOf('Gọi bác Tư');
		const deleted = await recorded((tx) => followUps.deleteFollowUp(tx, lan, { id: next }));
		await tick(id, false);
		await expect(undo(lan, deleted)).rejects.toThrow('deleted or replaced later');
		expect(await stateOf('Gọi bác Tư')).toEqual(['open 2199-01-31 09:30']);
	});

	test('ends with its last day', async () => {
		const id = await addMonthly('Gọi chú Ba', { repeats: { ...monthly, until: '2199-02-15' } });
		expect(await tick(id)).toMatchObject({ nextOn: null });
		expect(await stateOf('Gọi chú Ba')).toEqual(['done 2199-01-31 09:30']);
		await tick(id, false);
		expect(await stateOf('Gọi chú Ba')).toEqual(['open 2199-01-31 09:30']);
	});

	test('is counted from today where it is late, or where it is to be', async () => {
		const old = { dueOn: '2020-01-06', dueTime: '' };
		const late = await addMonthly('Gọi trễ', { ...old, repeats: { every: 'day' } });
		expect(await tick(late)).toMatchObject({ nextOn: today() });
		const after = await addMonthly('Gọi sau', { ...old, repeats: { every: 'day', afterDone: true } });
		expect(await tick(after)).toMatchObject({ nextOn: daysLater(today(), 1) });
	});

	test('repeats no more where the rule or the date was taken from it', async () => {
		const id = await addMonthly('Gọi dì Năm');
		await act((tx) => followUps.editFollowUp(tx, lan, { id, dueOn: null }));
		expect(await db.followUp.findFirstOrThrow({ where: { id } })).toMatchObject({ dueTime: null, repeats: null });
		expect(await tick(id)).toMatchObject({ nextOn: null });
		const other = await addMonthly('Gọi dì Sáu');
		await act((tx) => followUps.editFollowUp(tx, lan, { id: other, repeats: null }));
		expect(await tick(other)).toMatchObject({ nextOn: null });
	});

	test('is one series where it was given its rule later', async () => {
		const { id } = await addFollowUp(lan, { title: 'Gọi thầy Minh', dueOn: '2199-01-31' });
		await act((tx) => followUps.editFollowUp(tx, lan, { id, repeats: monthly }));
		await tick(id);
		await tick(id, false);
		expect(await stateOf('Gọi thầy Minh')).toEqual(['open 2199-01-31']);
	});

	test('sent twice by one form is made once, and not again with another rule', async () => {
		const id = uuidv7();
		await addMonthly('Gọi một lần', { id });
		await addMonthly('Gọi một lần', { id });
		await expect(addMonthly('Gọi một lần', { id, repeats: { every: 'day' } })).rejects.toThrow('saved by this form');
		expect(await stateOf('Gọi một lần')).toHaveLength(1);
	});
});

describe('what cannot be is refused at its field', () => {
	const week: Repeat = { every: 'week', weeks: 2, from: '2026-12-01' };
	const wrong: [what: string, form: object, field: string][] = [
		['a time that is none', { dueTime: '25:00' }, 'dueTime'],
		['a time without a date', { dueOn: '', repeats: null }, 'dueOn'],
		['a rule without a date', { dueOn: '', dueTime: '' }, 'dueOn'],
		['every 0 weeks', { repeats: { ...week, weeks: 0 } }, 'repeats.weeks'],
		['every 1,000,000 weeks', { repeats: { ...week, weeks: 1_000_000 } }, 'repeats.weeks'],
		['every week and a half', { repeats: { ...week, weeks: 1.5 } }, 'repeats.weeks'],
		['an end before the first', { repeats: { ...week, until: '2026-11-30' }, dueOn: '2026-12-01' }, 'repeats.until'],
		['an end that is no day', { repeats: { ...week, until: '2026-02-30' } }, 'repeats.until'],
		['a date 200 years away', { dueOn: '2226-01-31' }, 'dueOn'],
		['February 30 of every year', { repeats: { every: 'year', month: 2, day: 30 } }, 'repeats'],
		['an eighth weekday', { repeats: { every: 'monthWeekday', nth: 1, weekday: 8 } }, 'repeats.weekday'],
	];
	test.each(wrong)('%s', async (_, form, field) => {
		await expect(addMonthly('Gọi lại', form)).rejects.toMatchObject({ fieldErrors: { [field]: expect.any(String) } });
	});

	test('another account’s follow-up', async () => {
		const john = await makeAccount('John Carter');
		const id = await addMonthly('Gọi của Lan');
		for (const work of [
			act((tx) => series.completeFollowUps(tx, john, { ids: [id] })),
			act((tx) => followUps.moveFollowUps(tx, john, { ids: [id], until: '2026-12-24' })),
			act((tx) => followUps.deleteFollowUps(tx, john, { ids: [id] })),
		])
			expect((await work).titles).toEqual([]);
		expect(await stateOf('Gọi của Lan')).toEqual(['open 2199-01-31 09:30']);
	});
});

describe('edited in two tabs', () => {
	const was = { title: 'Gửi mẫu', dueOn: '2026-12-01', dueTime: null };
	const edit = (changes: object) => act((tx) => followUps.editFollowUp(tx, lan, { was, ...changes } as never));

	test('the second hears what the first has set, and changes nothing', async () => {
		const { id } = await addFollowUp(lan, was);
		expect(await edit({ id, dueOn: '2026-12-04', dueTime: '14:00' })).toMatchObject({ others: null });
		const set = { title: 'Gửi mẫu', others: { due: { dueOn: '2026-12-04', dueTime: '14:00' } } };
		expect(await edit({ id, dueOn: '2026-12-24' })).toMatchObject(set);
		expect(await edit({ id, title: 'Gửi mẫu mới', dueOn: '2026-12-24' })).toMatchObject(set);
		expect(await db.followUp.findFirstOrThrow({ where: { id } })).toMatchObject({
			title: 'Gửi mẫu',
			dueOn: new Date('2026-12-04'),
		});
	});

	test('what nobody else has changed is saved, and so is what both want', async () => {
		const { id } = await addFollowUp(lan, was);
		await edit({ id, dueOn: '2026-12-04' });
		expect(await edit({ id, title: 'Gửi mẫu mới' })).toMatchObject({ title: 'Gửi mẫu mới', others: null });
		expect(await edit({ id, dueOn: '2026-12-04' })).toMatchObject({ others: null });
	});
});

describe('several at once', () => {
	let many: UserId;
	let ids: string[];
	beforeAll(async () => {
		many = await makeAccount('Võ Thị Yến');
		await insertMany(
			Prisma.sql`
			INSERT INTO follow_up (user_id, id, title, due_on, due_time, repeats, series_id)
			SELECT ${many}::uuid, id, 'Việc ' || n, date '2199-01-01', CASE WHEN n % 2 = 0 THEN time '14:00' END,
				CASE WHEN n % 50 = 0 THEN '{"every": "weekday"}'::jsonb END, CASE WHEN n % 50 = 0 THEN id END
			FROM (SELECT n, gen_random_uuid() AS id FROM generate_series(1, 20000) n) x`,
			Prisma.sql`ANALYZE follow_up`,
		);
		const rows = await db.$queryRaw<{ id: string }[]>`
			SELECT id FROM follow_up WHERE user_id = ${many}::uuid ORDER BY length(title), title LIMIT 500`;
		ids = rows.map(({ id }) => id);
	});
	const count = async (condition: Prisma.Sql) => {
		const [row] = await db.$queryRaw<[{ n: number }]>`
			SELECT count(*)::int AS n FROM follow_up WHERE user_id = ${many}::uuid AND ${condition}`;
		return row.n;
	};
	type Work = (tx: Tx) => Promise<{ titles: string[] }>;
	const works: [what: string, work: Work, changed: () => Promise<number>][] = [
		[
			'are moved to a day, and keep their times',
			(tx) => followUps.moveFollowUps(tx, many, { ids, until: '2199-02-01' }),
			() =>
				count(
					Prisma.sql`due_on = '2199-02-01' AND (due_time IS NOT NULL) = (right(title, 1) IN ('0', '2', '4', '6', '8'))`,
				),
		],
		[
			'are ticked off, and those that repeat have their next',
			(tx) => series.completeFollowUps(tx, many, { ids }),
			async () => {
				expect(await count(Prisma.sql`done_at IS NULL AND due_on > '2199-01-01'`)).toBe(10);
				return count(Prisma.sql`done_at IS NOT NULL`);
			},
		],
		[
			'are deleted',
			(tx) => followUps.deleteFollowUps(tx, many, { ids }),
			async () => 20_000 - (await count(Prisma.sql`true`)),
		],
	];
	test.each(works)('%s', async (_, work, changed) => {
		const before = await count(Prisma.sql`done_at IS NULL AND due_on = '2199-01-01'`);
		const set = await recorded(async (tx) => expect((await work(tx)).titles).toHaveLength(500));
		expect(await changed()).toBe(500);
		await undo(many, set);
		expect([before, await count(Prisma.sql`done_at IS NULL AND due_on = '2199-01-01'`)]).toEqual([20_000, 20_000]);
	});
});
