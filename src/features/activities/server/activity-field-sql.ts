import 'server-only';
import { Prisma } from '@/lib/db/db';
import type { FieldsSql } from '@/lib/list/condition-sql';
import type { activityFields } from '../activity-fields';

const search = Prisma.sql`a.search`;

/** How the fields of the table `activity a` are asked for. */
export const activityFieldSql: FieldsSql<typeof activityFields> = {
	type: { value: Prisma.sql`a.type`, type: 'activity_type' },
	at: { value: Prisma.sql`a.at`, instant: true },
	company: { value: Prisma.sql`a.company_id`, type: 'uuid' },
	contact: {
		value: Prisma.sql`t.contact_id`,
		type: 'uuid',
		exists: (condition, { userId }) => Prisma.sql`a.id IN (
			SELECT t.activity_id FROM activity_person t WHERE t.user_id = ${userId}::uuid AND ${condition})`,
	},
	deal: { value: Prisma.sql`a.deal_id`, type: 'uuid' },
	subject: { value: Prisma.sql`fold(a.subject)`, search },
	description: { value: Prisma.sql`fold(a.description)`, search },
	outcome: { value: Prisma.sql`fold(a.outcome)`, search },
	nextSteps: { value: Prisma.sql`fold(a.next_steps)` },
	duration: { value: Prisma.sql`a.duration_minutes` },
};
