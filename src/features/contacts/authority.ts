import type { AuthorityLevel } from './schema';

/** How much somebody who decides has to say, in words. */
export const authorityLabels: Record<AuthorityLevel, string> = {
	primary: 'Primary',
	secondary: 'Secondary',
	influencer: 'Influencer',
};
