import { contactSearch } from '@/features/contacts/schema';
import { findContactOptions } from '@/features/contacts/server/contact-option-queries';
import { userRoute } from '@/lib/request/route';

/** Contacts for a picker. */
export const GET = userRoute(contactSearch, findContactOptions);
