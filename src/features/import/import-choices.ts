export const policies = ['skip', 'fill', 'overwrite', 'create'] as const;
export type Policy = (typeof policies)[number];

export const policyNames: Record<Policy, string> = {
	skip: 'Leave the record as it is',
	fill: 'Fill in what is empty',
	overwrite: 'Overwrite with the file',
	create: 'Create another one',
};

/** The ways to match a row with an existing record or an earlier row. */
export const matchKeys = ['unique', 'email', 'domain', 'name', 'decided'] as const;
export type MatchKey = (typeof matchKeys)[number];

/** What a row is that may be the same as a record or an earlier row. */
export const sameness = ['apart', 'same'] as const;
export type Sameness = (typeof sameness)[number];

/** By what a row may be the same as a record or an earlier row; `company`: its company is named like that one. */
export const maybeKeys = ['email', 'name', 'phone', 'domain', 'spelling', 'deal', 'company'] as const;
export type MaybeKey = (typeof maybeKeys)[number];
