import { z } from 'zod';
import { recordId } from '@/lib/text/text';

export const changeSetReference = z.strictObject({ id: recordId });

/** The line of the log before which a page of a history begins; undefined for an invalid address. */
export function lineBefore(asked: string | string[] | undefined): string | undefined {
	return typeof asked === 'string' && /^\d{1,18}$/.test(asked) ? asked : undefined;
}
