import { z } from 'zod';
import { contactPointFields, keepContactPoints } from '@/domain/contact-points/contact-point-schema';
import { pointsField } from '@/domain/contact-points/points-field';
import { typedCustom } from '@/domain/custom-fields/typed-custom';
import { fieldChange } from '@/domain/fields/field-change';
import { customForm } from '@/domain/fields/form-schema';
import { areDifferentRecords, mergeShape, sameRecordProblem, sidesOf } from '@/domain/merge/merge-schema';
import { silences } from '@/domain/silence';
import { newCompanyName } from '@/features/companies/schema';
import { tagNames, tagsField } from '@/features/tags/schema';
import type { AddedName } from '@/lib/list/added-names';
import { defineList } from '@/lib/list/define-list';
import { day, lastOf, oneOf, recordIds } from '@/lib/list/list-filters';
import {
	checkbox,
	optionalDay,
	optionalLine,
	optionalRecord,
	optionalText,
	recordId,
	recordVersion,
	requiredLine,
	typedText,
} from '@/lib/text/text';
import { type AuthorityLevel, authorityLevels } from './authority';
import { contactFields } from './contact-fields';
import { rhythms } from './rhythm';

export { type AuthorityLevel, authorityLabels, authorityLevels } from './authority';
export { dueDay, type Rhythm, rhythmLabels, rhythms } from './rhythm';

/** The days without contact after which decision makers count as out of touch. */
export const outOfTouchDays = 60;

const fields = {
	companyId: z.uuid('Choose a company.').transform((id) => id.toLowerCase()),
	newCompany: newCompanyName,
	name: requiredLine('Contact name'),
	jobTitle: optionalLine(),
	...contactPointFields,
	isDecisionMaker: checkbox,
	authorityLevel: z
		.enum(['', ...authorityLevels], 'Choose one of the levels.')
		.nullish()
		.transform((value) => value || null),
	rhythm: z
		.enum(['', ...rhythms], 'Choose how often to stay in touch.')
		.nullish()
		.transform((value) => value || null),
	/** The date on which they left the company, and where to. */
	leftOn: optionalDay(),
	leftTo: optionalLine(),
	introducedById: optionalRecord('a contact'),
	reportsToId: optionalRecord('a contact'),
	newManager: requiredLine('Contact name').optional(),
	notes: optionalText(),
	tags: tagNames,
	custom: customForm,
};

/** Where somebody went to belongs to the date on which they left. */
const saysWhen = ({ leftOn, leftTo }: { leftOn: string | null; leftTo: string | null }) => leftOn !== null || !leftTo;
const noLeavingDate = { path: ['leftOn'], message: 'Enter the date when they left.' };

/** An authority level belongs to a decision maker; without the mark it is cleared. */
function clearAuthority<Input extends { isDecisionMaker: boolean; authorityLevel: AuthorityLevel | null }>(
	input: Input,
): Input {
	return input.isDecisionMaker ? input : { ...input, authorityLevel: null };
}

/** A new contact. Its id is made with the form, so that a form sent twice makes one contact. */
export const newContact = z
	.strictObject({ id: recordId, ...fields })
	.refine(saysWhen, noLeavingDate)
	.transform(keepContactPoints)
	.transform(clearAuthority);

/** What pickers name that is made with another record's form; absent where it was chosen among what is there. */
export const chosenNames = { newCompany: newCompanyName, newContact: fields.name.optional() };

/** The search of a picker, among the contacts of one company or all but one, or among all with those of one company first. */
export const contactSearch = z.strictObject({
	q: z.string().max(200).default(''),
	companyId: recordId.optional(),
	near: recordId.optional(),
	except: recordId.optional(),
});

/** The contacts of a company, without the one whose colleagues they are. */
export const companyPeople = z.strictObject({ companyId: recordId, except: recordId.optional() });

/** Changes to a contact as it was at `version`. */
export const contactChanges = z
	.strictObject({ id: recordId, version: recordVersion, ...fields })
	.refine(saysWhen, noLeavingDate)
	.transform(keepContactPoints)
	.transform(clearAuthority);

/** Whether a contact decides, and with what authority, as one choice. */
export const decisionLevels = ['', 'yes', ...authorityLevels] as const;

const { name, companyId, jobTitle, rhythm, introducedById, reportsToId, leftOn, leftTo } = fields;

/** A change of one of a contact's fields; a company or a manager who is named is made with it. */
export const contactFieldChange = fieldChange(
	{
		...{ name, companyId, jobTitle, rhythm, introducedById, reportsToId, leftOn, leftTo },
		tags: tagsField,
		decides: z.enum(decisionLevels, 'Choose one of the levels.'),
		phone: pointsField('phone'),
		email: pointsField('email'),
		link: pointsField('link'),
	},
	chosenNames,
);

/** That a contact left the company, as they were at `version`. */
export const contactLeft = z.strictObject({
	id: recordId,
	version: recordVersion,
	leftOn: optionalDay().refine((day) => day !== null, noLeavingDate.message),
	leftTo: fields.leftTo,
});

/** The day before which nobody is reminded of a contact. */
export const contactSnooze = z.strictObject({
	id: recordId,
	until: optionalDay().refine((day) => day !== null, 'Enter a date.'),
});

/** The company where a contact works now, and as what. */
export const contactMove = z.strictObject({
	id: recordId,
	version: recordVersion,
	companyId: fields.companyId,
	newCompany: fields.newCompany,
	jobTitle: fields.jobTitle,
});

/** For each field of two merged contacts, the record that it is taken from. `decides` includes the authority level, and `left` where to. */
export const mergedContactFields = [
	'name',
	'company',
	'jobTitle',
	'email',
	'phone',
	'decides',
	'rhythm',
	'left',
	'introducedBy',
	'reportsTo',
] as const;
export const contactMerge = z
	.strictObject({ ...mergeShape, ...sidesOf(mergedContactFields) })
	.refine(areDifferentRecords, sameRecordProblem);

export const contactReference = z.strictObject({ id: recordId });
export const contactReferences = z.strictObject({ ids: z.array(recordId).min(1, 'Select a contact first.').max(500) });

/** What has been typed of a new contact, in any state, to find those whom it resembles. */
export const contactTyped = z.strictObject({
	...typedText('name', 'email', 'phone'),
	custom: typedCustom,
	companyId: z.union([z.literal(''), recordId]).optional(),
	except: recordId.optional(),
});

export const contactList = defineList({
	fields: contactFields,
	filters: {
		company: recordIds(),
		decides: oneOf('yes'),
		left: oneOf('yes', 'no'),
		authority: oneOf(...authorityLevels),
		tag: recordIds(),
		/** For so long, or later than their rhythm asks. */
		silent: lastOf(...silences, 'rhythm'),
		lastFrom: day(),
		lastTo: day(),
		createdFrom: day(),
		createdTo: day(),
	},
	sorts: {
		name: 'asc',
		company: 'asc',
		title: 'asc',
		authority: 'asc',
		email: 'asc',
		lastContact: 'desc',
		created: 'desc',
	},
	defaultSort: 'name',
	columns: {
		usual: ['name', 'company', 'jobTitle', 'decisionMaker', 'email', 'phone', 'tags', 'lastContact'],
		more: ['nextFollowUp', 'openDeals', 'rhythm', 'introducedBy', 'reportsTo', 'created'],
	},
	groups: ['company', 'authority'],
});

export type ContactListState = ReturnType<ReturnType<typeof contactList.extend>['parse']>;
export type ContactSort = Exclude<ContactListState['sort'], AddedName>;
