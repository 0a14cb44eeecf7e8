import { beforeEach, describe, expect, test } from 'vitest';
import type { ListName } from '@/domain/paths';
import { recordLines } from '@/features/history/history-words';
import { listChanges } from '@/features/history/server/history-queries';
import * as views from '@/features/views/server/view-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { acted, undo as undoOf } from '../support/act';
import { saveView, type ViewFields, viewNames, viewsOf as viewsOfUser } from '../support/saved-views';
import { snapshot } from '../support/snapshot';

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const save = (name: string, more: ViewFields = {}) => saveView(lan, name, more);
const viewsOf = (list: ListName) => viewsOfUser(lan, list);
const namesOf = (list?: ListName) => viewNames(lan, list);
const move = (id: string, direction: 'up' | 'down') => acted((tx) => views.moveView(tx, lan, { id, direction }));
const setDefault = (id: string, isDefault = true) => acted((tx) => views.setDefaultView(tx, lan, { id, isDefault }));
const undo = (id: string) => undoOf(lan, id);

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
		const gone = { message: expect.stringContaining('This view no longer exists') };
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
	expect(entries.map(({ label }) => label)).toEqual(['Test', 'Rename view', 'Test']);
});
