import { z } from 'zod';
import { recordId } from '@/lib/text/text';

/** The company or the contact whose name is pointed at. */
export const namedRecord = z.strictObject({ kind: z.enum(['company', 'contact']), id: recordId });
