import { z } from 'zod';

/** The label of the change sets that loading the sample data makes; removing it again goes by them. */
export const sampleDataLabel = 'Load sample data';

/** `amongOwn` says that the user knows of the companies that are there already. */
export const loadSampleDataForm = z.strictObject({ amongOwn: z.boolean() });

export const removeSampleDataForm = z.strictObject({});
