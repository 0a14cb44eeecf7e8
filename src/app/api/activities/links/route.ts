import { findLikelyLinks } from '@/features/activities/server/activity-quick-queries';
import { presetOf } from '@/features/quick-create/schema';
import { userRoute } from '@/lib/request/route';

/** Whom something that is logged for a record most likely belongs to. */
export const GET = userRoute(presetOf, findLikelyLinks);
