import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SearchedKind } from '@/domain/search/searched-kinds';
import { deleteCompany } from '@/features/companies/server/company-mutations';
import { readMark } from '@/features/history/server/mark-queries';
import { openedRecord } from '@/features/search/schema';
import { keepOpened } from '@/features/search/server/opened-mutations';
import { findRecords } from '@/features/search/server/search-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { acted, undo } from '../support/act';
import { archiveOf } from '../support/exports';
import { makeCompanyWithEverything } from '../support/sample-account';

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

/** As the route does: in a transaction without a change set. */
const open = (id: string, kind: SearchedKind = 'company', userId = lan) =>
	db.$transaction((tx) => keepOpened(tx, userId, openedRecord.parse({ kind, id })));

async function makeCompanies(count: number): Promise<string[]> {
	const data = Array.from({ length: count }, (_, index) => ({
		userId: lan,
		id: uuidv7(),
		name: `Hoa Sen ${index + 1}`,
	}));
	await db.company.createMany({ data });
	return data.map(({ id }) => id);
}

/** What the box shows without a text: the names of what was opened, and of what was changed. */
async function recent(userId = lan) {
	const { hits, opened } = await findRecords(userId, { q: '' });
	const names = hits.map(({ name }) => name);
	return { opened: names.slice(0, opened), changed: names.slice(opened) };
}

const kept = (userId = lan) => db.recentlyOpened.count({ where: { userId } });

describe('what was opened', () => {
	test('stands above what was changed, the latest first, each once, of every kind', async () => {
		const ids = await makeCompanyWithEverything(lan, 'Thủy sản Bình Minh');
		await db.recentlyOpened.deleteMany({ where: { userId: lan } });
		expect(await recent()).toMatchObject({ opened: [], changed: expect.arrayContaining(['Thủy sản Bình Minh']) });
		for (const kind of ['company', 'contact', 'activity', 'deal', 'company'] as const) await open(ids[kind], kind);
		expect(await recent()).toEqual({
			opened: ['Thủy sản Bình Minh', 'Hệ thống kho', 'Gọi lần đầu', 'Đặng Thị Ánh'],
			changed: [],
		});
		expect(await kept()).toBe(4);
	});

	test('are twenty, and below them eight that were changed and not opened', async () => {
		const ids = await makeCompanies(60);
		// they come from the history, which knows what an action made
		await acted(async (tx) => {
			for (const id of ids)
				await tx.company.update({ where: { userId_id: { userId: lan, id } }, data: { industry: 'Gỗ' } });
		});
		for (const id of ids.slice(0, 50)) await open(id);
		const numbers = (from: number, to: number) =>
			Array.from({ length: from - to + 1 }, (_, at) => `Hoa Sen ${from - at}`);
		expect(await recent()).toEqual({ opened: numbers(50, 31), changed: numbers(60, 53) });
		expect(await kept()).toBe(40);
	});

	test('is left out once it is gone, without a gap, and is there again where that is undone', async () => {
		const ids = await makeCompanies(22);
		for (const id of ids) await open(id);
		const gone = ids[21] ?? '';
		const { changeSet } = await acted((tx) => deleteCompany(tx, lan, { id: gone }));
		expect((await recent()).opened).toHaveLength(20);
		expect((await recent()).opened[0]).toBe('Hoa Sen 21');
		await undo(lan, changeSet);
		expect((await recent()).opened[0]).toBe('Hoa Sen 22');
	});

	test('is nobody else’s, and nothing that is not there', async () => {
		const [id = ''] = await makeCompanies(1);
		const stranger = await makeAccount('Lê Văn Lạ');
		await open(id, 'company', stranger);
		await open(id, 'deal');
		await open(uuidv7());
		expect([await kept(), await kept(stranger)]).toEqual([0, 0]);
		for (const input of [
			{ kind: 'tag', id },
			{ kind: 'company', id: 'x' },
			{ kind: 'company', id, at: '2099-01-01' },
			'company',
		])
			expect(openedRecord.safeParse(input).success, JSON.stringify(input)).toBe(false);
	});

	test('by many tabs at the same time is kept once each, and the oldest are forgotten', async () => {
		const ids = await makeCompanies(48);
		await Promise.all(ids.slice(0, 40).flatMap((id) => [open(id), open(id)]));
		expect(await kept()).toBe(40);
		await Promise.all(ids.slice(32).flatMap((id) => [open(id), open(id)]));
		for (const id of ids.slice(40)) await open(id);
		expect((await recent()).opened.slice(0, 8)).toEqual(Array.from({ length: 8 }, (_, at) => `Hoa Sen ${48 - at}`));
		expect(await kept()).toBe(40);
	});

	test('is not put back in time by a transaction that began before and ends after another one', async () => {
		const [first = '', second = ''] = await makeCompanies(2);
		await open(first);
		const begun = Promise.withResolvers<void>();
		const goOn = Promise.withResolvers<void>();
		const late = db.$transaction(async (tx) => {
			await tx.$queryRaw`SELECT now()`;
			begun.resolve();
			await goOn.promise;
			await keepOpened(tx, lan, { kind: 'company', id: first });
		});
		await begun.promise;
		await new Promise((resolve) => setTimeout(resolve, 5));
		await open(second);
		await new Promise((resolve) => setTimeout(resolve, 5));
		await open(first);
		goOn.resolve();
		await late;
		expect((await recent()).opened).toEqual(['Hoa Sen 1', 'Hoa Sen 2']);
	});

	test('makes no history, no version and no new mark, is in the export, and goes with its account', async () => {
		const [id = ''] = await makeCompanies(1);
		const state = async () => ({
			mark: await readMark(lan),
			sets: await db.changeSet.count({ where: { userId: lan } }),
			lines: await db.changeLog.count({ where: { userId: lan } }),
			company: await db.company.findFirst({ where: { userId: lan } }),
		});
		const before = await state();
		await open(id);
		expect(await state()).toEqual(before);
		expect(JSON.parse((await archiveOf(lan))['json/recently-opened.json'] ?? '')).toMatchObject([
			{ kind: 'company', record_id: id },
		]);
		await db.user.delete({ where: { id: lan } });
		expect(await kept()).toBe(0);
	});
});
