import { fieldsOfKind } from '@/features/fields/schema';
import { listSettableFields } from '@/features/fields/server/settable-field-queries';
import { userRoute } from '@/lib/request/route';

/** The custom fields that records of a kind can be given. */
export const GET = userRoute(fieldsOfKind, listSettableFields);
