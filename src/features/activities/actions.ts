'use server';
import { userAction } from '@/lib/request/action';
import {
	activityChanges,
	activityDay,
	activityFieldChange,
	activityOutcome,
	activityReference,
	activityReferences,
	newActivity,
	pinnedNote,
} from './schema';
import * as fields from './server/activity-field-mutations';
import * as mutations from './server/activity-mutations';
import * as pinned from './server/pinned-note-mutations';

export const createActivity = userAction('Log activity', newActivity, mutations.createActivity);
export const updateActivity = userAction('Edit activity', activityChanges, mutations.updateActivity);
export const changeActivityField = userAction('Edit activity', activityFieldChange, fields.changeActivityField);
export const logOutcome = userAction('Log activity', activityOutcome, mutations.logOutcome);
export const postponeActivity = userAction('Move activity', activityDay, mutations.postponeActivity);
export const deleteActivity = userAction('Delete activity', activityReference, mutations.deleteActivity, {
	isLong: true,
});
export const deleteActivities = userAction('Delete activities', activityReferences, mutations.deleteActivities, {
	isLong: true,
});
export const pinNote = userAction('Pin note', pinnedNote, pinned.pinNote);
export const unpinNote = userAction('Unpin note', pinnedNote, pinned.unpinNote);
