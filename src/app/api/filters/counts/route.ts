import { z } from 'zod';
import type { FilteredList } from '@/components/list/filter/filter-setup';
import { countActivityOptions } from '@/features/activities/server/activity-filter-queries';
import { countCompanyOptions } from '@/features/companies/server/company-filter-queries';
import { countContactOptions } from '@/features/contacts/server/contact-filter-queries';
import { countDealOptions } from '@/features/deals/server/deal-filter-queries';
import type { UserId } from '@/lib/auth/session';
import type { CountedField, OptionCounts } from '@/lib/list/option-counts-sql';
import { userRoute } from '@/lib/request/route';

const counters: Record<FilteredList, (userId: UserId, asked: CountedField) => Promise<OptionCounts>> = {
	companies: countCompanyOptions,
	contacts: countContactOptions,
	deals: countDealOptions,
	activities: countActivityOptions,
};

const counted = z.strictObject({
	list: z.enum(['companies', 'contacts', 'deals', 'activities']),
	field: z.string().max(40),
	query: z.string().max(10_000).default(''),
});

/** How many rows of a list have each value of a field. */
export const GET = userRoute(counted, (userId, { list, ...asked }) => counters[list](userId, asked));
