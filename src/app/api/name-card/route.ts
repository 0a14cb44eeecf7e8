import { namedRecord } from '@/features/name-cards/schema';
import { readNameCard } from '@/features/name-cards/server/name-card-queries';
import { userRoute } from '@/lib/request/route';

/** What is known of a company or a contact whose name is pointed at. */
export const GET = userRoute(namedRecord, readNameCard);
