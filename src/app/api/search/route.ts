import { searchText } from '@/features/search/schema';
import { findRecords } from '@/features/search/server/search-queries';
import { userRoute } from '@/lib/request/route';

/** Companies, contacts, deals and activities for the search box. */
export const GET = userRoute(searchText, findRecords);
