export const authorityLevels = ['primary', 'secondary', 'influencer'] as const;
export type AuthorityLevel = (typeof authorityLevels)[number];

/** The names of the authority levels. */
export const authorityLabels: Record<AuthorityLevel, string> = {
	primary: 'Primary',
	secondary: 'Secondary',
	influencer: 'Influencer',
};
