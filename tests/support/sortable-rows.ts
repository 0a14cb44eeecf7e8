import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';

const companies = 90;

/** Fills an account with records for which every sort column has equal values and, where it can, gaps. */
export async function insertSortableRows(user: UserId): Promise<void> {
	// a third without a value in what can be empty, and few different ones in the rest
	await db.$executeRaw`
		INSERT INTO company (user_id, id, name, industry, size, created_at)
		SELECT ${user}::uuid, gen_random_uuid(), 'Công ty ' || n % 7, CASE WHEN n % 3 > 0 THEN 'Ngành ' || n % 5 END,
			CASE WHEN n % 3 > 0 THEN (enum_range(NULL::company_size))[1 + n % 5] END, timestamptz '2026-11-01' + interval '1 hour' * (n % 11)
		FROM generate_series(1, ${companies}::int) n`;
	await db.$executeRaw`
		INSERT INTO contact (user_id, id, company_id, name, job_title, email, created_at)
		SELECT c.user_id, gen_random_uuid(), c.id, 'Người ' || n % 7, CASE WHEN n % 3 > 0 THEN 'Chức vụ ' || n % 5 END,
			CASE WHEN n % 2 > 0 THEN 'n' || n % 20 || '@example.com' END, timestamptz '2026-11-01' + interval '1 hour' * (n % 11)
		FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM company) c WHERE c.user_id = ${user}::uuid AND n % 4 > 0`;
	await db.$executeRaw`
		INSERT INTO deal (user_id, id, company_id, contact_id, name, value, currency, stage, position, expected_close_on, closed_at, created_at)
		SELECT p.user_id, gen_random_uuid(), p.company_id, CASE WHEN n % 3 > 0 THEN p.id END, 'Hợp đồng ' || n % 7, n % 9, (ARRAY['VND', 'USD', 'EUR', 'AUD'])[1 + n % 4],
			(CASE WHEN n % 2 > 0 THEN 'proposal' ELSE 'closed_won' END)::deal_stage, 'e' || lpad(n::text, 5, '0') || '1',
			CASE WHEN n % 3 > 0 THEN date '2026-12-01' + (n % 6)::int END, CASE WHEN n % 2 = 0 THEN timestamptz '2026-11-20' END,
			timestamptz '2026-11-01' + interval '1 hour' * (n % 11)
		FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM contact) p WHERE p.user_id = ${user}::uuid`;
	await db.$executeRaw`
		INSERT INTO activity (user_id, id, type, subject, at, company_id, contact_id)
		SELECT p.user_id, gen_random_uuid(), (enum_range(NULL::activity_type))[1 + n % 4], 'Gọi ' || n,
			timestamptz '2026-11-01' + interval '1 hour' * (n % 11), p.company_id, CASE WHEN n % 2 > 0 THEN p.id END
		FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM contact) p WHERE p.user_id = ${user}::uuid`;
}
