import { z } from 'zod';
import { defineList, oneOf } from '@/lib/list-params';
import {
	checkbox,
	optionalEmail,
	optionalLine,
	optionalPhone,
	optionalText,
	recordId,
	recordVersion,
	requiredLine,
} from '@/lib/text';

export const authorityLevels = ['primary', 'secondary', 'influencer'] as const;
export type AuthorityLevel = (typeof authorityLevels)[number];

const fields = {
	companyId: z.uuid('Choose a company.'),
	name: requiredLine('Contact name'),
	jobTitle: optionalLine(),
	email: optionalEmail(),
	phone: optionalPhone(),
	isDecisionMaker: checkbox,
	authorityLevel: z
		.enum(['', ...authorityLevels], 'Choose one of the levels.')
		.nullish()
		.transform((value) => value || null),
	notes: optionalText(),
};

/** An authority level belongs to a decision maker; without the mark it is cleared. */
function clearAuthority<Input extends { isDecisionMaker: boolean; authorityLevel: AuthorityLevel | null }>(
	input: Input,
): Input {
	return input.isDecisionMaker ? input : { ...input, authorityLevel: null };
}

/** A new contact. Its id is made with the form, so that a form sent twice makes one contact. */
export const newContact = z.strictObject({ id: recordId, ...fields }).transform(clearAuthority);

/** Changes to a contact as it was at `version`. */
export const contactChanges = z
	.strictObject({ id: recordId, version: recordVersion, ...fields })
	.transform(clearAuthority);

export const contactReference = z.strictObject({ id: recordId });

export const contactList = defineList({
	filters: { decides: oneOf('yes') },
	sorts: { name: 'asc', company: 'asc', title: 'asc', authority: 'asc', email: 'asc', created: 'desc' },
	defaultSort: 'name',
});

export type ContactListState = ReturnType<typeof contactList.parse>;
