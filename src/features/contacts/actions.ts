'use server';
import { bulkTags } from '@/features/tags/schema';
import * as tags from '@/features/tags/server/tag-mutations';
import { userAction } from '@/lib/request/action';
import {
	contactChanges,
	contactFieldChange,
	contactLeft,
	contactMerge,
	contactMove,
	contactReference,
	contactReferences,
	contactSnooze,
	newContact,
} from './schema';
import * as fields from './server/contact-field-mutations';
import * as merges from './server/contact-merge-mutations';
import * as mutations from './server/contact-mutations';

export const createContact = userAction('Create contact', newContact, mutations.createContact);
export const updateContact = userAction('Edit contact', contactChanges, mutations.updateContact);
export const markLeft = userAction('Mark contact as left', contactLeft, mutations.markLeft);
export const snoozeContact = userAction('Snooze contact', contactSnooze, mutations.snoozeContact);
export const moveContact = userAction('Move contact', contactMove, mutations.moveContact);
export const changeContactField = userAction('Edit contact', contactFieldChange, fields.changeContactField);
export const deleteContact = userAction('Delete contact', contactReference, mutations.deleteContact, { isLong: true });
export const deleteContacts = userAction('Delete contacts', contactReferences, mutations.deleteContacts, {
	isLong: true,
});
export const mergeContacts = userAction('Merge contacts', contactMerge, merges.mergeContacts, { isLong: true });
export const tagContacts = userAction('Tag contacts', bulkTags, tags.tagContacts, { isLong: true });
