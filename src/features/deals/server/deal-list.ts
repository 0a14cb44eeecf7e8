import 'server-only';
import { listOfAccount } from '@/domain/account-list';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { dealList } from '../schema';

/** The list of deals as the account has it. */
export const dealListOf = (userId: UserId, tx?: Tx) => listOfAccount(dealList, 'deal', userId, tx);
