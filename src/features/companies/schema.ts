import { z } from 'zod';
import { companyPointFields, keepCompanyPoints } from '@/domain/contact-points/contact-point-schema';
import { pointsField } from '@/domain/contact-points/points-field';
import { typedCustom } from '@/domain/custom-fields/typed-custom';
import { fieldChange } from '@/domain/fields/field-change';
import { customForm } from '@/domain/fields/form-schema';
import { areDifferentRecords, mergeShape, sameRecordProblem, sidesOf } from '@/domain/merge/merge-schema';
import { silences } from '@/domain/silence';
import { tagNames, tagsField } from '@/features/tags/schema';
import type { AddedName } from '@/lib/list/added-names';
import { defineList } from '@/lib/list/define-list';
import { anyText, day, lastOf, oneOf, recordIds } from '@/lib/list/list-filters';
import {
	optionalLine,
	optionalRecord,
	optionalText,
	recordId,
	recordVersion,
	requiredLine,
	typedText,
} from '@/lib/text/text';
import { companyFields } from './company-fields';
import { type CompanySize, companySizes } from './company-sizes';

export { type CompanySize, companySizes } from './company-sizes';

const fields = {
	name: requiredLine('Company name'),
	industry: optionalLine(100),
	size: z
		.enum(['', ...companySizes], 'Choose one of the sizes.')
		.nullish()
		.transform((value) => value || null),
	...companyPointFields,
	address: optionalText(500),
	introducedById: optionalRecord('a contact'),
	notes: optionalText(),
	tags: tagNames,
	custom: customForm,
};

/** A new company. Its id is made with the form, so that a form sent twice makes one company. */
export const newCompany = z.strictObject({ id: recordId, ...fields }).transform(keepCompanyPoints);

/** The name of a company that is made with another record's form; absent where one was chosen that is there. */
export const newCompanyName = fields.name.optional();

/** Changes to a company as it was at `version`. */
export const companyChanges = z
	.strictObject({ id: recordId, version: recordVersion, ...fields })
	.transform(keepCompanyPoints);

const { name, industry, size, address, introducedById } = fields;

/** A change of one of a company's fields. */
export const companyFieldChange = fieldChange({
	...{ name, industry, size, address, introducedById },
	tags: tagsField,
	website: pointsField('link'),
	phone: pointsField('phone'),
	email: pointsField('email'),
});

/** For each field of two merged companies, the record that it is taken from. */
export const mergedCompanyFields = [
	'name',
	'industry',
	'size',
	'website',
	'phone',
	'email',
	'address',
	'introducedBy',
] as const;
export const companyMerge = z
	.strictObject({ ...mergeShape, ...sidesOf(mergedCompanyFields) })
	.refine(areDifferentRecords, sameRecordProblem);

export const companyReference = z.strictObject({ id: recordId });
export const companyReferences = z.strictObject({ ids: z.array(recordId).min(1, 'Select a company first.').max(500) });

export const companySearch = z.strictObject({ q: z.string().max(200).default('') });
export const companySelection = z.strictObject({
	ids: z
		.string()
		.transform((ids) => ids.split(','))
		.pipe(companyReferences.shape.ids),
});

/** What has been typed of a new company, in any state, to find those that it resembles. */
export const companyTyped = z.strictObject({
	...typedText('name', 'website', 'email', 'phone'),
	custom: typedCustom,
	except: recordId.optional(),
});

export const companyList = defineList({
	fields: companyFields,
	filters: {
		industry: anyText(100),
		size: oneOf(...companySizes),
		tag: recordIds(),
		silent: lastOf(...silences),
		lastFrom: day(),
		lastTo: day(),
		createdFrom: day(),
		createdTo: day(),
	},
	sorts: {
		name: 'asc',
		industry: 'asc',
		size: 'asc',
		contacts: 'desc',
		deals: 'desc',
		lastContact: 'desc',
		created: 'desc',
	},
	defaultSort: 'name',
	columns: {
		usual: ['name', 'industry', 'size', 'contacts', 'openDeals', 'tags', 'lastContact', 'created'],
		more: ['nextFollowUp', 'phone', 'email', 'website', 'address', 'introducedBy'],
	},
	groups: ['industry', 'size'],
});

export type CompanyListState = ReturnType<ReturnType<typeof companyList.extend>['parse']>;
export type CompanySort = Exclude<CompanyListState['sort'], AddedName>;

/** The sizes as Prisma names the values of the database's enum. */
const sizeColumn = {
	'1-10': 'from_1_to_10',
	'11-50': 'from_11_to_50',
	'51-200': 'from_51_to_200',
	'201-500': 'from_201_to_500',
	'500+': 'over_500',
} as const satisfies Record<CompanySize, string>;

const sizeNames = new Map<string, CompanySize>(
	Object.entries(sizeColumn).map(([size, column]) => [column, size as CompanySize]),
);

/** A form's fields as columns. */
export function columnsOf<Fields extends { size: CompanySize | null }>({ size, ...fields }: Fields) {
	return { ...fields, size: size && sizeColumn[size] };
}

/** A column's size as people know it. */
export function sizeOf(column: string | null): CompanySize | null {
	return (column && sizeNames.get(column)) || null;
}
