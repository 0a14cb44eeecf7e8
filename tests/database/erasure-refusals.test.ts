import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import * as activities from '@/features/activities/server/activity-mutations';
import * as contacts from '@/features/contacts/server/contact-mutations';
import { guessSettings } from '@/features/import/file/guess-columns';
import { erasure } from '@/features/privacy/schema';
import { eraseContact } from '@/features/privacy/server/erasure-mutations';
import type { UserId } from '@/lib/auth/session';
import { inChangeSet } from '@/lib/db/change-set';
import { db, type Tx } from '@/lib/db/db';
import { recorded, undo } from '../support/act';
import { contactsOf } from '../support/contact-points';
import { eraseNow, makeAccountWithPassword, openBinhMinh } from '../support/erasing';
import { findEverywhere } from '../support/everywhere';
import { password } from '../support/password';
import { plainActivity } from '../support/plain-records';
import { snapshot } from '../support/snapshot';

let lan: UserId;
let binhMinh: string;
let bao: string;

beforeEach(async () => {
	({ lan, binhMinh } = await openBinhMinh());
	bao = await contactsOf(lan, binhMinh).add('Trần Quốc Bảo', { email: 'bao@example.org', phone: '0901 234 567' });
	await logCall('Gọi Trần Quốc Bảo');
});

async function logCall(subject: string): Promise<string> {
	const id = uuidv7();
	await recorded(
		(tx) => activities.createActivity(tx, lan, { ...plainActivity(subject, binhMinh), id }),
		'Log activity',
	);
	return id;
}

/** All that the account has, its history too. */
const everything = async () => ({
	tables: await snapshot(lan),
	log: await db.$queryRaw`SELECT to_jsonb(l) FROM change_log l ORDER BY id`,
	sets: await db.$queryRaw`SELECT to_jsonb(s) FROM change_set s ORDER BY id`,
});

const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: Error & { fieldErrors?: Record<string, string> }) => {
			if (error.name !== 'Refusal') throw error;
			return error.fieldErrors?.currentPassword ?? error.message;
		},
	);

test('an erasure that is killed at any of its statements has not begun', async () => {
	const form = erasure.parse({ id: bao, currentPassword: password, texts: '"all"' });
	const before = await everything();
	let ended = false;
	for (let killedAt = 1; !ended; killedAt += 4) {
		let nth = 0;
		const attempt = inChangeSet({ id: uuidv7(), label: 'Erase contact for good' }, async (tx) => {
			const [{ pid }] = await tx.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`;
			const dying = new Proxy(tx, {
				get(of, key) {
					const own = Reflect.get(of, key);
					if (key !== '$queryRaw' && key !== '$executeRaw') return own;
					return async (...args: unknown[]) => {
						if (++nth === killedAt) await db.$executeRaw`SELECT pg_terminate_backend(${pid}::int)`;
						return (own as (...args: unknown[]) => Promise<unknown>).apply(of, args);
					};
				},
			}) as Tx;
			await eraseContact(dying, lan, form);
		});
		ended = await attempt.then(
			() => true,
			() => false,
		);
		if (!ended) expect(await everything()).toEqual(before);
		else expect(killedAt).toBeGreaterThan(20);
	}
	expect(await findEverywhere('Trần Quốc Bảo')).toEqual([]);
}, 60_000);

test('a wrong password changes nothing, and guesses are slowed down', async () => {
	const before = await everything();
	const guess = () => refusal(eraseNow(lan, 'contact', bao, { currentPassword: 'không phải mật khẩu này' }));
	for (let nth = 0; nth < 5; nth++) expect(await guess()).toBe('This is not your password.');
	expect(await guess()).toMatch(/^Too many attempts\. Try again in \d seconds?\. Nothing was changed\.$/);
	expect(await everything()).toEqual(before);
});

test('who is gone, is erased already, or belongs to another account gets one sentence', async () => {
	const gone = 'This contact no longer exists. It may have been deleted in another window.';
	const stranger = await makeAccountWithPassword('Lê Văn Lạ');
	expect(await refusal(eraseNow(stranger, 'contact', bao))).toBe(gone);
	const answers = await Promise.all([1, 2].map(() => refusal(eraseNow(lan, 'contact', bao))));
	expect(answers.sort()).toEqual([gone, 'done']);
	const other = await contactsOf(lan, binhMinh).add('Lê Thị Hoa');
	await recorded((tx) => contacts.deleteContact(tx, lan, { id: other }), 'Delete contact');
	expect(await refusal(eraseNow(lan, 'contact', other))).toBe(gone);
});

test('nothing is erased while an import runs', async () => {
	const settings = await guessSettings(Buffer.from('Tên\n'), 'utf-8', { locale: 'vi-VN', currency: 'VND', fields: [] });
	const file = { userId: lan, id: uuidv7(), fileName: 'khách.csv', bytes: 1, status: 'running', settings };
	await db.dataImport.create({ data: file });
	expect(await refusal(eraseNow(lan, 'contact', bao))).toBe(
		'An import is running. Wait until it has finished, then erase again. Nothing was changed.',
	);
});

test('the erasure, and a change of nothing else, can’t be undone, and say why', async () => {
	const people = contactsOf(lan, binhMinh);
	const edit = await people.save(bao, { jobTitle: 'Giám đốc' });
	const both = await recorded(async (tx) => {
		for (const id of [bao, await people.add('Lê Thị Hoa')])
			await tx.contact.update({ where: { userId_id: { userId: lan, id } }, data: { jobTitle: 'Kế toán' } });
	});
	const erased = await eraseNow(lan, 'contact', bao);
	for (const set of [erased, edit])
		expect(await refusal(undo(lan, set))).toBe('Can’t undo this because it was erased for good. Nothing was changed.');
	// what the same change did to others is still taken back
	await undo(lan, both);
	expect(await db.contact.findFirst({ where: { userId: lan }, select: { name: true, jobTitle: true } })).toEqual({
		name: 'Lê Thị Hoa',
		jobTitle: null,
	});
});

test('a name of one word is no reason to change the history of others', async () => {
	const an = await contactsOf(lan, binhMinh).add('An', { email: 'an@example.org' });
	const call = await logCall('Hẹn ở chợ Bình An, thư an@example.org');
	const renamed = await recorded((tx) =>
		tx.activity.update({ where: { userId_id: { userId: lan, id: call } }, data: { subject: 'Hẹn' } }),
	);
	await eraseNow(lan, 'contact', an);
	await undo(lan, renamed);
	const { subject } = await db.activity.findUniqueOrThrow({ where: { userId_id: { userId: lan, id: call } } });
	expect(subject).toBe('Hẹn ở chợ Bình An, thư [erased]');
});

test('who is renamed while the erasure waits is erased under the new name too', async () => {
	await logCall('Gọi Bảo Ngọc Khánh');
	const renaming = inChangeSet({ id: uuidv7(), label: 'Edit contact' }, async (tx) => {
		await tx.contact.update({ where: { userId_id: { userId: lan, id: bao } }, data: { name: 'Bảo Ngọc Khánh' } });
		const erasing = eraseNow(lan, 'contact', bao, { texts: '"all"' });
		// until it waits for the row
		for (;;) {
			const waiting = await db.$queryRaw<unknown[]>`
				SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR UPDATE%'`;
			if (waiting.length > 0) return { erasing };
		}
	});
	await (await renaming).erasing;
	expect(await findEverywhere('Bảo Ngọc Khánh')).toEqual([]);
});
