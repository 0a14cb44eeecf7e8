import { z } from 'zod';
import { shownTexts } from '@/domain/shown-texts';
import { maxTextLength, plainText, recordId } from '@/lib/text/text';

/** Which text of which record. */
const textOf = { text: z.enum(shownTexts), id: recordId };

/** A checkbox of a text by its place among them and its line, which must still read the same. */
export const boxChange = z.strictObject({
	...textOf,
	box: z.int().min(0).max(maxTextLength),
	line: plainText(maxTextLength),
	checked: z.boolean(),
});
