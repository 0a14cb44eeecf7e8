import { z } from 'zod';
import { recordId } from '@/lib/text/text';

/** Whom and what an entry of the day is about. */
export const entryRecords = z.strictObject({
	companyId: recordId.optional(),
	contactId: recordId.optional(),
	dealId: recordId.optional(),
});
