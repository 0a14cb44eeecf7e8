import { z } from 'zod';
import { isAddedName } from '@/lib/list/added-names';
import { optionalLine, recordId } from '@/lib/text/text';
import { lossFields as loss, stageField as stage } from '../stage/stage-schema';
import { cardFieldsAtOnce, cardsAtOnce, maxCardFields } from '../stage/stages';

/** Longer than any query that the filters can make, each letter of it escaped. */
const maxQueryLength = 10_000;

/**
 * A card's move on the board: to which column, and between which cards it was dropped; null is the column's edge. `query`
 * is that of the board, whose column heads the answer carries.
 */
export const dealMove = z.strictObject({
	id: recordId,
	stage,
	above: recordId.nullable(),
	below: recordId.nullable(),
	query: optionalLine(maxQueryLength),
	...loss,
});

/** Which cards of a column come after one that is loaded, under the filters of the board's query. */
export const moreCards = z.strictObject({ stage, after: recordId, query: z.string().max(maxQueryLength).default('') });

/** A board to read again: its query, and how many cards of a column are loaded at the most. */
export const boardQuery = z.strictObject({
	query: z.string().max(maxQueryLength).default(''),
	limit: z.coerce.number().int().min(1).max(1_000).default(cardsAtOnce),
});

/** Which custom fields of which deals cards show, between commas. */
export const cardFieldsAsked = z.strictObject({
	fields: z
		.string()
		.transform((text) => text.split(','))
		.pipe(z.array(z.string().refine(isAddedName)).max(maxCardFields)),
	deals: z
		.string()
		.transform((text) => text.split(','))
		.pipe(z.array(recordId).max(cardFieldsAtOnce)),
});
