import { z } from 'zod';
import { jsonField } from '@/lib/text/json-field';
import { recordId, requiredLine } from '@/lib/text/text';
import { maxPeople } from './people';

const person = z.strictObject({ id: recordId, name: requiredLine('Contact name').optional() });

/** Contacts as a form sends them: as JSON in one field, each once; null if the field is missing. */
export const peopleField = jsonField(
	z
		.array(person, 'This is not a list of contacts. Reload the page and try again.')
		.max(maxPeople, {
			error: ({ input }) => `Add at most ${maxPeople} contacts (now ${(input as unknown[]).length}).`,
		})
		.transform((people) => [...new Map(people.map((each) => [each.id, each])).values()]),
	'This is not a list of contacts. Reload the page and try again.',
);
