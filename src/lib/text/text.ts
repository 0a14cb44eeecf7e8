import { z } from 'zod';
import { isDay } from '@/lib/dates/dates';
import { isTime } from '@/lib/dates/dates-time';
import { readableAddress } from './domain-names';

/** The problem with a text that no field accepts, or undefined. */
function forbidden(value: string): string | undefined {
	if (value.includes('\0')) return 'Contains a NUL character; remove it.';
	if (!value.isWellFormed()) return 'Contains half of a character (a lone surrogate); remove it.';
	// the limit of Unicode's Stream-Safe Text Format, as sorting the accents of one letter takes quadratic time
	if (value.length > 30 && /\p{M}{31}/u.test(value)) return 'Has more than 30 accents on one letter. Remove some.';
	return undefined;
}

/** Text that is kept as it comes, such as a choice among others. */
export function plainText(max: number) {
	return z
		.string('Must be text.')
		.max(max, `At most ${max.toLocaleString('en')} characters.`)
		.superRefine(refuseForbidden);
}

function refuseForbidden(value: string, context: z.RefinementCtx) {
	const message = forbidden(value);
	if (message) context.addIssue({ code: 'custom', message });
}

/** Reads a text, or says what is wrong with it. One step, as each costs time and an import reads millions of texts. */
function readText(max: number, tidy: (value: string) => string) {
	return (value: string, context: z.RefinementCtx): string => {
		const refuse = (message: string) => {
			context.addIssue({ code: 'custom', message, continue: false });
			return z.NEVER;
		};
		const problem = forbidden(value);
		if (problem) return refuse(problem);
		const tidied = tidy(value.normalize('NFC'));
		if (tidied.length <= max) return tidied;
		return refuse(`At most ${max.toLocaleString('en')} characters; this has ${tidied.length.toLocaleString('en')}.`);
	};
}

function optional(read: ReturnType<typeof readText>) {
	return z
		.string('Must be text.')
		.nullish()
		.transform((value, context) => (value ? read(value, context) || null : null));
}

// every kind of line break and control character in a one-line field becomes a space
const oneLine = (value: string) => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const manyLines = (value: string) => value.replace(/\r\n?/g, '\n').trim();

/** The beginning of a text, without half of a character at its end. */
export function cutText(value: string, max: number): string {
	const last = value.charCodeAt(max - 1);
	return value.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

/** One line of text that must be there: NFC, trimmed, at most `max` UTF-16 units. */
export function requiredLine(label: string, max = 200) {
	// invisible and combining characters alone show nothing on the screen, so they count as empty
	return z
		.string('Must be text.')
		.transform(readText(max, oneLine))
		.refine((value) => /[^\p{Z}\p{C}\p{M}]/u.test(value), `${label} is required.`);
}

/** One line of text that may be missing; empty becomes null. */
export function optionalLine(max = 200) {
	return optional(readText(max, oneLine));
}

/** The default limit of a text of several lines, in UTF-16 units. */
export const maxTextLength = 20_000;

/** Text of several lines that may be missing; empty becomes null. */
export function optionalText(max = maxTextLength) {
	return optional(readText(max, manyLines));
}

/** An email address that may be missing. Accepts letters of any script; the domain needs a dot, and is kept as it is read. */
export function optionalEmail() {
	return optionalLine(254)
		.transform((value) => value && readableAddress(value))
		.refine(
			(value) => value === null || /^[^\s@<>"(),:;\\[\]]+@[^\s@.<>"(),:;\\[\]]+(\.[^\s@.<>"(),:;\\[\]]+)+$/.test(value),
			'This is not an email address; one looks like name@example.com.',
		);
}

const maxWebsiteLength = 300;
const hostName = /^([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** A website that may be missing: without a scheme it gets https, and only http and https are links. */
export function optionalWebsite() {
	return optionalLine(maxWebsiteLength).transform((value, context) => {
		if (value === null) return null;
		const refuse = (message: string) => {
			context.addIssue({ code: 'custom', message });
			return z.NEVER;
		};
		const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(\/|$))/i.exec(value)?.[1]?.toLowerCase();
		if (scheme && scheme !== 'http' && scheme !== 'https') return refuse('Only http and https addresses are accepted.');
		const url = URL.parse(scheme ? value : `https://${value}`);
		if (!url || !hostName.test(url.hostname) || url.username || url.password) {
			return refuse('This is not a web address; one looks like www.example.com.');
		}
		const address = url.pathname === '/' && !url.search && !url.hash ? url.origin : url.href;
		// escapes may have made it longer, and a stored website must be accepted by its form again
		return address.length > maxWebsiteLength ? refuse('This address is too long.') : address;
	});
}

/** A phone number as it was typed, which may be missing: 3 to 20 digits, with any punctuation and an extension. */
export function optionalPhone() {
	return optionalLine(50)
		.transform((value) => value?.replace(/^tel:\s*/i, '') || null)
		.refine((value) => {
			if (value === null) return true;
			const digits = value.replace(/\D/g, '').length;
			return digits >= 3 && digits <= 20 && /^[\d\s+().,/x#*~-]*((ext|m[aá]y l[eẻ]|nh[aá]nh)[\d\s.:]*)?$/iu.test(value);
		}, 'This is not a phone number; one looks like +84 24 3825 0000.');
}

/** A day that may be missing, as a date field sends it (YYYY-MM-DD). */
export function optionalDay() {
	return optionalLine(40).refine(
		(value) => value === null || isDay(value),
		'This is not a day; one looks like 2026-12-31, in the years 1900 to 2199.',
	);
}

/** A time of the day (HH:MM) by the clock of the account's zone; null if nothing was entered. */
export function optionalTime() {
	return optionalLine(20).refine((value) => value === null || isTime(value), 'Enter a time, such as 14:30.');
}

/** A checkbox: a form sends "on" or nothing. */
export const checkbox = z
	.union([z.boolean(), z.enum(['on', 'true', 'false', ''])])
	.nullish()
	.transform((value) => value === true || value === 'on' || value === 'true');

/** A record's id. */
export const recordId = z.uuid('This is not a record of yours.').transform((id) => id.toLowerCase());

/** The id of a record that another may belong to; null if none is chosen. `noun` includes its article. */
export const optionalRecord = (noun: string) =>
	z
		.union([z.literal(''), recordId], `This is not ${noun} of yours.`)
		.nullish()
		.transform((value) => value || null);

/** The version of a record that a form was opened with. */
export const recordVersion = z.int32('Reload the page and try again.');

/** Whether an id from an address can name a record at all. */
export function isRecordId(value: unknown): value is string {
	return recordId.safeParse(value).success;
}

/** As long as all email addresses or phone numbers of one record are together. */
const maxTypedLength = 6_000;

/** Fields while they are typed: any text, or none. */
export function typedText<Field extends string>(...fields: Field[]): Record<Field, z.ZodDefault<z.ZodString>> {
	const typed = fields.map((field) => [field, z.string().max(maxTypedLength).default('')]);
	return Object.fromEntries(typed);
}
