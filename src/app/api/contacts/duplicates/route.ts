import { findContactDuplicates } from '@/features/contacts/duplicate-queries';
import { contactTyped } from '@/features/contacts/schema';
import { userRoute } from '@/lib/route';

/** People whom a new contact resembles, while it is typed. */
export const GET = userRoute(contactTyped, findContactDuplicates);
