import { fieldReference } from '@/domain/fields/field-change';
import { readContactField } from '@/features/contacts/server/contact-field-queries';
import { userRoute } from '@/lib/request/route';

/** A field of a contact, for an editor in place. */
export const GET = userRoute(fieldReference, readContactField);
