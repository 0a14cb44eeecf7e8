import { moreCards } from '@/features/deals/schema';
import { findMoreCards } from '@/features/deals/server/deal-board-queries';
import { userRoute } from '@/lib/request/route';

/** The cards of a column after one that is loaded. */
export const GET = userRoute(moreCards, findMoreCards);
