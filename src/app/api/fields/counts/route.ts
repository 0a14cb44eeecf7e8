import { fieldsOfKind } from '@/features/fields/schema';
import { countFieldValues } from '@/features/fields/server/field-queries';
import { userRoute } from '@/lib/request/route';

/** How many records of a kind have a value of each custom field. */
export const GET = userRoute(fieldsOfKind, countFieldValues);
