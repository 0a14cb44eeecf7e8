import { z } from 'zod';
import { notedNouns } from '@/domain/note-draft';
import { shownTexts } from '@/domain/shown-texts';
import { maxTextLength, optionalText, plainText, recordId } from '@/lib/text/text';

/** A checkbox of a text by its place among them and its line, which must still read the same. */
export const boxChange = z.strictObject({
	text: z.enum(shownTexts),
	id: recordId,
	box: z.int().min(0).max(maxTextLength),
	line: plainText(maxTextLength),
	checked: z.boolean(),
});

const noun = z.enum(notedNouns);

/** More than can be saved, so that nothing is lost of a text that is still to be shortened. */
const draftText = plainText(2 * maxTextLength);

const seq = z.int().min(1).max(2_000_000_000);

/**
 * What stands in an editor at the moment. `seq` grows with all that this editor sends; `after` names what it goes on from, where
 * another editor has typed that; `was`, the notes when it was begun, is sent until the server has them.
 */
export const noteDraft = z.strictObject({
	noun,
	record: recordId,
	draft: recordId,
	editor: recordId,
	seq,
	after: z.strictObject({ editor: recordId, seq }).optional(),
	text: draftText,
	was: draftText.optional(),
});

export const noteDraftReference = z.strictObject({ draft: recordId });

/** Notes to be saved where they are still as they `was`, and the drafts that end with that, by their ids or their editors'. */
export const noteChange = z.strictObject({
	noun,
	id: recordId,
	notes: optionalText(),
	was: draftText,
	drafts: z.array(recordId).max(2),
});
