import { dealSearch } from '@/features/deals/schema';
import { findDealOptions } from '@/features/deals/server/deal-queries';
import { userRoute } from '@/lib/request/route';

/** Deals for a picker. */
export const GET = userRoute(dealSearch, findDealOptions);
