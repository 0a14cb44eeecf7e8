import 'server-only';
import type { UserId } from '@/lib/auth/session';
import { Prisma } from '@/lib/db/db';
import { blockerMeetingsWanted } from '../signals/signals';
import { noticeColumns } from './deal-notice-sql';
import { signalColumns, signalsOf } from './deal-signal-sql';
import { isOwnDeal } from './deal-sql';

/** How many deals are shown, and among how many they are looked for: those whose expected close is nearest, or passed. */
const shownDecisions = 5;
const lookedAtDeals = 40;

/** The open deals that need a decision, as `DecisionDeal`. */
export const decisionStatement = (userId: UserId, timeZone: string) => Prisma.sql`
	SELECT d.id, d.name, d.value::text AS value, d.currency, d.expected_close_on::text AS "expectedCloseOn",
		c.id AS "companyId", c.name AS "companyName", ${signalColumns}, ${noticeColumns(timeZone)}
	FROM (
		SELECT d.id, signal.*, bad.place FROM (
			SELECT * FROM deal d WHERE ${isOwnDeal(userId)} AND d.closed_at IS NULL
			ORDER BY d.expected_close_on, d.id LIMIT ${Prisma.raw(String(lookedAtDeals))}
		) d ${signalsOf(timeZone)}
		CROSS JOIN LATERAL (
			SELECT CASE WHEN signal.close_passed THEN 0 WHEN signal.deciders_quiet THEN 1
				WHEN signal.blocker_meetings < ${blockerMeetingsWanted}::int THEN 2 WHEN signal.stale IS NOT NULL THEN 3
				WHEN coalesce(signal.contacts, 0) = 0 THEN 4 WHEN signal.follow_up = 'none' THEN 5 WHEN signal.deciders = 0 THEN 6 END AS place
		) bad
		WHERE bad.place IS NOT NULL ORDER BY bad.place, d.expected_close_on, d.id LIMIT ${Prisma.raw(String(shownDecisions))}
	) signal
	JOIN deal d ON ${isOwnDeal(userId)} AND d.id = signal.id
	JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
	ORDER BY signal.place, d.expected_close_on, d.id`;
