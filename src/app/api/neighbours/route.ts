import { rowInList } from '@/features/views/schema';
import { findListNeighbours } from '@/features/views/server/neighbour-queries';
import { userRoute } from '@/lib/request/route';

/** The records before and after one in a list. */
export const GET = userRoute(rowInList, findListNeighbours);
