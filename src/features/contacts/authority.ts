export const authorityLevels = ['primary', 'secondary', 'influencer'] as const;
export type AuthorityLevel = (typeof authorityLevels)[number];

/** How much somebody who decides has to say, in words. */
export const authorityLabels: Record<AuthorityLevel, string> = {
	primary: 'Primary',
	secondary: 'Secondary',
	influencer: 'Influencer',
};
