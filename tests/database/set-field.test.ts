import { beforeAll, expect, test } from 'vitest';
import { setField } from '@/features/fields/server/set-field-mutations';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';

const id = (n: number) => `0194f3a0-b7c8-7d1e-9a2b-${String(n).padStart(12, '0')}`;
const [taxCode, interests, introducer, archived] = [1, 2, 3, 4].map(id) as [string, string, string, string];
const [storage, freight, seafood] = [11, 12, 13].map(id) as [string, string, string];

let lan: UserId;
let nam: UserId;
let companies: string[];

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	nam = await makeAccount('Nam');
	for (const [place, [field, type, name]] of (
		[
			[taxCode, 'text', 'Tax code'],
			[interests, 'choices', 'Interested in'],
			[introducer, 'contact', 'Brought by'],
			[archived, 'text', 'Old code'],
		] as const
	).entries())
		await db.$executeRaw`
			INSERT INTO field (user_id, id, kind, type, name, place, archived_at)
			VALUES (${lan}::uuid, ${field}::uuid, 'company', ${type}, ${name}, ${place}::int, ${field === archived ? new Date() : null}::timestamptz)`;
	for (const [place, option] of [storage, freight, seafood].entries())
		await db.$executeRaw`
			INSERT INTO field_option (user_id, id, field_id, name, place)
			VALUES (${lan}::uuid, ${option}::uuid, ${interests}::uuid, ${`Lựa chọn ${place}`}, ${place}::int)`;
	await db.company.createMany({ data: Array.from({ length: 30 }, (_, n) => ({ userId: lan, name: `Công ty ${n}` })) });
	await db.company.create({ data: { userId: nam, name: 'Của Nam' } });
	companies = (await db.company.findMany({ where: { userId: lan }, orderBy: { id: 'asc' } })).map((each) => each.id);
});

type Setting = Parameters<typeof setField>[2];
const set = (setting: Partial<Setting>, changeSet = crypto.randomUUID()) =>
	inChangeSet({ id: changeSet, label: 'Set a field' }, (tx) =>
		setField(tx, lan, { kind: 'company', field: taxCode, ids: companies, how: 'set', value: '', ...setting }),
	);
const held = async (field: string) =>
	(await db.company.findMany({ where: { userId: lan }, orderBy: { id: 'asc' } })).map(
		({ metadata }) => (metadata as Record<string, unknown>)[field],
	);

test('thirty companies get a tax code at once, and undo takes it from all of them', async () => {
	const changeSet = crypto.randomUUID();
	await set({ ids: companies.slice(0, 1), value: '0312345678' });
	expect(await set({ value: ' 3702145678 ' }, changeSet)).toEqual({ name: 'Tax code', changed: 30 });
	expect(new Set(await held(taxCode))).toEqual(new Set(['3702145678']));
	expect(await set({ value: '3702145678' })).toMatchObject({ changed: 0 });
	await inChangeSet({ id: crypto.randomUUID(), label: 'Undo' }, (tx) => undoChangeSet(tx, lan, { id: changeSet }));
	expect(await held(taxCode)).toEqual(['0312345678', ...Array.from({ length: 29 })]);
	expect(await set({ how: 'clear' })).toMatchObject({ changed: 1 });
	expect(new Set(await held(taxCode))).toEqual(new Set([undefined]));
});

test('options are added to those that a company has, in the order of the list, and taken away', async () => {
	const field = interests;
	await set({ field, ids: companies.slice(0, 2), value: seafood });
	await set({ field, ids: companies.slice(1, 3), how: 'add', value: `${storage}; ${freight}` });
	expect((await held(field)).slice(0, 4)).toEqual([
		[seafood],
		[storage, freight, seafood],
		[storage, freight],
		undefined,
	]);
	await set({ field, how: 'remove', value: `${freight}; ${storage}` });
	expect((await held(field)).slice(0, 4)).toEqual([[seafood], [seafood], undefined, undefined]);
});

test('what cannot be is refused by name, and nothing changes', async () => {
	const other = await db.company.findFirstOrThrow({ where: { userId: nam } });
	await expect(set({ value: '  ' })).rejects.toMatchObject({
		fieldErrors: { value: 'Enter a value, or select “Clear it”.' },
	});
	await expect(set({ field: interests, value: 'Không có' })).rejects.toMatchObject({
		fieldErrors: { value: 'Select some of the options.' },
	});
	await expect(set({ field: introducer, value: other.id })).rejects.toMatchObject({
		fieldErrors: { value: 'This contact no longer exists. Select another one.' },
	});
	await expect(set({ field: archived, value: 'x' })).rejects.toThrow('This field no longer exists.');
	await expect(set({ kind: 'contact', value: 'x' })).rejects.toThrow('This field no longer exists.');
	expect(await set({ ids: [other.id], value: 'x' })).toMatchObject({ changed: 0 });
	expect(new Set(await held(taxCode))).toEqual(new Set([undefined]));
});
