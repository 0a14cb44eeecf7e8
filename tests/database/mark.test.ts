import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import * as companies from '@/features/companies/server/company-mutations';
import { readMark } from '@/features/history/server/mark-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, recorded, undo } from '../support/act';
import { plainCompany } from '../support/plain-records';

const create = (userId: UserId, name: string) =>
	recorded((tx) => companies.createCompany(tx, userId, plainCompany(uuidv7(), name)));

/** Whether a mark is another one after some work. */
async function changes(userId: UserId, work: () => Promise<unknown>): Promise<boolean> {
	const { mark } = await readMark(userId);
	await work();
	return (await readMark(userId)).mark !== mark;
}

test('the mark of an account changes with everything that its pages show, and with nothing else', async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const duc = await makeAccount('Trần Văn Đức');
	expect((await readMark(lan)).mark).not.toBe((await readMark(duc)).mark);
	expect(await changes(lan, async () => {})).toBe(false);
	expect(await changes(lan, () => create(duc, 'Bao bì Đại Phát'))).toBe(false);

	let created = '';
	const make = async () => {
		created = await create(lan, 'Thủy sản Bình Minh');
	};
	expect(await changes(lan, make)).toBe(true);
	expect(await changes(lan, () => undo(lan, created))).toBe(true);
	expect(await changes(lan, () => db.user.update({ where: { id: lan }, data: { name: 'Nguyễn Lan' } }))).toBe(true);

	const id = uuidv7();
	const file = { userId: lan, id, fileName: 'contacts.csv', bytes: 12, status: 'uploaded', settings: {} };
	expect(await changes(lan, () => db.dataImport.create({ data: file }))).toBe(true);
	expect((await readMark(lan)).working).toBe(false);
	const where = { userId_id: { userId: lan, id } };
	const run = () => db.dataImport.update({ where, data: { status: 'running', startedAt: new Date() } });
	expect(await changes(lan, run)).toBe(true);
	expect((await readMark(lan)).working).toBe(true);
	expect(await changes(lan, () => db.dataImport.delete({ where }))).toBe(true);
	expect((await readMark(lan)).working).toBe(false);
});

test('a change that began before another one and ends after it is not missed', async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const begun = Promise.withResolvers<void>();
	const goOn = Promise.withResolvers<void>();
	const slow = act(async (tx) => {
		await companies.createCompany(tx, lan, plainCompany(uuidv7(), 'Gỗ Trường Thành'));
		begun.resolve();
		await goOn.promise;
	});
	await begun.promise;
	expect(await changes(lan, () => create(lan, 'Thủy sản Bình Minh'))).toBe(true);
	const end = async () => {
		goOn.resolve();
		await slow;
	};
	expect(await changes(lan, end)).toBe(true);
});
