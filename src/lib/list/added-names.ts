/**
 * The name of a field that an account has added to a list, as addresses have it: its id without hyphens, which would begin a
 * column's width.
 */
export type AddedName = `cf_${string}`;

export const isAddedName = (name: string): name is AddedName => /^cf_[\da-f]{32}$/.test(name);

/** For the element that shows what a field is called: a name that the owner has given is kept from translation. */
export const keptName = (name: string) => (isAddedName(name) ? ({ translate: 'no' } as const) : {});
