import { dealsOfRecord } from '@/features/deals/schema';
import { listRailDeals } from '@/features/deals/server/rail-deal-queries';
import { userRoute } from '@/lib/request/route';

/** The open deals of a company or a contact, for a rail that shows all of them. */
export const GET = userRoute(dealsOfRecord, listRailDeals);
