import { expect, test, vi } from 'vitest';
import { db } from '@/lib/db/db';
import { env } from '@/lib/env';
import { log } from '@/lib/operations/log';
import { forgetEarlierFiles } from '../support/forgotten-files.ts';

// A process runs one file of these tests after the other: what one leaves behind may not reach the next.

test('what a file set and replaced is as it was, and the app’s modules and connections are others', async () => {
	const { DATABASE_URL, TZ } = process.env;
	const { random } = Math;
	const [{ pid }] = await db.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`;
	expect(env().SIGN_UP).toBe('open');

	Object.assign(process.env, { SIGN_UP: 'first-user', UPLOADS_FOLDER: '/tmp/of-one-file' });
	delete process.env.TZ;
	vi.stubEnv('LOG_LEVEL', 'debug');
	vi.stubGlobal('minicrmStubbed', true);
	vi.spyOn(Math, 'random').mockReturnValue(0.5);
	vi.spyOn(log, 'warn').mockReturnValue(undefined);
	vi.useFakeTimers({ now: new Date('2020-01-01') });
	await forgetEarlierFiles();

	expect(process.env).not.toHaveProperty('SIGN_UP');
	expect(process.env).not.toHaveProperty('UPLOADS_FOLDER');
	expect(process.env).not.toHaveProperty('DATABASE_URL');
	expect([process.env.TZ, process.env.LOG_LEVEL]).toEqual([TZ, 'error']);
	expect(globalThis).not.toHaveProperty('minicrmStubbed');
	expect(Math.random).toBe(random);
	expect(vi.isMockFunction(log.warn)).toBe(false);
	expect(new Date().getFullYear()).toBeGreaterThan(2020);

	Object.assign(process.env, { DATABASE_URL, SIGN_UP: 'closed' });
	const other = await import('@/lib/db/db');
	expect(other.db).not.toBe(db);
	const open = await other.db.$queryRaw<{ pid: number }[]>`
		SELECT pid FROM pg_stat_activity WHERE datname = current_database()`;
	expect(open.map((each) => each.pid)).not.toContain(pid);
	expect((await import('@/lib/env')).env).not.toBe(env);
});
