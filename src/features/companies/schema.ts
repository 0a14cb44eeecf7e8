import { z } from 'zod';
import { defineList } from '@/lib/list-params';
import { optionalPhone, optionalText, optionalWebsite, recordId, requiredLine } from '@/lib/text';

const fields = {
	name: requiredLine('Company name'),
	website: optionalWebsite(),
	phone: optionalPhone(),
	notes: optionalText(),
};

/** A new company. Its id is made with the form, so that a form sent twice makes one company. */
export const newCompany = z.strictObject({ id: recordId, ...fields });

/** Changes to a company as it was at `version`. */
export const companyChanges = z.strictObject({ id: recordId, version: z.coerce.number().int(), ...fields });

export const companyReference = z.strictObject({ id: recordId });

export const companySearch = z.strictObject({ q: z.string().max(200).default('') });

export const companyList = defineList({
	filters: {},
	sorts: { name: 'asc', contacts: 'desc', created: 'desc' },
	defaultSort: 'name',
});

export type CompanyListState = ReturnType<typeof companyList.parse>;
