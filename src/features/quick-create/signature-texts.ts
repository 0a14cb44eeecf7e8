import { type FormTexts, linesIn, textsOfLines } from '@/components/form/quick/form-texts';
import type { Signature } from '@/lib/text/signature/read-signature';

/** The fields that a signature fills in, and what they are called. */
export type FilledIn = { texts: FormTexts; said: string[] };

/**
 * What a signature puts into the fields of a dialog. The name that it was pasted into is replaced; of the others only empty ones are
 * filled in.
 */
export function fillIn(signature: Signature, present: FormTexts, into: string): FilledIn {
	const texts: FormTexts = {};
	const said: string[] = [];
	const isFree = (field: string) => field === into || !present[field]?.trim();
	const fill = (field: string, value: string | null, word: string) => {
		if (!value || !isFree(field)) return;
		texts[field] = value;
		said.push(word);
	};
	const fillLines = (
		field: string,
		values: { value: string; label: string | null }[],
		[one, several]: [string, string],
	) => {
		const isTaken = linesIn(present, field).some(({ value }) => value.trim());
		if (values.length === 0 || isTaken) return;
		Object.assign(
			texts,
			textsOfLines(
				field,
				values.map(({ value, label }) => ({ value, label: label ?? '' })),
			),
		);
		said.push(values.length === 1 ? one : `${values.length} ${several}`);
	};
	fill('contact.name', signature.name, 'name');
	fill('contact.jobTitle', signature.jobTitle, 'job title');
	fill('company.name', signature.company, 'company');
	fillLines('contact.phone', signature.phones, ['phone', 'phones']);
	fillLines(
		'contact.email',
		signature.emails.map((value) => ({ value, label: null })),
		['email', 'emails'],
	);
	fill('company.website', signature.website, 'website');
	fill('company.address', signature.address, 'address');
	return { texts, said };
}
