import { findMoreCards } from '@/features/deals/board-queries';
import { moreCards } from '@/features/deals/schema';
import { userRoute } from '@/lib/route';

/** The cards of a column after one that is loaded. */
export const GET = userRoute(moreCards, findMoreCards);
