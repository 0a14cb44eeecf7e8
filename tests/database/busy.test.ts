import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { PrismaClient } from '@/generated/prisma/client';
import { db } from '@/lib/db/db';
import { WaitingPool } from '@/lib/db/waiting-pool';
import { reportedMessage } from '@/lib/errors/errors';
import { busyDigest, busyMessage, isBusy } from '@/lib/operations/busy';
import { log, requests } from '@/lib/operations/log';
import { userRoute } from '@/lib/request/route';
import { logRequest } from '../../scripts/launcher/request-log';

vi.mock('next/headers', () => ({ headers: async () => new Headers(), cookies: async () => ({ set: () => {} }) }));
vi.mock('@/lib/auth/session', () => ({ getSession: async () => ({ userId: 'lan' }) }));
vi.spyOn(log, 'error').mockImplementation(() => {});
vi.spyOn(log, 'warn').mockImplementation(() => {});

const pool = new WaitingPool({ connectionString: process.env.DATABASE_URL, max: 1, connectionTimeoutMillis: 100 });
const impatient = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: 5_000 } });
const read = () => impatient.user.findFirst();

let holder: PoolClient;
beforeAll(async () => {
	// on a busy machine the first connection may take longer than the pool waits
	holder = await vi.waitFor(() => pool.connect(), 30_000);
});
afterAll(async () => {
	holder.release();
	await pool.end();
});

test('a request waits for a connection for longer than three seconds', async () => {
	const held = Promise.withResolvers<void>();
	const holders = Array.from({ length: 10 }, () =>
		db.$transaction(async (tx) => {
			await tx.$queryRaw`SELECT 1`;
			await held.promise;
		}),
	);
	const waiting = db.user.count();
	setTimeout(held.resolve, 3_500);
	expect(await waiting).toBe(0);
	await Promise.all(holders);
});

test.each([
	['a query', () => impatient.$queryRaw`SELECT 1`],
	['a read of a model', read],
	['a transaction', () => impatient.$transaction(async (tx) => tx.user.count())],
])('%s that got no connection says that it is busy', async (_, ask) => {
	const error = await ask().then(
		() => null,
		(reason: unknown) => reason,
	);
	expect(isBusy(error)).toBe(true);
	// all that a page's error is known by in the browser
	expect(error).toHaveProperty('digest', busyDigest);
	expect(isBusy(new Error('Failed to get the session', { cause: error }))).toBe(true);
	expect(isBusy(new Error('Anything else'))).toBe(false);
});

test('a route answers 503 and when to try again', async () => {
	const response = await userRoute(z.strictObject({}), read)(new Request('http://localhost:3000/api/tags'));
	expect(response.status).toBe(503);
	expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(await response.json()).toEqual({ message: busyMessage });
});

test.each([
	['a page, which is 500 to Next.js', 500, async () => void (await read().catch(() => {}))],
	['an action, whose answer is 200', 200, async () => void reportedMessage(await read().catch((e) => e), 'action')],
])('%s, is answered with 503', async (_, status, work) => {
	expect(await statusOf(status, work)).toEqual({ status: 503, retryAfter: '5' });
});

test('another error of a page stays 500', async () => {
	expect(await statusOf(500, async () => {})).toEqual({ status: 500, retryAfter: undefined });
});

/** The status of an answer that is given as the app gives it, behind the log of requests. */
async function statusOf(status: number, work: () => Promise<void>) {
	const server = http.createServer((request, response) => {
		const answer = () => {
			void work().then(() => {
				response.statusCode = status;
				response.end(requests.getStore() ? 'answered' : 'outside');
			});
			return true;
		};
		logRequest(request, response, { trustsId: false, answer });
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const answer = await new Promise<http.IncomingMessage>((resolve) => {
		http.get({ port, host: '127.0.0.1', agent: false }, resolve);
	});
	answer.resume();
	await new Promise((resolve) => server.close(resolve));
	return { status: answer.statusCode, retryAfter: answer.headers['retry-after'] };
}
