import 'server-only';
import { today } from '@/domain/today-sql';
import { Prisma } from '@/lib/db/db';
import { signalColumns, signalsOf } from './deal-signal-sql';
import { dealJoins } from './deal-sql';

/** What a card shows of the deal `d`, and the joins that takes. */
export const cardColumns = (timeZone: string) => Prisma.sql`
	d.id, d.name, d.stage, d.value::text AS value, d.currency, d.expected_close_on::text AS "expectedCloseOn",
	d.closed_at AS "closedAt", d.probability, c.name AS "companyName", p.name AS "contactName",
	${today(timeZone)} - (coalesce(step.at, d.created_at) AT TIME ZONE ${timeZone})::date AS days,
	${signalColumns}`;
export const cardJoins = (timeZone: string) => Prisma.sql`
	${dealJoins}
	LEFT JOIN LATERAL (
		SELECT s.at FROM deal_stage_change s WHERE s.user_id = d.user_id AND s.deal_id = d.id ORDER BY s.at DESC LIMIT 1
	) step ON true
	${signalsOf(timeZone)}`;
