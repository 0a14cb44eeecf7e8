import { findOlderEntries } from '@/features/activities/queries';
import { timelinePart } from '@/features/activities/schema';
import { userRoute } from '@/lib/route';

/** The entries of a timeline after one that is loaded. */
export const GET = userRoute(timelinePart, findOlderEntries);
