import { expect, test, vi } from 'vitest';
import { db } from '@/lib/db/db';

test('instants are the same whatever time zone the server is set to', async () => {
	const [{ name }] = await db.$queryRaw<[{ name: string }]>`SELECT current_database() AS name`;
	await db.$executeRawUnsafe(`ALTER DATABASE "${name}" SET timezone = 'America/New_York'`);
	// from now on in sessions of their own
	await db.$disconnect();
	const [found] = await db.$queryRaw<[{ zone: string; noon: Date }]>`
		SELECT current_setting('timezone') AS zone, timestamptz '2026-11-03 12:00+00' AS noon`;
	expect(found).toEqual({ zone: 'UTC', noon: new Date('2026-11-03T12:00:00Z') });
	const [{ late }] = await db.$queryRaw<
		[{ late: boolean }]
	>`SELECT ${new Date()}::timestamptz > now() + interval '1 hour' AS late`;
	expect(late).toBe(false);
});

test('and whatever options the address of the database has, which hold otherwise', async () => {
	const own = new URL(process.env.DATABASE_URL ?? '');
	own.searchParams.set('options', '-c TimeZone=America/New_York -c random_page_cost=4 -c statement_timeout=12345');
	vi.stubEnv('DATABASE_URL', own.href);
	vi.stubGlobal('minicrmDb', undefined);
	vi.resetModules();
	const other = await import('@/lib/db/db');
	const setting = async (name: string) => {
		const [found] = await other.db.$queryRaw<[{ value: string }]>`SELECT current_setting(${name}) AS value`;
		return found.value;
	};
	expect(await setting('TimeZone')).toBe('UTC');
	expect(await setting('random_page_cost')).toBe('4');
	expect(await setting('jit')).toBe('off');
	expect(await setting('statement_timeout')).toBe('12345ms');
	await other.db.$disconnect();
	vi.unstubAllEnvs();
	vi.unstubAllGlobals();
});
