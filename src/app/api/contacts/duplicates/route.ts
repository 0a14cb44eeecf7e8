import { contactTyped } from '@/features/contacts/schema';
import { findContactDuplicates } from '@/features/contacts/server/contact-duplicate-queries';
import { userRoute } from '@/lib/request/route';

/** People whom a new contact resembles, while it is typed. */
export const GET = userRoute(contactTyped, findContactDuplicates);
