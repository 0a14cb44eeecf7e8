import { z } from 'zod';
import { recordId } from '@/lib/text/text';

/** The company whose decision map is asked for. */
export const mappedCompany = z.strictObject({ companyId: recordId });
