'use server';
import { bulkTags } from '@/features/tags/schema';
import * as tags from '@/features/tags/server/tag-mutations';
import { userAction } from '@/lib/request/action';
import {
	companyChanges,
	companyFieldChange,
	companyMerge,
	companyReference,
	companyReferences,
	newCompany,
} from './schema';
import * as fields from './server/company-field-mutations';
import * as merges from './server/company-merge-mutations';
import * as mutations from './server/company-mutations';

export const createCompany = userAction('Create company', newCompany, mutations.createCompany);
export const updateCompany = userAction('Edit company', companyChanges, mutations.updateCompany);
export const changeCompanyField = userAction('Edit company', companyFieldChange, fields.changeCompanyField);
export const deleteCompany = userAction('Delete company', companyReference, mutations.deleteCompany, { isLong: true });
export const deleteCompanies = userAction('Delete companies', companyReferences, mutations.deleteCompanies, {
	isLong: true,
});
export const mergeCompanies = userAction('Merge companies', companyMerge, merges.mergeCompanies, { isLong: true });
export const tagCompanies = userAction('Tag companies', bulkTags, tags.tagCompanies, { isLong: true });
