'use server';
import { userAction } from '@/lib/request/action';
import { newRecords } from './schema';
import { createRecords } from './server/record-mutations';

// One work under three labels, so that the history says what the dialog was opened for.
export const createCompanyAndMore = userAction('Create company', newRecords, createRecords);
export const createContactAndMore = userAction('Create contact', newRecords, createRecords);
export const createDealAndMore = userAction('Create deal', newRecords, createRecords);
