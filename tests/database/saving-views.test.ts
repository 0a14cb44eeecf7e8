import naughtyStrings from 'big-list-of-naughty-strings' with { type: 'json' };
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ListName } from '@/domain/paths';
import { newView, viewName } from '@/features/views/schema';
import * as views from '@/features/views/server/view-mutations';
import { maxViews, type SavedView } from '@/features/views/view';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { acted } from '../support/act';
import { saveView, type ViewFields, viewNames, viewsOf as viewsOfUser } from '../support/saved-views';

let lan: UserId;
let duc: UserId;

beforeEach(async () => {
	[lan, duc] = [await makeAccount('Nguyễn Thị Lan'), await makeAccount('Phạm Văn Đức')];
});

const save = (name: string, more: ViewFields = {}, userId = lan) => saveView(userId, name, more);
const viewsOf = (list: ListName) => viewsOfUser(lan, list);
const namesOf = (list?: ListName, userId = lan) => viewNames(userId, list);

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
			data: Array.from({ length: maxViews - 2 }, (_, n) => {
				return { userId: lan, list: 'contacts', name: `Số ${n}`, query: 'decides=yes', place: n + 1 };
			}),
		});
		const saved = await Promise.allSettled(Array.from({ length: 6 }, (_, n) => save(`Mới ${n}`)));
		expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
		expect(saved.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { message: 'A list can have 50 views. Delete one that you no longer need, then save this one.' },
		});
		expect(await viewsOf('contacts')).toHaveLength(maxViews);
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
