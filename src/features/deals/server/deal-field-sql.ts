import 'server-only';
import { followUpField } from '@/domain/shared-field-sql';
import { Prisma } from '@/lib/db/db';
import type { FieldsSql } from '@/lib/list/condition-sql';
import type { dealFields } from '../deal-fields';
import type { SignalFilter } from '../signals/signals';
import { hasAnySignal } from './deal-signal-filter-sql';

/** How the fields of the table `deal d` are asked for. */
export const dealFieldSql: FieldsSql<typeof dealFields> = {
	stage: { value: Prisma.sql`d.stage`, type: 'deal_stage' },
	signal: {
		value: Prisma.sql`NULL`,
		any: (signals, { userId, timeZone }) => hasAnySignal(userId, signals as SignalFilter[], timeZone),
	},
	expectedClose: { value: Prisma.sql`d.expected_close_on` },
	value: { value: Prisma.sql`d.value`, currency: Prisma.sql`d.currency` },
	company: { value: Prisma.sql`d.company_id`, type: 'uuid' },
	contact: {
		value: Prisma.sql`t.contact_id`,
		type: 'uuid',
		exists: (condition, { userId }) => Prisma.sql`d.id IN (
			SELECT t.deal_id FROM deal_person t WHERE t.user_id = ${userId}::uuid AND ${condition})`,
	},
	nextFollowUp: followUpField('deal', 'd'),
	probability: { value: Prisma.sql`d.probability` },
	name: { value: Prisma.sql`d.name_key`, search: Prisma.sql`d.search` },
	currency: { value: Prisma.sql`d.currency` },
	closed: { value: Prisma.sql`d.closed_at`, instant: true },
	lostReason: { value: Prisma.sql`fold(d.lost_reason)`, applies: Prisma.sql`d.stage = 'closed_lost'` },
	created: { value: Prisma.sql`d.created_at`, instant: true },
};
