import { timelinePart } from '@/features/activities/schema';
import { findOlderEntries } from '@/features/activities/server/activity-queries';
import { userRoute } from '@/lib/request/route';

/** The entries of a timeline after one that is loaded. */
export const GET = userRoute(timelinePart, findOlderEntries);
