import { z } from 'zod';
import { plainText, recordId, requiredLine } from '@/lib/text/text';
import { encodings } from './file/encoding';
import { maxColumns } from './file/file-shape';
import { policies } from './import-choices';
import { dayOrders, decimalSigns } from './row/cell-values';
import { importFields, importKinds } from './row/import-fields';

const target = z.union([
	z.null(),
	z.strictObject({ field: plainText(40) }),
	z.strictObject({ metadata: requiredLine('A field’s name', 64) }),
]);

const settings = z.strictObject({
	kind: z.enum(importKinds),
	encoding: z.enum(encodings),
	separator: z.enum([',', ';', '\t', '|']),
	// 0 if the columns have no names
	headerLine: z.int().min(0),
	source: plainText(40).nullable(),
	targets: z.array(target).max(maxColumns),
	/** Whether a name that comes in parts begins with the family's, as Vietnamese names do. */
	familyFirst: z.boolean(),
	dayOrder: z.enum(dayOrders),
	decimalSign: z.enum(decimalSigns),
	/** Of a person or a deal without a company: refused, with the company of the email's domain, or with the one named. */
	withoutCompany: z.enum(['refuse', 'domain', 'named']),
	companyName: plainText(200).default(''),
	/** Whether a value that its field can't read becomes a custom field instead of rejecting the row. */
	keepsUnreadable: z.boolean(),
	duplicates: z.strictObject({ email: z.enum(policies), domain: z.enum(policies), name: z.enum(policies) }),
});

/** How a file is read, and what becomes of its rows: guessed, and changed as the user sees fit. */
export const importSettings = settings.superRefine(({ kind, targets }, context) => {
	const known = new Set(importFields[kind].map(({ id }) => id));
	if (targets.some((each) => each && 'field' in each && !known.has(each.field)))
		context.addIssue({ code: 'custom', path: ['targets'], message: 'Select where each column goes.' });
});

export type ImportSettings = z.output<typeof importSettings>;

/** Settings under which the file is read again: the fields of its columns may still be those of another kind. */
export const importRereading = z.strictObject({ id: recordId, settings });
/** The settings with which an import is checked. */
export const importChanges = z.strictObject({ id: recordId, settings: importSettings });
export const importReference = z.strictObject({ id: recordId });

/** The choice that the user still has to make before the check; null if there is none. */
export function missingChoice({ kind, targets, withoutCompany, companyName }: ImportSettings): string | null {
	const has = (...ids: string[]) => targets.some((each) => each && 'field' in each && ids.includes(each.field));
	if (kind === 'contacts' && !has('name', 'firstName', 'lastName')) return 'Choose the column with the people’s names.';
	if (kind === 'companies' && !has('name')) return 'Choose the column with the companies’ names.';
	if (kind === 'deals' && !has('name')) return 'Choose the column with the deals’ names.';
	if (kind !== 'companies' && withoutCompany === 'named' && !companyName.trim())
		return 'Say which company rows without one belong to.';
	return null;
}
