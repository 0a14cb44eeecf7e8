import { typeAsked } from '@/features/fields/schema';
import { findTypeOutlook } from '@/features/fields/server/type-change-queries';
import { userRoute } from '@/lib/request/route';

/** What a field's values become in another type. */
export const GET = userRoute(typeAsked, findTypeOutlook);
