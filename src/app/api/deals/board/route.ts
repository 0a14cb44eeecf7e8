import { boardQuery } from '@/features/deals/schema';
import { findBoard } from '@/features/deals/server/deal-board-queries';
import { userRoute } from '@/lib/request/route';

/** The board as it is now, for one that is open. */
export const GET = userRoute(boardQuery, findBoard);
