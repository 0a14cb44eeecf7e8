import { findRecords } from '@/features/search/queries';
import { searchText } from '@/features/search/schema';
import { userRoute } from '@/lib/route';

/** Companies, contacts, deals and activities for the search box. */
export const GET = userRoute(searchText, findRecords);
