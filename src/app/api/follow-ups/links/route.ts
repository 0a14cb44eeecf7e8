import { linkSearch } from '@/features/follow-ups/schema';
import { findLinkOptions } from '@/features/follow-ups/server/follow-up-link-queries';
import { userRoute } from '@/lib/request/route';

/** Companies, contacts and deals for the picker of a follow-up. */
export const GET = userRoute(linkSearch, findLinkOptions);
