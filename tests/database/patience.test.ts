import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import { undoImport } from '@/features/import/server/undo-mutations';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db, longTransaction, type Tx } from '@/lib/db/db';
import { databaseFault } from '@/lib/operations/database-fault';
import { withPatience } from '@/lib/operations/db-connection';
import { makeAccount } from '../support/accounts';
import { acted } from '../support/act';
import { makeBinhMinh } from '../support/history';
import { run } from '../support/import-files';

const sleep = (tx: Tx, seconds: number) => tx.$queryRaw`SELECT 1 FROM pg_sleep(${seconds})`;

const faultOf = (error: unknown) => databaseFault(error)?.kind;

const connectionOf = async (tx: Tx) => {
	const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
	return row?.pid;
};

const modules = import.meta.glob<Record<string, { isLong?: boolean }>>('../../src/features/*/actions.ts', {
	eager: true,
});

test('whatever deletes, merges or undoes gets the time it needs', () => {
	const actions = Object.values(modules).flatMap((module) => Object.entries(module));
	const growing = actions.filter(
		([name, action]) => action.isLong !== undefined && /^(delete|merge|remove|undo|tag)[A-Z]/.test(name),
	);
	expect(growing.length).toBeGreaterThan(12);
	expect(growing.filter(([, { isLong }]) => !isLong).map(([name]) => name)).toEqual([]);
});

describe('a question that goes unanswered', () => {
	test('costs its connection, and the next one goes over another', async () => {
		let lost: number | undefined;
		const asked = withPatience(300, () =>
			db.$transaction(async (tx) => {
				lost = await connectionOf(tx);
				await sleep(tx, 60);
			}),
		);
		await expect(asked.catch(faultOf)).resolves.toBe('SocketTimeout');
		const [now, others] = await Promise.all([
			db.$transaction(connectionOf),
			// ten at once take every connection of the pool
			Promise.all(Array.from({ length: 10 }, () => db.$transaction(connectionOf))),
		]);
		expect([now, ...others]).not.toContain(lost);
	});

	test('in usual work is given up after twenty seconds, in long work it is waited for, past the thirty that a transaction has', async () => {
		const usual = db.$transaction((tx) => sleep(tx, 24)).then(() => 'answered', faultOf);
		const bare = db.$queryRaw`SELECT 1 FROM pg_sleep(24)`.then(() => 'answered', faultOf);
		const long = longTransaction((tx) => sleep(tx, 24)).then(() => 'answered', faultOf);
		const undone = inChangeSet(
			{ id: uuidv7(), label: 'Undo' },
			async (tx) => {
				await sleep(tx, 24);
				await sleep(tx, 8);
			},
			{ isLong: true },
		).then(() => 'answered', faultOf);
		expect(await Promise.all([usual, bare, long, undone])).toEqual([
			'SocketTimeout',
			'SocketTimeout',
			'answered',
			'answered',
		]);
	}, 60_000);
});

describe('work that meets other work', () => {
	test('waits five seconds for what that has locked, and is refused then', async () => {
		const { lan, binhMinh } = await makeBinhMinh();
		let finish = () => {};
		let locked = () => {};
		const isLocked = new Promise<void>((resolve) => {
			locked = resolve;
		});
		const other = db.$transaction(async (tx) => {
			await tx.$executeRaw`SELECT FROM company WHERE id = ${binhMinh}::uuid FOR UPDATE`;
			locked();
			await new Promise<void>((resolve) => {
				finish = resolve;
			});
		});
		await isLocked;
		const rename = () =>
			acted((tx) => tx.company.updateMany({ where: { userId: lan, id: binhMinh }, data: { name: 'Hoa Sen' } }));
		await expect(rename()).rejects.toThrow('still in progress, so nothing was saved');
		finish();
		await other;
		await rename();
	}, 30_000);

	test('is refused in words where the disk of the database is full', async () => {
		const full = acted(
			(tx) => tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`,
		);
		await expect(full).rejects.toThrow('The disk of the database is full, so nothing was saved.');
	});

	const refused = (results: PromiseSettledResult<unknown>[]) =>
		results.flatMap((result) => (result.status === 'rejected' ? [result.reason.name] : []));

	test('an import that is undone three times at once is undone once, and twice refused', async () => {
		const lan = await makeAccount('Nguyễn Thị Lan');
		const rows = Array.from({ length: 500 }, (_, n) => `Công ty ${n}`);
		const { id } = await run(lan, ['Company name', ...rows].join('\n'));
		const results = await Promise.allSettled(
			Array.from({ length: 3 }, () => acted((tx) => undoImport(tx, lan, { id }))),
		);
		expect(refused(results)).toEqual(['Refusal', 'Refusal']);
		expect(await db.company.count({ where: { userId: lan } })).toBe(0);
	});

	test('so is any other change', async () => {
		const { lan, binhMinh } = await makeBinhMinh();
		const { changeSet } = await acted((tx) => tx.company.deleteMany({ where: { userId: lan, id: binhMinh } }));
		const undo = (userId: UserId) => acted((tx) => undoChangeSet(tx, userId, { id: changeSet }));
		const results = await Promise.allSettled([undo(lan), undo(lan), undo(lan)]);
		expect(refused(results)).toEqual(['Refusal', 'Refusal']);
		expect(await db.company.count({ where: { userId: lan } })).toBe(1);
	});

	test('a second undo waits for the first before it looks at what it would find', async () => {
		const { lan, binhMinh } = await makeBinhMinh();
		const { changeSet } = await acted((tx) => tx.company.deleteMany({ where: { userId: lan, id: binhMinh } }));
		const [undone, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const first = acted(async (tx) => {
			await undoChangeSet(tx, lan, { id: changeSet });
			undone.resolve();
			await held.promise;
		});
		await undone.promise;
		const second = acted((tx) => undoChangeSet(tx, lan, { id: changeSet }));
		const waiting = () => db.$queryRaw<{ query: string }[]>`
			SELECT query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
		await expect.poll(waiting).toMatchObject([{ query: expect.stringContaining('FROM change_set') }]);
		held.resolve();
		await first;
		await expect(second).rejects.toThrow(/^This was already undone, on .+\. Nothing was changed\.$/);
		expect(await db.company.count({ where: { userId: lan } })).toBe(1);
	});
});
