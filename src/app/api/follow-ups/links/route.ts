import { findLinkOptions } from '@/features/follow-ups/link-queries';
import { linkSearch } from '@/features/follow-ups/schema';
import { userRoute } from '@/lib/route';

/** Companies, contacts and deals for the picker of a follow-up. */
export const GET = userRoute(linkSearch, findLinkOptions);
