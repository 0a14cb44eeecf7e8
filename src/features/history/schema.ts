import { z } from 'zod';
import { recordId } from '@/lib/text/text';

/** How long the history is kept, as the database has it. */
export const keptChoices = ['forever', '5 years', '1 year', '90 days'] as const;
export type KeptChoice = (typeof keptChoices)[number];

export const keptHistoryForm = z.strictObject({
	historyKept: z.enum(keptChoices, 'Choose how long the history is kept.'),
});

export const changeSetReference = z.strictObject({ id: recordId });

/** The line of the log before which a page of a history begins; undefined for an invalid address. */
export function lineBefore(asked: string | string[] | undefined): string | undefined {
	return typeof asked === 'string' && /^\d{1,18}$/.test(asked) ? asked : undefined;
}
