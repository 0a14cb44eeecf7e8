/** How many contacts one activity or one deal can have. */
export const maxPeople = 50;

/** Somebody whom a form names: a contact, or one who is created with the form, whose name it sends. */
export type ChosenPerson = { id: string; name?: string | undefined };

/** How a picker offers to create a contact of the company that is chosen. */
export const offerContact = (name: string) => `Add “${name}” to the company’s contacts`;
