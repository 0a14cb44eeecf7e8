import { findTagOptions } from '@/features/tags/queries';
import { tagSearch } from '@/features/tags/schema';
import { userRoute } from '@/lib/route';

/** Tags for a picker. */
export const GET = userRoute(tagSearch, (userId, { q }) => findTagOptions(userId, q));
