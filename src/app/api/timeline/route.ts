import { timelinePart } from '@/features/activities/schema';
import { findEntries } from '@/features/activities/server/timeline-queries';
import { userRoute } from '@/lib/request/route';

/** Entries of a timeline: after one that is loaded, of one kind, of a year and before, or with what is looked for. */
export const GET = userRoute(timelinePart, findEntries);
