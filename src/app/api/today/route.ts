import { entryRecords } from '@/features/today/schema';
import { readEntryDetails } from '@/features/today/server/details-queries';
import { userRoute } from '@/lib/request/route';

/** What one needs to know about an entry of the day. */
export const GET = userRoute(entryRecords, readEntryDetails);
