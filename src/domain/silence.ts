/** The days without contact that lists filter by, or no contact ever. */
export const silences = ['30', '60', '90', 'never'] as const;
export type Silence = (typeof silences)[number];
