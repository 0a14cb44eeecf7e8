import { findContactOptions } from '@/features/contacts/queries';
import { contactSearch } from '@/features/contacts/schema';
import { userRoute } from '@/lib/route';

/** Contacts for a picker. */
export const GET = userRoute(contactSearch, findContactOptions);
