import 'server-only';
import { listOfAccount } from '@/domain/account-list';
import type { UserId } from '@/lib/auth/session';
import { activityList } from '../schema';

/** The list of activities as the account has it. */
export const activityListOf = (userId: UserId) => listOfAccount(activityList, 'activity', userId);
