'use server';
import { userAction } from '@/lib/request/action';
import {
	followUpChanges,
	followUpDone,
	followUpReference,
	followUpReferences,
	followUpsMoved,
	newFollowUp,
	snooze,
} from './schema';
import * as mutations from './server/follow-up-mutations';
import * as series from './server/follow-up-series-mutations';

export const createFollowUp = userAction('Add follow-up', newFollowUp, mutations.createFollowUp);
export const editFollowUp = userAction('Edit follow-up', followUpChanges, mutations.editFollowUp);
export const completeFollowUp = userAction('Tick off follow-up', followUpDone, series.completeFollowUp);
export const snoozeFollowUp = userAction('Snooze follow-up', snooze, mutations.snoozeFollowUp);
export const deleteFollowUp = userAction('Delete follow-up', followUpReference, mutations.deleteFollowUp, {
	isLong: true,
});
export const moveFollowUps = userAction('Move follow-ups', followUpsMoved, mutations.moveFollowUps, { isLong: true });
export const completeFollowUps = userAction('Tick off follow-ups', followUpReferences, series.completeFollowUps, {
	isLong: true,
});
export const deleteFollowUps = userAction('Delete follow-ups', followUpReferences, mutations.deleteFollowUps, {
	isLong: true,
});
