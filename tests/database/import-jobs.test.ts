import { beforeEach, expect, test } from 'vitest';
import { emptyReport } from '@/features/import/import-outcome';
import { beginCheck, beginRun, changeImport, removeImport } from '@/features/import/server/import-mutations';
import { getImport, refusedFile } from '@/features/import/server/import-queries';
import { workOff } from '@/features/import/server/job-mutations';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { check, inSet, run, upload } from '../support/import-files';
import { snapshot } from '../support/snapshot';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

test('a check changes nothing', async () => {
	const before = await snapshot(lan);
	await check(lan, 'Company name\nBình Minh\n');
	expect(await snapshot(lan)).toEqual(before);
});

test('what was checked has to be checked again once it is changed', async () => {
	const { id, settings } = await check(lan, 'Company name\nBình Minh\n');
	await inSet((tx) => changeImport(tx, lan, { id, settings }));
	await expect(inSet((tx) => beginRun(tx, lan, { id }))).rejects.toThrow('Check the file first.');
});

test('nobody else can have a file checked or run', async () => {
	const { id, settings } = await upload(lan, 'Company name\nBình Minh\n');
	const stranger = await makeAccount('Lê Văn Lạ');
	await expect(inSet((tx) => beginCheck(tx, stranger, { id, settings }))).rejects.toThrow('no longer exists');
	await inSet((tx) => beginCheck(tx, lan, { id, settings }));
	await workOff(stranger, id);
	expect(await getImport(lan, id)).toMatchObject({ status: 'checking' });
	await workOff(lan, id);
	expect(await getImport(lan, id)).toMatchObject({ status: 'checked' });
	expect(await db.company.count({ where: { userId: stranger } })).toBe(0);
});

test('one file of an account is worked on at a time', async () => {
	const first = await upload(lan, 'Company name\nBình Minh\n');
	const second = await check(lan, 'Company name\nHoa Sen\n');
	await inSet((tx) => beginCheck(tx, lan, first));
	const refusal = '“file.csv” is being worked on at this moment. Try again once it is finished.';
	await expect(inSet((tx) => beginRun(tx, lan, second))).rejects.toThrow(refusal);
	await expect(inSet((tx) => beginCheck(tx, lan, second))).rejects.toThrow(refusal);
	await workOff(lan, first.id);
	await inSet((tx) => beginRun(tx, lan, second));
	await workOff(lan, second.id);
	expect(await getImport(lan, second.id)).toMatchObject({ status: 'done' });
});

test('of two that are begun at once, one is', async () => {
	const files = [await check(lan, 'Company name\nBình Minh\n'), await check(lan, 'Company name\nHoa Sen\n')];
	const begun = await Promise.allSettled(files.map((file) => inSet((tx) => beginRun(tx, lan, file))));
	expect(begun.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('only rows that name people may have a company called after one', async () => {
	const { id, settings } = await upload(lan, 'Contact name,Email\nĐặng Thị Ánh,anh@hoasen.example.com\n');
	expect(settings).toMatchObject({ kind: 'contacts', withoutCompany: 'person' });
	await inSet((tx) => changeImport(tx, lan, { id, settings: { ...settings, kind: 'deals' } }));
	expect((await getImport(lan, id))?.settings).toMatchObject({ kind: 'deals', withoutCompany: 'person' });
	expect((await upload(lan, 'Deal name,Amount\nPump,5\n')).settings).toMatchObject({ withoutCompany: 'refuse' });
});

test('a run that was cut off with its server is told apart from one that goes on', async () => {
	const { id } = await check(lan, 'Company name\nBình Minh\n');
	await inSet((tx) => beginRun(tx, lan, { id }));
	const begun = new Date(Date.now() - 60_000);
	await db.dataImport.updateMany({ where: { userId: lan, id }, data: { startedAt: begun } });
	await db.$transaction(async (tx) => {
		await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('import ' || ${id}::uuid, 0))`;
		expect(await getImport(lan, id)).toMatchObject({ status: 'running' });
	});
	const found = await getImport(lan, id);
	expect(found).toMatchObject({ status: 'checked' });
	expect(found?.report?.problem).toContain('The server was stopped in the middle.');
});

test('a first check that was cut off with its server says so, and the file can be checked again', async () => {
	const { id, settings } = await upload(lan, 'Company name\nBình Minh\n');
	await inSet((tx) => beginCheck(tx, lan, { id, settings }));
	const begun = new Date(Date.now() - 60_000);
	await db.dataImport.updateMany({ where: { userId: lan, id }, data: { startedAt: begun } });
	const found = await getImport(lan, id);
	expect(found).toMatchObject({ status: 'uploaded', report: { created: 0, refused: 0, twins: {} } });
	expect(found?.report?.problem).toBe('The server was stopped in the middle. Check the file again.');
	await inSet((tx) => beginCheck(tx, lan, { id, settings }));
	await workOff(lan, id);
	expect(await getImport(lan, id)).toMatchObject({ status: 'checked', report: { created: 1 } });
});

test('a problem without any numbers, as it was once written, is read as that of a file nobody has counted', async () => {
	const { id } = await upload(lan, 'Company name\nBình Minh\n');
	await db.dataImport.updateMany({ where: { userId: lan, id }, data: { report: { problem: 'Stopped.' } } });
	expect((await getImport(lan, id))?.report).toEqual({ ...emptyReport, problem: 'Stopped.' });
});

test('a file that is removed takes its refused rows along, and leaves what was imported', async () => {
	const { id } = await run(lan, 'Company name,Phone\nBình Minh,\n,0901234567\n');
	const before = await snapshot(lan);
	await inSet((tx) => removeImport(tx, lan, { id }));
	expect(await getImport(lan, id)).toBeNull();
	expect(await db.dataImportRefusal.count({ where: { userId: lan } })).toBe(0);
	expect(await snapshot(lan)).toEqual(before);
});

test('a file that is being worked on is not removed', async () => {
	const { id, settings } = await upload(lan, 'Company name\nBình Minh\n');
	await inSet((tx) => beginCheck(tx, lan, { id, settings }));
	await expect(inSet((tx) => removeImport(tx, lan, { id }))).rejects.toThrow('being worked on at this moment');
});

test('the file of refused rows is named by the day that it is for the account', async () => {
	const { id } = await check(lan, 'Company name,Phone\n,0901234567\n');
	for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
		await db.settings.upsert({ where: { userId: lan }, update: { timeZone }, create: { userId: lan, timeZone } });
		const { name } = await refusedFile(lan, { id });
		expect(name).toBe(`minicrm-rejected-${dayIn(new Date(), timeZone)}.csv`);
	}
});

test('until what came of it is written down, an import is held', async () => {
	const { id, settings } = await upload(lan, 'Company name\nBình Minh\n');
	await inSet((tx) => beginCheck(tx, lan, { id, settings }));
	const begun = new Date(Date.now() - 60_000);
	await db.dataImport.updateMany({ where: { userId: lan, id }, data: { startedAt: begun } });
	const isWaiting = async () => {
		const [{ count }] = await db.$queryRaw<[{ count: number }]>`
			SELECT count(*)::int AS count FROM pg_stat_activity
			WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE "public"."data_import"%'`;
		return count > 0;
	};
	let work = Promise.resolve();
	await db.$transaction(async (tx) => {
		await tx.$executeRaw`SELECT FROM data_import WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
		work = workOff(lan, id);
		await expect.poll(isWaiting).toBe(true);
		const [lock] = await tx.$queryRaw<[{ free: boolean }]>`
			SELECT pg_try_advisory_xact_lock(hashtextextended('import ' || ${id}::uuid, 0)) AS free`;
		expect(lock.free).toBe(false);
	});
	await work;
	expect(await getImport(lan, id)).toMatchObject({ status: 'checked', report: { created: 1 } });
});
