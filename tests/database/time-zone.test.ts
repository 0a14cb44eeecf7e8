import { expect, test } from 'vitest';
import { db } from '@/lib/db';

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
