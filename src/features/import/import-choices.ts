export const policies = ['skip', 'fill', 'overwrite', 'create'] as const;
export type Policy = (typeof policies)[number];

export const policyNames: Record<Policy, string> = {
	skip: 'Leave the record as it is',
	fill: 'Fill in what is empty',
	overwrite: 'Overwrite with the file',
	create: 'Create another one',
};

/** The ways to match a row with an existing record or an earlier row. */
export const matchKeys = ['email', 'domain', 'name'] as const;
export type MatchKey = (typeof matchKeys)[number];
