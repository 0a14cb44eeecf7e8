import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { listChanges } from '@/features/history/queries';
import { recordLines } from '@/features/history/words';
import * as views from '@/features/views/mutations';
import { listViews } from '@/features/views/queries';
import { newView, viewName } from '@/features/views/schema';
import { mostViews, type SavedView } from '@/features/views/view';
import { db } from '@/lib/db';
import type { ListName } from '@/lib/paths';
import type { UserId } from '@/lib/session';
import { parseInput } from '@/lib/validation';
import { makeAccount } from '../support/accounts';
import { acted, undo as undoOf } from '../support/act';
import { snapshot } from '../support/snapshot';

let lan: UserId;
let duc: UserId;

beforeEach(async () => {
	[lan, duc] = [await makeAccount('Nguyễn Thị Lan'), await makeAccount('Phạm Văn Đức')];
});

/** Saves a view through the form's own schema. */
async function save(name: string, more: { list?: ListName; query?: string; isDefault?: boolean } = {}, userId = lan) {
	const input = newView.parse({ id: uuidv7(), list: 'contacts', query: 'decides=yes', ...more, name });
	return (await acted((tx) => views.saveView(tx, userId, input))).data;
}

const viewsOf = async (list: ListName, userId = lan) =>
	(await listViews(userId)).filter((view: SavedView) => view.list === list);
const namesOf = async (list: ListName = 'contacts', userId = lan) =>
	(await viewsOf(list, userId)).map(({ name, isDefault }) => (isDefault ? `${name} (default)` : name));
const move = (id: string, direction: 'up' | 'down') => acted((tx) => views.moveView(tx, lan, { id, direction }));
const setDefault = (id: string, isDefault = true) => acted((tx) => views.setDefaultView(tx, lan, { id, isDefault }));
const undo = (id: string) => undoOf(lan, id);

describe('a view is saved', () => {
	test('behind the others of its list, and each account and each list has its own', async () => {
		await save('Người quyết định');
		await save('Im lặng', { query: 'silent=30' });
		await save('Người quyết định', { list: 'companies', query: 'q=thuy' });
		await save('Người quyết định', {}, duc);
		expect(await namesOf()).toEqual(['Người quyết định', 'Im lặng']);
		expect(await namesOf('companies')).toEqual(['Người quyết định']);
		expect(await namesOf('contacts', duc)).toEqual(['Người quyết định']);
	});

	test('with the query that the list itself writes', async () => {
		const id = uuidv7();
		const query = `?page=7&unknown=1&saved=${id}&authority=primary&authority=boss&company=${id}&company=x&q=Đặng+%26&sort=name.asc`;
		await save('Chính', { query });
		expect((await viewsOf('contacts'))[0]?.query).toBe(
			`q=${encodeURIComponent('Đặng')}+%26&company=${id}&authority=primary`,
		);
		await save('Bảng', { list: 'deals', query: 'stage=proposal&view=kanban' });
		await save('Danh sách', { list: 'deals', query: 'sort=value.asc&view=list' });
		expect((await viewsOf('deals')).map((view) => view.query)).toEqual(['stage=proposal', 'view=list&sort=value.asc']);
		// how many follow-ups stand above the list is no part of it
		await save('Cuộc gọi', { list: 'activities', query: 'view=all-follow-ups&type=call' });
		expect((await viewsOf('activities'))[0]?.query).toBe('type=call');
	});

	test.each([
		['contacts', ''],
		['contacts', '?page=3&sort=name.asc&view=list'],
		['deals', 'view=kanban'],
		['activities', 'view=all-follow-ups'],
		['companies', 'silent=soon&createdFrom=yesterday'],
	] as const)('but not where it would be the whole list: %s?%s', (list, query) => {
		expect(parseInput(newView, { id: uuidv7(), list, query, name: 'Tất cả' })).toMatchObject({
			ok: false,
			fieldErrors: { query: 'Search, filter or sort the list first; this is the whole list.' },
		});
	});

	test('and not with more filters than a link can hold', () => {
		const industry = Array.from({ length: 20 }, (_, n) => `industry=${encodeURIComponent('Đồ ăn'.repeat(18) + n)}`);
		for (const query of [industry.join('&'), `q=${'x'.repeat(9_000)}`])
			expect(parseInput(newView, { id: uuidv7(), list: 'companies', query, name: 'Dài' })).toMatchObject({
				ok: false,
				fieldErrors: { query: expect.stringContaining('too many filters') },
			});
	});

	test('under a name of 1 to 60 characters', () => {
		const named = (name: unknown) =>
			parseInput(newView, { id: uuidv7(), list: 'contacts', query: 'decides=yes', name });
		for (const name of ['', '  ', '\u200b', 'x'.repeat(61), 'a\0b', '\ud800', 7, null, undefined])
			expect(named(name), String(name)).toMatchObject({ ok: false, fieldErrors: { name: expect.any(String) } });
		expect(named('ễ'.repeat(60).normalize('NFD'))).toMatchObject({ ok: true, data: { name: 'ễ'.repeat(60) } });
		expect(named(' Người\n\tquyết   định\u0007 ')).toMatchObject({ ok: true, data: { name: 'Người quyết định' } });
	});

	test('under a name that no other view of the list has, whatever the case', async () => {
		const first = await save('Đối tác');
		await expect(save('ĐỐI TÁC')).rejects.toMatchObject({
			fieldErrors: { name: 'You already have a view of contacts named “Đối tác”. Choose another name.' },
		});
		await save('Doi tac');
		const second = (await viewsOf('contacts'))[1] as SavedView;
		await expect(acted((tx) => views.renameView(tx, lan, { id: second.id, name: 'đối tác' }))).rejects.toMatchObject({
			fieldErrors: { name: expect.stringContaining('“Đối tác”') },
		});
		// its own name in another case is free
		await acted((tx) => views.renameView(tx, lan, { id: first.id, name: 'ĐỐI TÁC' }));
		expect(await namesOf()).toEqual(['ĐỐI TÁC', 'Doi tac']);
	});

	test('at most fifty times a list, also by many at once', async () => {
		await db.savedView.createMany({
			data: Array.from({ length: mostViews - 2 }, (_, n) => {
				return { userId: lan, list: 'contacts', name: `Số ${n}`, query: 'decides=yes', place: n + 1 };
			}),
		});
		const saved = await Promise.allSettled(Array.from({ length: 6 }, (_, n) => save(`Mới ${n}`)));
		expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
		expect(saved.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { message: 'A list can have 50 views. Delete one that you no longer need, then save this one.' },
		});
		expect(await viewsOf('contacts')).toHaveLength(mostViews);
		await save('Ở danh sách khác', { list: 'companies', query: 'q=thuy' });
		const places = (await viewsOf('contacts')).slice(-2).map(({ name }) => name);
		expect(places.every((name) => name.startsWith('Mới'))).toBe(true);
	});

	test('once, however often its form is sent', async () => {
		const id = uuidv7();
		const send = (name: string) => {
			const input = newView.parse({ id, list: 'contacts', query: 'decides=yes', name, isDefault: true });
			return acted((tx) => views.saveView(tx, lan, input));
		};
		await send('Một');
		expect((await send('Một')).data).toMatchObject({ id, name: 'Một', isDefault: true });
		await expect(send('Hai')).rejects.toThrow('“Một” was saved by this form before');
		expect(await namesOf()).toEqual(['Một (default)']);
	});

	test('once where ten ask for the same name at once', async () => {
		const saved = await Promise.allSettled(Array.from({ length: 10 }, (_, n) => save(n % 2 ? 'Im lặng' : 'IM LẶNG')));
		expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await viewsOf('contacts')).toHaveLength(1);
	});
});

test('every naughty string that can be a name is kept as one', async () => {
	const { id } = await save('Người quyết định');
	let kept = 0;
	for (const text of naughtyStrings) {
		const parsed = parseInput(viewName, { id, name: text });
		if (!parsed.ok) continue;
		await acted((tx) => views.renameView(tx, lan, parsed.data));
		const [view] = await viewsOf('contacts');
		expect(view?.name).toBe(parsed.data.name);
		expect(view?.name.replace(/\s/gu, '')).toBe(text.normalize('NFC').replace(/[\s\p{Cc}]/gu, ''));
		kept++;
	}
	expect(kept).toBeGreaterThan(300);
}, 120_000);

describe('the default of a list', () => {
	test('is one view at the most, whoever was it before', async () => {
		const first = await save('Một', { isDefault: true });
		const second = await save('Hai', { isDefault: true });
		await save('Ba', { list: 'deals', query: 'view=list', isDefault: true });
		expect(await namesOf()).toEqual(['Một', 'Hai (default)']);
		const { changeSet } = await setDefault(first.id);
		expect(await namesOf()).toEqual(['Một (default)', 'Hai']);
		await undo(changeSet);
		expect(await namesOf()).toEqual(['Một', 'Hai (default)']);
		await setDefault(second.id, false);
		expect(await namesOf()).toEqual(['Một', 'Hai']);
		expect(await namesOf('deals')).toEqual(['Ba (default)']);
	});

	test('is one also where every view is made it at once', async () => {
		const all = [];
		for (const name of ['Một', 'Hai', 'Ba', 'Bốn', 'Năm']) all.push(await save(name));
		await Promise.all([...all, ...all].map(({ id }) => setDefault(id)));
		expect((await viewsOf('contacts')).filter(({ isDefault }) => isDefault)).toHaveLength(1);
	});

	test('that it is already is no change', async () => {
		const { id } = await save('Một', { isDefault: true });
		const { changeSet } = await setDefault(id);
		expect(await db.changeLog.count({ where: { userId: lan, changeSetId: changeSet } })).toBe(0);
	});
});

describe('the order', () => {
	test('is changed place by place and ends at both ends', async () => {
		const [one, , three] = [await save('Một'), await save('Hai'), await save('Ba')];
		await move(three.id, 'up');
		expect(await namesOf()).toEqual(['Một', 'Ba', 'Hai']);
		const { changeSet } = await move(three.id, 'up');
		await move(three.id, 'up');
		expect(await namesOf()).toEqual(['Ba', 'Một', 'Hai']);
		await undo(changeSet);
		expect(await namesOf()).toEqual(['Một', 'Ba', 'Hai']);
		await move(one.id, 'down');
		await move(one.id, 'down');
		await move(one.id, 'down');
		expect(await namesOf()).toEqual(['Ba', 'Hai', 'Một']);
	});

	test('loses and doubles none where views are moved at once', async () => {
		const all = [];
		for (const name of ['Một', 'Hai', 'Ba', 'Bốn']) all.push(await save(name));
		await Promise.all(all.flatMap(({ id }, n) => [move(id, n % 2 ? 'up' : 'down'), move(id, 'down')]));
		expect((await namesOf()).toSorted()).toEqual(['Ba', 'Bốn', 'Hai', 'Một']);
		const places = await db.savedView.findMany({ where: { userId: lan }, select: { place: true } });
		expect(new Set(places.map(({ place }) => place)).size).toBe(4);
	});
});

describe('a deletion', () => {
	test('is taken back whole: name, query, place and default', async () => {
		const [, two] = [await save('Một'), await save('Hai', { isDefault: true, query: 'silent=30' }), await save('Ba')];
		const before = await snapshot(lan);
		const { changeSet } = await acted((tx) => views.deleteView(tx, lan, { id: two.id }));
		expect(await namesOf()).toEqual(['Một', 'Ba']);
		await undo(changeSet);
		expect(await snapshot(lan)).toEqual(before);
	});

	test('is not taken back beside a new view of its name, or a new default', async () => {
		const one = await save('Một', { isDefault: true });
		const { changeSet } = await acted((tx) => views.deleteView(tx, lan, { id: one.id }));
		const other = await save('MỘT');
		await expect(undo(changeSet)).rejects.toMatchObject({ name: 'Refusal' });
		await acted((tx) => views.renameView(tx, lan, { id: other.id, name: 'Khác' }));
		await setDefault(other.id);
		await expect(undo(changeSet)).rejects.toMatchObject({ name: 'Refusal' });
		expect(await namesOf()).toEqual(['Khác (default)']);
		await setDefault(other.id, false);
		await undo(changeSet);
		expect(await namesOf()).toEqual(['Một (default)', 'Khác']);
	});

	test('of a view that is gone is refused, like every other change of it', async () => {
		const { id } = await save('Một');
		await acted((tx) => views.deleteView(tx, lan, { id }));
		const gone = { message: expect.stringContaining('This view does not exist any more') };
		await expect(acted((tx) => views.deleteView(tx, lan, { id }))).rejects.toMatchObject(gone);
		await expect(acted((tx) => views.changeView(tx, lan, { id, query: 'q=lan' }))).rejects.toMatchObject(gone);
		await expect(acted((tx) => views.renameView(tx, lan, { id, name: 'Hai' }))).rejects.toMatchObject(gone);
		await expect(setDefault(id)).rejects.toMatchObject(gone);
		await expect(move(id, 'up')).rejects.toMatchObject(gone);
	});

	test('of the account takes its views along', async () => {
		await save('Một');
		await db.user.delete({ where: { id: lan } });
		expect(await db.savedView.count()).toBe(await db.savedView.count({ where: { userId: { not: lan } } }));
		expect(await viewsOf('contacts')).toEqual([]);
	});
});

test('a view takes over another search, and refuses to become the whole list', async () => {
	const { id } = await save('Một');
	await acted((tx) => views.changeView(tx, lan, { id, query: '?sort=company.asc&page=2&q=lan&tag=x' }));
	expect((await viewsOf('contacts'))[0]?.query).toBe('q=lan&sort=company.asc');
	await expect(acted((tx) => views.changeView(tx, lan, { id, query: 'page=2' }))).rejects.toThrow(
		'this is the whole list',
	);
	expect((await viewsOf('contacts'))[0]?.query).toBe('q=lan&sort=company.asc');
});

test('the history says in words what was done to a view', async () => {
	const { id } = await save('Một');
	await acted((tx) => views.renameView(tx, lan, { id, name: 'Người quyết định' }), 'Rename view');
	await setDefault(id);
	const { entries, names } = await listChanges(lan, 10);
	const settings = { locale: 'en-GB', timeZone: 'Asia/Ho_Chi_Minh' };
	const lines = entries.flatMap(({ rows, undos }) => recordLines(rows, { names, settings, undos }));
	expect(lines.flatMap(({ lines: each }) => each.map(({ label, values }) => [label, ...values]))).toEqual([
		['Default of its list', 'no', 'yes'],
		['View name', 'Một', 'Người quyết định'],
		['Created'],
	]);
	expect(entries.map(({ label, canUndo }) => [label, canUndo])).toEqual([
		['Test', true],
		// renamed and made the default since
		['Rename view', false],
		['Test', false],
	]);
});
