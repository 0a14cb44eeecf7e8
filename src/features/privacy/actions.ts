'use server';
import { userAction } from '@/lib/request/action';
import { erasure } from './schema';
import * as mutations from './server/erasure-mutations';

export const eraseContact = userAction('Erase contact for good', erasure, mutations.eraseContact, { isLong: true });
export const eraseCompany = userAction('Erase company for good', erasure, mutations.eraseCompany, { isLong: true });
