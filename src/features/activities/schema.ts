import { z } from 'zod';
import { fieldChange } from '@/domain/fields/field-change';
import { customForm } from '@/domain/fields/form-schema';
import { peopleField } from '@/domain/people-schema';
import { chosenNames } from '@/features/contacts/schema';
import { isDay, isLocalTime } from '@/lib/dates/dates';
import type { AddedName } from '@/lib/list/added-names';
import { defineList } from '@/lib/list/define-list';
import { day, oneOf, recordIds } from '@/lib/list/list-filters';
import { toHalfWidth } from '@/lib/money/number-reading';
import {
	optionalDay,
	optionalLine,
	optionalRecord,
	optionalText,
	optionalTime,
	recordId,
	recordVersion,
	requiredLine,
} from '@/lib/text/text';
import { activityFields } from './activity-fields';
import { activityTypes, maxMinutes } from './activity-types';
import { timelineKinds } from './timeline/timeline-kinds';

export { type ActivityType, activityTypes, type TypeCounts, totalOf, typeNames } from './activity-types';

const type = z.enum(activityTypes, 'Choose a call, an email, a meeting or a note.');

const notMinutes = `Whole minutes from 0 to ${maxMinutes.toLocaleString('en')}, which is a week.`;

const fields = {
	type,
	subject: requiredLine('Subject'),
	description: optionalText(),
	/** In the account's time zone, YYYY-MM-DDTHH:mm; null is now. */
	at: optionalLine(40).refine(
		(value) => value === null || isLocalTime(value),
		'This is not a day and time in the years 1900 to 2199.',
	),
	durationMinutes: z
		.union(
			[
				z.int().min(0).max(maxMinutes),
				z
					.string()
					.transform(toHalfWidth)
					.refine((text) => /^\s*(\d{1,5}\s*)?$/.test(text))
					.transform((text) => (text.trim() ? Number(text) : null))
					.refine((minutes) => minutes === null || minutes <= maxMinutes),
			],
			notMinutes,
		)
		.nullish()
		.transform((value) => value ?? null),
	outcome: optionalLine(),
	nextSteps: optionalText(2_000),
	/** Makes a follow-up of the next steps. */
	followUpOn: optionalDay(),
	/** The time (HH:MM) on that day. */
	followUpTime: optionalTime().optional(),
	companyId: optionalRecord('a company'),
	/** The main contact; without one, the first of the people who works at the company. */
	contactId: optionalRecord('a contact'),
	/** Everybody who took part, of any company. */
	people: peopleField.optional(),
	dealId: optionalRecord('a deal'),
	...chosenNames,
	custom: customForm,
};

/** A new activity. Its id is made with the form, so that a form sent twice makes one. */
export const newActivity = z.strictObject({ id: recordId, ...fields });

/** Changes to an activity as it was at `version`. */
export const activityChanges = z.strictObject({ id: recordId, version: recordVersion, ...fields });

/** A change of one of an activity's custom fields; the others are changed in its form. */
export const activityFieldChange = fieldChange({});

/** What came of something that was planned. */
export const activityOutcome = z.strictObject({ id: recordId, outcome: requiredLine('Outcome') });

/** The day to which something planned is moved, at the same time of day unless it says one (YYYY-MM-DDTHH:mm). */
export const activityDay = z.strictObject({
	id: recordId,
	until: requiredLine('Date', 40).refine((text) => isDay(text) || isLocalTime(text), 'Enter a date.'),
});

export const activityReference = z.strictObject({ id: recordId });
export const activityReferences = z.strictObject({
	ids: z.array(recordId).min(1, 'Select an activity first.').max(500),
});

/** A note, and the record whose timeline it is pinned to. */
export const pinnedNote = z.strictObject({
	id: recordId,
	noun: z.enum(['company', 'contact', 'deal']),
	recordId,
});

const instant = z.coerce.number().int().min(Date.UTC(1800, 0)).max(Date.UTC(2300, 0));

/** Whose timeline, which of its entries, and after which of these. */
export const timelinePart = z.strictObject({
	companyId: recordId.optional(),
	contactId: recordId.optional(),
	dealId: recordId.optional(),
	/** Entries of one kind alone. */
	kind: z.enum(timelineKinds).optional(),
	/** What is looked for in them. */
	q: z.string().max(200).default(''),
	/** The last entry that is loaded: its instant as milliseconds since 1970, and its id. */
	at: instant.optional(),
	id: recordId.optional(),
	/** Without a last entry, the entries of this year and before. */
	year: z.coerce.number().int().min(1800).max(2300).optional(),
});

/** The ranges of days that are chosen by name, today in each. */
export const namedRanges = ['today', 'week', 'month', '30days'] as const;

export const activityList = defineList({
	fields: activityFields,
	filters: {
		type: oneOf(...activityTypes),
		when: oneOf(...namedRanges),
		from: day(),
		to: day(),
		company: recordIds(),
		contact: recordIds(),
		deal: recordIds(),
	},
	sorts: { when: 'desc', type: 'asc' },
	defaultSort: 'when',
	columns: {
		usual: ['subject', 'type', 'company', 'contact', 'deal', 'outcome', 'at'],
		more: ['duration', 'nextSteps', 'description'],
	},
	groups: ['type', 'at'],
});

export type ActivityListState = ReturnType<ReturnType<typeof activityList.extend>['parse']>;
export type ActivitySort = Exclude<ActivityListState['sort'], AddedName>;
