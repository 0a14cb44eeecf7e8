import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyMigrations } from '../../scripts/launcher/migrate.ts';
import type { TestDatabase } from '../support/database.ts';
import { createDatabaseBefore } from '../support/old-database.ts';

const lan = randomUUID();
const binhMinh = randomUUID();
const hoaSen = randomUUID();
const bảo = randomUUID();

let database: TestDatabase;

const query = async (sql: string, values: unknown[] = []) =>
	(await database.pool.query<Record<string, unknown>>(sql, values)).rows;

beforeAll(async () => {
	database = await createDatabaseBefore('20261125200000_activities');
	await query(`INSERT INTO "user" (id, name, email) VALUES ($1, 'Nguyễn Thị Lan', 'lan@example.com')`, [lan]);
	await query(
		`INSERT INTO company (user_id, id, name) VALUES ($1, $2, 'Thủy sản Bình Minh'), ($1, $3, 'Nội thất Hoa Sen')`,
		[lan, binhMinh, hoaSen],
	);
	await query(`INSERT INTO contact (user_id, id, company_id, name) VALUES ($1, $2, $3, 'Trần Quốc Bảo')`, [
		lan,
		bảo,
		binhMinh,
	]);
	const old: [type: string, at: string, contact: string | null][] = [
		['call', '2026-01-05T03:00:00Z', bảo],
		['email', '2026-03-05T03:00:00Z', null],
		['note', '2026-05-05T03:00:00Z', bảo],
		['meeting', '2199-01-05T03:00:00Z', bảo],
	];
	for (const [type, at, contact] of old)
		await query(
			`INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
			 VALUES ($1, $2, $3, $4, $5::activity_type, 'Trao đổi', $6)`,
			[lan, randomUUID(), binhMinh, contact, type, at],
		);
	await applyMigrations(database.url);
});

afterAll(() => database.drop());

test('what was logged before says when the last contact was: no note, nothing to come', async () => {
	const times = (table: string) =>
		query(
			`SELECT activities, last_contact_at AS last, next_contact_at AS next FROM ${table}_stats ORDER BY activities`,
		);
	const meeting = new Date('2199-01-05T03:00:00Z');
	expect(await times('company')).toEqual([
		{ activities: 0, last: null, next: null },
		{ activities: 4, last: new Date('2026-03-05T03:00:00Z'), next: meeting },
	]);
	expect(await times('contact')).toEqual([{ activities: 3, last: new Date('2026-01-05T03:00:00Z'), next: meeting }]);
});
