import { z } from 'zod';
import { newCompanyName } from '@/features/companies/schema';
import { isDay } from '@/lib/dates/dates';
import { optionalDay, optionalRecord, recordId, requiredLine } from '@/lib/text/text';

/** The longest title, in UTF-16 units. */
export const maxTitleLength = 200;

/** As much of a line as a title holds. */
export function fitTitle(line: string): string {
	return line
		.slice(0, maxTitleLength)
		.replace(/[\ud800-\udbff]$/, '')
		.trimEnd();
}

const fields = {
	title: requiredLine('Follow-up', maxTitleLength),
	/** Null sorts last, as "No date". */
	dueOn: optionalDay(),
};

/** True where the contact or the company promised it; otherwise the user did. */
const isTheirs = z
	.boolean()
	.nullable()
	.transform((theirs) => theirs || null);

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
});

/** Fields that are left out keep their present values. */
export const followUpChanges = z.strictObject({
	id: recordId,
	title: fields.title.optional(),
	dueOn: fields.dueOn.optional(),
	isTheirs: isTheirs.optional(),
	/** All of them at once, or none. */
	links: z.strictObject({ ...links, newCompany: newCompanyName }).optional(),
});

/** The search of a follow-up's picker, among the records of one company or all. */
export const linkSearch = z.strictObject({ q: z.string().max(200).default(''), companyId: recordId.optional() });

export const followUpReference = z.strictObject({ id: recordId });

/** Ticks a follow-up off, or opens it again. */
export const followUpDone = z.strictObject({ id: recordId, done: z.boolean() });

const wrongDay = 'Choose a day; one looks like 2026-12-31, in the years 1900 to 2199.';

/** Until when a follow-up is put off: a day, or one that is counted from the user's today. */
export const snooze = z.strictObject({
	id: recordId,
	until: z.union([z.enum(['tomorrow', 'nextWeek']), z.string().trim().refine(isDay, wrongDay)], wrongDay),
});

/** A record that a follow-up's picker offers. `about` distinguishes records of the same name. */
export type LinkOption = { id: string; name: string; kind: 'company' | 'contact' | 'deal'; about: string };
