import { z } from 'zod';
import type { Repeat } from '@/domain/repeats/repeat';
import { newCompanyName } from '@/features/companies/schema';
import { isDay } from '@/lib/dates/dates';
import { optionalDay, optionalRecord, optionalTime, recordId, requiredLine } from '@/lib/text/text';

/** The longest title, in UTF-16 units. */
export const maxTitleLength = 200;

/** As much of a line as a title holds. */
export function fitTitle(line: string): string {
	return line
		.slice(0, maxTitleLength)
		.replace(/[\ud800-\udbff]$/, '')
		.trimEnd();
}

const wrongDay = 'Choose a day; one looks like 2026-12-31, in the years 1900 to 2199.';
/** The most weeks between two of a follow-up that repeats. */
export const maxWeeks = 52;
const wrongWeeks = `Enter a number of weeks from 1 to ${maxWeeks}.`;

const fields = {
	title: requiredLine('Follow-up', maxTitleLength),
	/** Null sorts last, as "No date". */
	dueOn: optionalDay(),
	dueTime: optionalTime(),
};

/** A mark that is there or is null. */
const mark = z
	.boolean()
	.nullable()
	.transform((is) => is || null);
/** True where the contact or the company promised it; otherwise the user did. */
const isTheirs = mark;
/** True where it is of high priority. */
const isImportant = mark;

const ruleParts = {
	afterDone: z
		.boolean()
		.default(false)
		.transform((is) => is || undefined),
	/** The last day on which one may be due. */
	until: optionalDay().transform((day) => day ?? undefined),
};
const dayOfRule = z.string().refine(isDay, wrongDay);
const weekday = z.int().min(1).max(7);

/** The rule by which it repeats; null repeats never. */
const repeats = z
	.discriminatedUnion('every', [
		z.strictObject({ every: z.literal('day'), ...ruleParts }),
		z.strictObject({ every: z.literal('weekday'), ...ruleParts }),
		z.strictObject({
			every: z.literal('week'),
			weeks: z.int(wrongWeeks).min(1, wrongWeeks).max(maxWeeks, wrongWeeks),
			from: dayOfRule,
			...ruleParts,
		}),
		z.strictObject({ every: z.literal('month'), day: z.int().min(1).max(31), ...ruleParts }),
		z.strictObject({
			every: z.literal('monthWeekday'),
			nth: z.literal([1, 2, 3, 4, -1]),
			weekday,
			...ruleParts,
		}),
		z
			.strictObject({
				every: z.literal('year'),
				month: z.int().min(1).max(12),
				day: z.int().min(1).max(31),
				...ruleParts,
			})
			// in a leap year
			.refine(
				({ month, day }) => day <= new Date(Date.UTC(2000, month, 0)).getUTCDate(),
				'Select how often it repeats.',
			),
	])
	.nullable()
	.transform((rule) => rule && ruleOf(rule));

/** A rule as it is kept: without what is not said. */
function ruleOf<Rule extends object>(rule: Rule): Repeat {
	return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as Repeat;
}

const links = {
	companyId: optionalRecord('a company'),
	contactId: optionalRecord('a contact'),
	dealId: optionalRecord('a deal'),
};

/** A new follow-up. Its id is made with the form, so that a form sent twice makes one. */
export const newFollowUp = z.strictObject({
	id: recordId,
	...fields,
	...links,
	newCompany: newCompanyName,
	activityId: optionalRecord('an activity'),
	isTheirs: isTheirs.default(null),
	isImportant: isImportant.optional(),
	dueTime: fields.dueTime.optional(),
	repeats: repeats.optional(),
});

/** Fields that are left out keep their present values. */
export const followUpChanges = z.strictObject({
	id: recordId,
	title: fields.title.optional(),
	dueOn: fields.dueOn.optional(),
	dueTime: fields.dueTime.optional(),
	isTheirs: isTheirs.optional(),
	isImportant: isImportant.optional(),
	repeats: repeats.optional(),
	/** What the form showed. What somebody else has changed since is not overwritten. */
	was: z
		.strictObject({ title: z.string().max(200), dueOn: optionalDay(), dueTime: fields.dueTime })
		.partial()
		.optional(),
	/** All of them at once, or none. */
	links: z.strictObject({ ...links, newCompany: newCompanyName }).optional(),
});

/** The search of a follow-up's picker, among the records of one company or all. */
export const linkSearch = z.strictObject({ q: z.string().max(200).default(''), companyId: recordId.optional() });

export const followUpReference = z.strictObject({ id: recordId });

/** Ticks a follow-up off, or opens it again. */
export const followUpDone = z.strictObject({ id: recordId, done: z.boolean() });

const putOff = z.union([z.enum(['tomorrow', 'nextWeek']), z.string().trim().refine(isDay, wrongDay)], wrongDay);

/** Until when a follow-up is put off: a day, or one that is counted from the user's today. */
export const snooze = z.strictObject({
	id: recordId,
	until: putOff,
	/** Left empty, it keeps its time. */
	untilTime: fields.dueTime.optional(),
});

/** Follow-ups that are selected in a list. */
export const followUpReferences = z.strictObject({
	ids: z.array(recordId).min(1, 'Select a follow-up first.').max(500, 'Select at most 500 follow-ups.'),
});

/** The day to which the selected ones are moved. */
export const followUpsMoved = followUpReferences.extend({ until: putOff, untilTime: fields.dueTime.optional() });

/** A record that a follow-up's picker offers. `about` distinguishes records of the same name. */
export type LinkOption = { id: string; name: string; kind: 'company' | 'contact' | 'deal'; about: string };
