'use server';
import { userAction } from '@/lib/request/action';
import { followUpChanges, followUpDone, followUpReference, newFollowUp, snooze } from './schema';
import * as mutations from './server/follow-up-mutations';

export const createFollowUp = userAction('Add follow-up', newFollowUp, mutations.createFollowUp);
export const editFollowUp = userAction('Edit follow-up', followUpChanges, mutations.editFollowUp);
export const completeFollowUp = userAction('Tick off follow-up', followUpDone, mutations.completeFollowUp);
export const snoozeFollowUp = userAction('Snooze follow-up', snooze, mutations.snoozeFollowUp);
export const deleteFollowUp = userAction('Delete follow-up', followUpReference, mutations.deleteFollowUp, {
	isLong: true,
});
