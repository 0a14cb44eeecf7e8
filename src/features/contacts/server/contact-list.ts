import 'server-only';
import { listOfAccount } from '@/domain/account-list';
import type { UserId } from '@/lib/auth/session';
import { contactList } from '../schema';

/** The list of contacts as the account has it. */
export const contactListOf = (userId: UserId) => listOfAccount(contactList, 'contact', userId);
