import { z } from 'zod';
import { optionalDay, optionalLine } from '@/lib/text/text';
import { dealStages, maxLostReasonLength } from './stages';

export const stageField = z.enum(dealStages, 'Choose one of the stages.');

/** The reason for a loss and the day to try again, which are ignored in any stage but Closed Lost. */
export const lossFields = { lostReason: optionalLine(maxLostReasonLength), tryAgainOn: optionalDay() };
