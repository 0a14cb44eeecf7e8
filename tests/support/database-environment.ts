import { randomBytes } from 'node:crypto';
import { afterAll } from 'vitest';
import { createTestDatabase } from './database.ts';
import { shiftDatabaseClock } from './database-clock.ts';
import { closeConnections, forgetEarlierFiles } from './forgotten-files.ts';
import { clockShift } from './shifted-clock.ts';

// Runs before the imports of each test file: the app's own modules then find a fresh database and a usual environment.
await forgetEarlierFiles();
const database = await createTestDatabase();
if (clockShift !== 0) await shiftDatabaseClock(database.url, clockShift);

Object.assign(process.env, {
	DATABASE_URL: database.url,
	AUTH_SECRET: randomBytes(32).toString('hex'),
	APP_URL: 'http://localhost:3000',
	APP_ORIGINS: 'http://localhost:3000',
	SIGN_UP: 'open',
	TRUSTED_PROXIES: '0',
});

afterAll(async () => {
	await closeConnections();
	await database.drop();
});
