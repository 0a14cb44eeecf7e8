import { linkSearch } from '@/features/follow-ups/schema';
import { findLinkOptions } from '@/features/search/server/link-option-queries';
import { userRoute } from '@/lib/request/route';

/** Companies, contacts and deals for the picker of a follow-up. */
export const GET = userRoute(linkSearch, findLinkOptions);
