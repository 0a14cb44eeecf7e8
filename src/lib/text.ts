import { z } from 'zod';

/** What is wrong with a text that no field may hold, or undefined. */
function forbidden(value: string): string | undefined {
	if (value.includes('\0')) return 'Contains a NUL character; remove it.';
	if (!value.isWellFormed()) return 'Contains half of a character (a lone surrogate); remove it.';
	return undefined;
}

function text(max: number, tidy: (value: string) => string) {
	return z
		.string('Must be text.')
		.superRefine((value, context) => {
			const message = forbidden(value);
			if (message) context.addIssue({ code: 'custom', message });
		})
		.transform((value) => tidy(value.normalize('NFC')))
		.superRefine((value, context) => {
			if (value.length > max) {
				context.addIssue({
					code: 'custom',
					message: `At most ${max.toLocaleString('en')} characters; this has ${value.length.toLocaleString('en')}.`,
				});
			}
		});
}

// every kind of line break and control character in a one-line field becomes a space
const oneLine = (value: string) => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const manyLines = (value: string) => value.replace(/\r\n?/g, '\n').trim();

/** One line of text that must be there: NFC, trimmed, at most `max` UTF-16 units. */
export function requiredLine(label: string, max = 200) {
	return text(max, oneLine).refine((value) => value !== '', `${label} is required.`);
}

/** One line of text that may be missing; empty becomes null. */
export function optionalLine(max = 200) {
	return text(max, oneLine)
		.transform((value) => value || null)
		.nullish()
		.transform((value) => value ?? null);
}

/** Text of several lines that may be missing; empty becomes null. */
export function optionalText(max = 20_000) {
	return text(max, manyLines)
		.transform((value) => value || null)
		.nullish()
		.transform((value) => value ?? null);
}

/** An email address that may be missing. Accepts letters of any script; the domain needs a dot. */
export function optionalEmail() {
	return optionalLine(254).refine(
		(value) => value === null || /^[^\s@<>"(),:;\\[\]]+@[^\s@.<>"(),:;\\[\]]+(\.[^\s@.<>"(),:;\\[\]]+)+$/.test(value),
		'This is not an email address; one looks like name@example.com.',
	);
}

/** A website that may be missing: without a scheme it gets https, and only http and https are links. */
export function optionalWebsite() {
	return optionalLine(300).transform((value, context) => {
		if (value === null) return null;
		const problem = 'This is not a web address; one looks like www.example.com.';
		const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(\/|$))/i.exec(value)?.[1]?.toLowerCase();
		if (scheme && scheme !== 'http' && scheme !== 'https') {
			context.addIssue({ code: 'custom', message: 'Only http and https addresses are accepted.' });
			return z.NEVER;
		}
		const url = URL.parse(scheme ? value : `https://${value}`);
		if (
			!url ||
			!['http:', 'https:'].includes(url.protocol) ||
			!url.hostname.includes('.') ||
			url.username ||
			url.password
		) {
			context.addIssue({ code: 'custom', message: problem });
			return z.NEVER;
		}
		return url.pathname === '/' && !url.search && !url.hash ? url.origin : url.href;
	});
}

/** A phone number as it was typed, which may be missing: 3 to 20 digits, with any punctuation and an extension. */
export function optionalPhone() {
	return optionalLine(50).refine((value) => {
		if (value === null) return true;
		const digits = value.replace(/\D/g, '').length;
		return digits >= 3 && digits <= 20 && /^[\d\s+().,/x#*~-]*((ext|m[aá]y l[eẻ]|nh[aá]nh)[\d\s.:]*)?$/iu.test(value);
	}, 'This is not a phone number; one looks like +84 24 3825 0000.');
}

/** A checkbox: a form sends "on" or nothing. */
export const checkbox = z
	.union([z.boolean(), z.enum(['on', 'true', 'false', ''])])
	.nullish()
	.transform((value) => value === true || value === 'on' || value === 'true');

/** A record's id. */
export const recordId = z.uuid('This is not a record of yours.').transform((id) => id.toLowerCase());

/** Whether an id from an address can name a record at all. */
export function isRecordId(value: unknown): value is string {
	return recordId.safeParse(value).success;
}
