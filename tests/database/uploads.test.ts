import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { takeFile } from '@/features/import/server/import-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { isDatabaseReady } from '@/lib/db/health';
import { userUpload } from '@/lib/request/upload';
import { removeForgottenFiles, removeHalfFiles, uploadsFolder } from '../../scripts/launcher/old-uploads';
import { makeAccount } from '../support/accounts';

let signedIn: UserId;
vi.mock('next/headers', () => ({ headers: async () => new Headers() }));
vi.mock('@/lib/auth/session', () => ({ getSession: async () => ({ userId: signedIn }) }));

const data = fs.mkdtempSync(path.join(os.tmpdir(), 'minicrm-test-'));
const folder = uploadsFolder(data);
fs.mkdirSync(folder, { mode: 0o700 });
process.env.UPLOADS_FOLDER = folder;
afterAll(() => fs.rmSync(data, { recursive: true }));

beforeEach(async () => {
	signedIn = await makeAccount('Nguyễn Thị Lan');
});

const limits = { largest: 1_000, tooLarge: 'This file is too large.' };
const upload = userUpload(limits, takeFile);
const file = new TextEncoder().encode('Contact name,Company\nTrần Quốc Bảo,Hoa Sen\n');

/** An upload of which the first half has come; `finish` sends the rest. */
function slowUpload(take = upload) {
	let finish = () => {};
	const body = new ReadableStream<Uint8Array>({
		start: (controller) => {
			controller.enqueue(file.subarray(0, 10));
			finish = () => {
				controller.enqueue(file.subarray(10));
				controller.close();
			};
		},
	});
	return { answer: send(body, take), finish };
}

function send(body: BodyInit, take = upload) {
	const headers = { Origin: 'http://localhost:3000', 'X-File-Name': 'contacts.csv' };
	return take(
		new Request('http://localhost:3000/api/import/upload', {
			method: 'POST',
			headers,
			body,
			duplex: 'half',
		} as RequestInit),
	);
}

const half = () => fs.readdirSync(folder);

test('however many slow uploads there are, the database answers; each is a private file until it has come', async () => {
	const slow = [];
	for (const name of ['Lan', 'Bảo', 'Ánh', 'Nam']) {
		signedIn = await makeAccount(name);
		for (let nth = 0; nth < 3; nth++) {
			slow.push(slowUpload());
			await vi.waitUntil(() => half().length === slow.length);
		}
	}
	const waiting = await db.$queryRaw<[{ count: number }]>`
		SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'`;
	expect(waiting[0].count).toBe(0);
	expect(await isDatabaseReady()).toBe(true);
	for (const name of half()) expect(fs.statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
	for (const { finish } of slow) finish();
	for (const { answer } of slow) expect((await answer).status).toBe(200);
	expect(half()).toEqual([]);
	expect(await db.dataImport.count({ where: { userId: signedIn } })).toBe(3);
});

test('a fourth file of an account waits for one of three, and another account does not', async () => {
	const slow = [slowUpload(), slowUpload(), slowUpload()];
	await vi.waitUntil(() => half().length === 3);
	const fourth = await send(file);
	expect(fourth.status).toBe(429);
	expect(await fourth.json()).toEqual({
		message: '3 files are being uploaded already. Wait until one has arrived, then try again.',
	});
	const lan = signedIn;
	signedIn = await makeAccount('Trần Quốc Bảo');
	expect((await send(file)).status).toBe(200);
	signedIn = lan;
	slow[0]?.finish();
	expect((await slow[0]?.answer)?.status).toBe(200);
	expect((await send(file)).status).toBe(200);
	for (const { finish } of slow.slice(1)) finish();
	for (const { answer } of slow) await answer;
	expect(half()).toEqual([]);
});

test('an upload of which nothing comes any more is given up, and leaves nothing', async () => {
	const { answer } = slowUpload(userUpload({ ...limits, idle: 100 }, takeFile));
	const given = await answer;
	expect(given.status).toBe(408);
	expect((await given.json()).message).toMatch(
		/^The upload stalled for .* Check the connection and upload the file again\.$/,
	);
	expect(half()).toEqual([]);
	expect((await send(file)).status).toBe(200);
});

test('a body that is longer than it said is refused where it becomes too long', async () => {
	const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(file) });
	const answer = await send(endless);
	expect([answer.status, await answer.json()]).toEqual([413, { message: limits.tooLarge }]);
	expect(half()).toEqual([]);
});

test('an account has twenty files waiting, or 300 MB', async () => {
	for (let nth = 0; nth < 20; nth++) expect((await send(file)).status).toBe(200);
	expect(await (await send(file)).json()).toEqual({
		message: '20 files are waiting to be imported. Import or remove some of them, then upload this file again.',
	});
	const [first, ...others] = await db.dataImport.findMany({ where: { userId: signedIn } });
	await db.dataImport.deleteMany({ where: { id: { in: others.map(({ id }) => id) } } });
	expect((await send(file)).status).toBe(200);
	await db.dataImport.updateMany({ where: { id: first?.id ?? '' }, data: { bytes: 300_000_000 } });
	expect((await (await send(file)).json()).message).toContain('take up 300 MB');
	await db.dataImport.updateMany({ where: { id: first?.id ?? '' }, data: { status: 'done' } });
	expect((await send(file)).status).toBe(200);
});

test('what was left behind is deleted: half files, and files that nobody imported for a week', async () => {
	expect((await send(file)).status).toBe(200);
	expect((await send(file)).status).toBe(200);
	const [old] = await db.dataImport.findMany({ where: { userId: signedIn } });
	await db.dataImport.updateMany({
		where: { id: old?.id ?? '' },
		data: { createdAt: new Date(Date.now() - 8 * 24 * 3_600_000) },
	});
	await removeForgottenFiles(process.env.DATABASE_URL ?? '');
	expect(await db.dataImport.count({ where: { userId: signedIn } })).toBe(1);
	expect(await db.dataImportPart.count({ where: { importId: old?.id ?? '' } })).toBe(0);

	fs.writeFileSync(path.join(folder, 'left.upload'), 'half');
	removeHalfFiles(data, 3_600_000);
	expect(half()).toEqual(['left.upload']);
	removeHalfFiles(data, 0);
	expect(half()).toEqual([]);
});
