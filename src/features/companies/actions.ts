'use server';
import { userAction } from '@/lib/action';
import * as mutations from './mutations';
import { companyChanges, companyReference, newCompany } from './schema';

export const createCompany = userAction('Create company', newCompany, mutations.createCompany);
export const updateCompany = userAction('Edit company', companyChanges, mutations.updateCompany);
export const deleteCompany = userAction('Delete company', companyReference, mutations.deleteCompany);
