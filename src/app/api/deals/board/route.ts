import { findBoard } from '@/features/deals/board-queries';
import { boardQuery } from '@/features/deals/schema';
import { userRoute } from '@/lib/route';

/** The board as it is now, for one that is open. */
export const GET = userRoute(boardQuery, findBoard);
