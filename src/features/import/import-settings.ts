import { z } from 'zod';
import { type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { metadataLimits } from '@/domain/custom-fields/metadata';
import { dealStages } from '@/features/deals/schema';
import { plainText, recordId, requiredLine } from '@/lib/text/text';
import { encodings } from './file/encoding';
import { maxColumns } from './file/file-shape';
import { policies, sameness } from './import-choices';
import { dayOrders, decimalSigns } from './row/cell-values';
import { importFields, importKinds } from './row/import-fields';

const fieldName = requiredLine('A field’s name', metadataLimits.key).transform((name) => name.replace(/\s+/gu, ' '));

const target = z.union([
	z.null(),
	z.strictObject({ field: plainText(40) }),
	z.strictObject({ custom: recordId }),
	z.strictObject({ create: z.strictObject({ name: fieldName, type: z.enum(Object.keys(fieldTypes) as [FieldType]) }) }),
	// as imports have it from when all custom fields were texts
	z
		.strictObject({ metadata: fieldName })
		.transform(({ metadata: name }) => ({ create: { name, type: 'text' as FieldType } })),
]);

/** No pipeline has as many stages. */
export const maxMappedStages = 200;

/** The longest cell that can be typed; the rows of files may be longer. */
const maxCell = 100_000;

/** As many rows can be decided on one by one; more are decided all at once. */
export const maxDecided = 2_000;

const settings = z.strictObject({
	kind: z.enum(importKinds),
	encoding: z.enum(encodings),
	separator: z.enum([',', ';', '\t', '|']),
	// 0 if the columns have no names
	headerLine: z.int().min(0),
	source: plainText(40).nullable(),
	targets: z.array(target).max(maxColumns),
	/** Where the columns went under other kinds, for when the kind is changed back. */
	kept: z.partialRecord(z.enum(importKinds), z.array(target).max(maxColumns)).optional(),
	/** The columns that were mapped by hand and could not stay so when the file was read otherwise. */
	unmapped: z.array(z.string()).max(maxColumns).optional(),
	/** The SHA-256 of the file's bytes, by which it is known when it comes again. */
	digest: z
		.string()
		.regex(/^[\da-f]{64}$/)
		.optional(),
	/** The file of the same columns that these settings are of. */
	mappedLike: z.string().optional(),
	/** Which of our stages those of other names are, by `stageKey`. */
	stages: z
		.record(plainText(200), z.enum(dealStages))
		.refine((stages) => Object.keys(stages).length <= maxMappedStages)
		.default({}),
	/** Whether a name that comes in parts begins with the family's, as Vietnamese names do. */
	familyFirst: z.boolean(),
	dayOrder: z.enum(dayOrders),
	decimalSign: z.enum(decimalSigns),
	/**
	 * Of a person or a deal without a company: rejected, with the company of the email's domain, with that or otherwise one that is called
	 * like the person, or with the one named.
	 */
	withoutCompany: z.enum(['refuse', 'domain', 'person', 'named']),
	companyName: plainText(200).default(''),
	/** Whether a value that its field can't read becomes a custom field instead of rejecting the row. */
	keepsUnreadable: z.boolean(),
	/** What rows are that may be the same as a record or an earlier row, and those of which it was decided otherwise, by their lines. */
	maybe: z.enum(sameness).default('apart'),
	decided: z
		.record(z.string().regex(/^[1-9]\d{0,8}$/), z.enum(sameness))
		.refine((decided) => Object.keys(decided).length <= maxDecided)
		.default({}),
	duplicates: z.strictObject({
		email: z.enum(policies),
		domain: z.enum(policies),
		name: z.enum(policies),
		// as imports have it from before there were unique fields
		unique: z.enum(policies).default('fill'),
	}),
});

/** How a file is read, and what becomes of its rows: guessed, and changed as the user sees fit. */
export const importSettings = settings.superRefine(fitKind);

function fitKind({ kind, targets }: Pick<z.output<typeof settings>, 'kind' | 'targets'>, context: z.RefinementCtx) {
	const known = new Set(importFields[kind].map(({ id }) => id));
	if (targets.some((each) => each && 'field' in each && !known.has(each.field)))
		context.addIssue({ code: 'custom', path: ['targets'], message: 'Select where each column goes.' });
}

export type ImportSettings = z.output<typeof importSettings>;

/** Settings under which the file is read again: the fields of its columns may still be those of another kind. */
export const importRereading = z.strictObject({ id: recordId, settings });
/** The settings with which an import is checked, but for what was decided of rows, perhaps in another tab. */
export const importChanges = z.strictObject({
	id: recordId,
	settings: settings.omit({ maybe: true, decided: true }).superRefine(fitKind),
});
const noLine = 'There is no such line in this file.';
const line = z
	.int(noLine)
	.min(1, noLine)
	.max(2 ** 31 - 1, noLine);
/** A line of an import's file. */
export const importLine = z.strictObject({
	id: recordId,
	line: z
		.string(noLine)
		.regex(/^[1-9]\d{0,9}$/, noLine)
		.transform(Number)
		.pipe(line),
});
/** Cells of a line that are changed, by the places of their columns. */
export const importEdit = z.strictObject({
	id: recordId,
	line,
	cells: z
		.record(z.string().regex(/^\d{1,4}$/), plainText(maxCell))
		.refine((cells) => Object.keys(cells).length <= maxColumns, `Use at most ${maxColumns} columns.`),
});
/** What a row is that may be the same; without a line, all such rows. */
export const importDecision = z.strictObject({ id: recordId, line: line.nullable(), decision: z.enum(sameness) });
export const importReference = z.strictObject({ id: recordId });

/** The choice that the user still has to make before the check; null if there is none. */
export function missingChoice({ kind, targets, withoutCompany, companyName }: ImportSettings): string | null {
	const has = (...ids: string[]) => targets.some((each) => each && 'field' in each && ids.includes(each.field));
	const other = 'or another kind of record under “What is in the file”.';
	if (kind === 'contacts' && !has('name', 'firstName', 'lastName', 'email'))
		return `Choose the column with the people’s names, ${other}`;
	if (kind === 'companies' && !has('name')) return `Choose the column with the companies’ names, ${other}`;
	if (kind === 'deals' && !has('name', 'company', 'contact', 'lastName', 'firstName'))
		return `Choose the column with the deals’ names, ${other}`;
	if (kind !== 'companies' && withoutCompany === 'named' && !companyName.trim())
		return 'Say which company rows without one belong to.';
	return null;
}
