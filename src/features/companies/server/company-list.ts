import 'server-only';
import { listOfAccount } from '@/domain/account-list';
import type { UserId } from '@/lib/auth/session';
import { companyList } from '../schema';

/** The list of companies as the account has it. */
export const companyListOf = (userId: UserId) => listOfAccount(companyList, 'company', userId);
