'use server';
import * as tags from '@/features/tags/mutations';
import { bulkTags } from '@/features/tags/schema';
import { userAction } from '@/lib/action';
import * as merges from './merge-mutations';
import * as mutations from './mutations';
import {
	contactChanges,
	contactMerge,
	contactMetadata,
	contactReference,
	contactReferences,
	newContact,
} from './schema';

export const createContact = userAction('Create contact', newContact, mutations.createContact);
export const updateContact = userAction('Edit contact', contactChanges, mutations.updateContact);
export const editContactMetadata = userAction('Edit contact', contactMetadata, mutations.editContactMetadata);
export const deleteContact = userAction('Delete contact', contactReference, mutations.deleteContact, { isLong: true });
export const deleteContacts = userAction('Delete contacts', contactReferences, mutations.deleteContacts, {
	isLong: true,
});
export const mergeContacts = userAction('Merge contacts', contactMerge, merges.mergeContacts, { isLong: true });
export const tagContacts = userAction('Tag contacts', bulkTags, tags.tagContacts, { isLong: true });
