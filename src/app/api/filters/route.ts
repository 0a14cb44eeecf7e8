import { z } from 'zod';
import type { FilteredList, FilterFields } from '@/components/list/filter/filter-setup';
import { readActivityFilters } from '@/features/activities/server/activity-filter-queries';
import { readCompanyFilters } from '@/features/companies/server/company-filter-queries';
import { readContactFilters } from '@/features/contacts/server/contact-filter-queries';
import { readDealFilters } from '@/features/deals/server/deal-filter-queries';
import type { UserId } from '@/lib/auth/session';
import { userRoute } from '@/lib/request/route';

const readers: Record<FilteredList, (userId: UserId) => Promise<FilterFields>> = {
	companies: readCompanyFilters,
	contacts: readContactFilters,
	deals: readDealFilters,
	activities: readActivityFilters,
};

const lists = z.strictObject({ list: z.enum(['companies', 'contacts', 'deals', 'activities']) });

/** What a list can be filtered by. */
export const GET = userRoute(lists, (userId, { list }) => readers[list](userId));
