'use server';
import { userAction } from '@/lib/action';
import * as mutations from './mutations';
import { contactChanges, contactReference, newContact } from './schema';

export const createContact = userAction('Create contact', newContact, mutations.createContact);
export const updateContact = userAction('Edit contact', contactChanges, mutations.updateContact);
export const deleteContact = userAction('Delete contact', contactReference, mutations.deleteContact);
