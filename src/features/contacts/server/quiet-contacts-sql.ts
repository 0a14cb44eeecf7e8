import 'server-only';
import { today } from '@/domain/today-sql';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';

/**
 * `FROM` for the stats `s` of the people who are late and not snoozed, `due.day` being the last of the user's days on which they
 * were not late.
 * The index has it by the days of UTC, which are never five days off: only within five days of today it is computed. Those who are
 * snoozed are few, and looked up once.
 */
export const quietContacts = (userId: UserId, timeZone: string) => Prisma.sql`
	contact_stats s
	CROSS JOIN LATERAL (
		SELECT ((coalesce(s.last_contact_at, s.added_at) AT TIME ZONE ${timeZone})::date + rhythm_interval(s.rhythm))::date AS day
	) due
	CROSS JOIN (SELECT ${today(timeZone)} AS day) today
	WHERE s.user_id = ${userId}::uuid AND s.due_at < today.day + 5 AND (s.due_at < today.day - 5 OR due.day < today.day)
		AND s.contact_id NOT IN (
			SELECT k.id FROM contact k WHERE k.user_id = ${userId}::uuid AND k.quiet_until > ${today(timeZone)}
		)`;
