import { tagSearch } from '@/features/tags/schema';
import { findTagOptions } from '@/features/tags/server/tag-queries';
import { userRoute } from '@/lib/request/route';

/** Tags for a picker. */
export const GET = userRoute(tagSearch, (userId, { q }) => findTagOptions(userId, q));
