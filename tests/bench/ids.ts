// Every record that is filled in has a number, which its id carries.

/** The company and the person that have more deals than others; every 20th activity is with the person. */
export const busiest = { company: 77, contact: 54_321 };
/** The company and the person that were changed a thousand times. */
export const changed = { company: 78, contact: 55_000 };

/** A PostgreSQL expression: the id of a record of a kind, by an expression for its number. */
export const id = (kind: number, n: string) =>
	`('00000000-0000-7000-800${kind}-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;

/** The id of the company with a number. */
export const companyId = (n: number) => `00000000-0000-7000-8001-${n.toString(16).padStart(12, '0')}`;
/** The id of the contact with a number. */
export const contactId = (n: number) => `00000000-0000-7000-8002-${n.toString(16).padStart(12, '0')}`;
/** The id of the tag with a number. */
export const tagId = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
/** The id of the deal with a number; every 20th is in one stage, the 10th in proposal. */
export const dealId = (n: number) => `00000000-0000-7000-8003-${n.toString(16).padStart(12, '0')}`;
/** The id of the activity with a number; every 20th is with the busiest person. */
export const activityId = (n: number) => `00000000-0000-7000-8005-${n.toString(16).padStart(12, '0')}`;
/** The id of the custom field with a number. */
export const fieldId = (n: number) => `00000000-0000-7000-8007-${n.toString(16).padStart(12, '0')}`;
/** The id of the option with a number of the custom field that is a list. */
export const optionId = (n: number) => `00000000-0000-7000-8008-${n.toString(16).padStart(12, '0')}`;
/** How many options that list has. */
export const optionCount = 8;

// Numbers that look random and are the same on every machine: Knuth's multiplicative hash, of which the upper bits count,
// as the lower ones repeat those of n
export const scatter = (n: string, salt: number) =>
	`((${n}::bigint * 2654435761 + ${salt} * 40503) % 4294967296 / 1024)`;

/** The same without what two of these have in common for neighbouring numbers: whole numbers from 0 to 2^20. */
export const mix = (n: string, salt: number) => `(hashint8extended(${n}::bigint, ${salt}) & 1048575)`;
