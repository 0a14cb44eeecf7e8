import { z } from 'zod';
import { metadataLimits } from '@/domain/custom-fields/metadata';
import { jsonField } from '@/lib/text/json-field';
import { recordId } from '@/lib/text/text';

const notFields = 'These are no custom fields. Reload the page and try again.';

/** The custom fields of a form: JSON of what was typed, by the ids of the fields. Absent where a form has none. */
export const customForm = jsonField(
	z
		.record(
			recordId,
			z.string(notFields).max(metadataLimits.value * 2, 'This is too much; keep long text in the notes.'),
		)
		.refine((texts) => Object.keys(texts).length <= metadataLimits.entries, notFields),
	notFields,
).optional();

export type CustomForm = z.output<typeof customForm>;
