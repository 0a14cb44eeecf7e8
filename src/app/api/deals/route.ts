import { findDealOptions } from '@/features/deals/queries';
import { dealSearch } from '@/features/deals/schema';
import { userRoute } from '@/lib/route';

/** Deals for a picker. */
export const GET = userRoute(dealSearch, findDealOptions);
