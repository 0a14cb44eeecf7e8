import 'server-only';
import { Prisma } from '@/lib/db';
import type { ActivityType, LinkColumns } from './types';

// What the list, the timelines and the summaries read of the table `activity a` alike.

/** An activity as lists show it. */
export type ActivityRow = LinkColumns & {
	id: string;
	type: ActivityType;
	subject: string;
	at: Date;
	durationMinutes: number | null;
	outcome: string | null;
};

/** What an activity belongs to: `c`, `p` and `d`. */
export const links = Prisma.sql`
	JOIN company c ON c.user_id = a.user_id AND c.id = a.company_id
	LEFT JOIN contact p ON p.user_id = a.user_id AND p.id = a.contact_id
	LEFT JOIN deal d ON d.user_id = a.user_id AND d.id = a.deal_id`;

/** The columns of the links. */
export const linkColumns = Prisma.sql`
	a.company_id AS "companyId", c.name AS "companyName", a.contact_id AS "contactId", p.name AS "contactName",
	a.deal_id AS "dealId", d.name AS "dealName"`;

/** The columns of an `ActivityRow`. */
export const activityColumns = Prisma.sql`
	a.id, a.type, a.subject, a.at, a.duration_minutes AS "durationMinutes", a.outcome, ${linkColumns}`;
