import { fieldReference } from '@/domain/fields/field-change';
import { readDealField } from '@/features/deals/server/deal-field-queries';
import { userRoute } from '@/lib/request/route';

/** A field of a deal, for an editor in place. */
export const GET = userRoute(fieldReference, readDealField);
