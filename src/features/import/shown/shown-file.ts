import type { MaybeKey, Sameness } from '../import-choices';
import type { ImportKind } from '../row/import-fields';

/** What is known of the file whose rows are shown. */
export type ShownFile = {
	id: string;
	kind: ImportKind;
	/** The names of the columns, and the field that each goes to. */
	header: string[];
	fields: (string | null)[];
	maybe: Sameness;
	decided: Record<string, Sameness>;
};

const nameParts = new Set(['First name', 'Middle name', 'Last name']);

/** Whether a column has what a row is rejected for: of a name that stands in parts, each of these. */
export function isReasonFor(field: string, column: number, { fields }: ShownFile): boolean {
	const own = fields[column];
	if (!own || field === '') return false;
	return own === field || (field === 'Contact name' && !fields.includes(field) && nameParts.has(own));
}

/** The line that is edited, and the column that was asked for. */
export type EditedRow = { line: number; column: number | null };

/** Why a row may be the same as another. */
export const maybeWords: Record<MaybeKey, string> = {
	email: 'Same email address',
	phone: 'Same phone',
	domain: 'Same website or email domain',
	spelling: 'Name differs only in spelling',
	name: 'Same name and company',
	deal: 'Same deal name and company',
	company: 'Company name differs only in spelling',
};
