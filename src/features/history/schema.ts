import { z } from 'zod';
import { recordId } from '@/lib/text';

export const changeSetReference = z.strictObject({ id: recordId });
