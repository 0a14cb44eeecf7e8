'use server';
import { userAction } from '@/lib/action';
import * as mutations from './mutations';
import { followUpChanges, followUpDone, followUpReference, newFollowUp, snooze } from './schema';

export const createFollowUp = userAction('Add follow-up', newFollowUp, mutations.createFollowUp);
export const editFollowUp = userAction('Edit follow-up', followUpChanges, mutations.editFollowUp);
export const completeFollowUp = userAction('Tick off follow-up', followUpDone, mutations.completeFollowUp);
export const snoozeFollowUp = userAction('Snooze follow-up', snooze, mutations.snoozeFollowUp);
export const deleteFollowUp = userAction('Delete follow-up', followUpReference, mutations.deleteFollowUp, {
	isLong: true,
});
