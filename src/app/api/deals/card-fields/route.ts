import { cardFieldsAsked } from '@/features/deals/schema';
import { readCardFields } from '@/features/deals/server/deal-card-field-queries';
import { userRoute } from '@/lib/request/route';

/** What deals have of the custom fields that their cards show. */
export const GET = userRoute(cardFieldsAsked, readCardFields);
