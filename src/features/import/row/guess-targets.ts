import type { CustomField, FieldType } from '@/domain/custom-fields/custom-field-types';
import { readFieldHead } from '@/domain/custom-fields/field-heads';
import { headerForms, normalizedHeader } from '../file/column-headers';
import { type ColumnContent, contentOf } from './column-contents';
import { type ImportKind, importFields, kindNouns, type Target } from './import-fields';

/** A custom field that a column may go to. */
type KnownField = Pick<CustomField, 'id' | 'kind' | 'name' | 'isArchived'>;

type Columns = {
	header: string[];
	/** The first rows, as far as they are known. */
	rows: string[][];
	fields: readonly KnownField[];
	/** The type of a new custom field for a column. */
	typeOf: (column: number) => FieldType;
};

/**
 * The likeliest target of each column of a file: a built-in field by the column's name, or a custom one; a column whose name nobody
 * knows by what it contains. What our own export has of a custom field that is not there goes to a new one of the same type; where
 * the file does not say it, `typeOf` the column guesses it.
 */
export function guessTargets(kind: ImportKind, { header, rows, fields, typeOf }: Columns): Target[] {
	const custom = customFinder(fields.filter((field) => field.kind === kindNouns[kind]));
	const targets: Target[] = header.map((name, column) => {
		const own = readFieldHead(name);
		if (!own) return null;
		const id = custom.called(own.name);
		return id ? { custom: id } : { create: { name: own.name, type: own.type ?? typeOf(column) } };
	});
	const isTaken = (id: string) => targets.some((target) => target && 'field' in target && target.field === id);
	const candidates = candidatesFor(kind, header);
	for (const { column, id, several } of candidates)
		if (!targets[column] && (several || !isTaken(id))) targets[column] = { field: id };
	for (const [column, name] of header.entries()) {
		const id = targets[column] ? undefined : custom.like(name);
		if (id && !targets.some((target) => target && 'custom' in target && target.custom === id))
			targets[column] = { custom: id };
	}
	// beside an own probability, the other is that of the stage
	for (const { column, id } of candidates.filter((each) => each.id !== 'ownProbability'))
		if (!targets[column] && completes(rows, column, fieldColumns(targets, id))) targets[column] = { field: id };
	for (const [column, name] of header.entries())
		if (!targets[column] && kind === 'companies' && headerForms(name, kind).some((form) => taxCodes.has(form)))
			targets[column] = { create: { name, type: 'text' } };
	return asNeeded(kind, byContents(kind, { header, rows, targets }));
}

/** What identifies a company comes along although no built-in field has it. */
const taxCodes = new Set(
	['mã số thuế', 'mst', 'mã số doanh nghiệp', 'tax code', 'tax id', 'tax number', 'vat', 'vat id', 'vat number'].map(
		normalizedHeader,
	),
);

type Candidate = { column: number; id: string; several: boolean };

/** What the columns may be by their names, the likeliest first: "Title" is a job title only if no column is called so. */
function candidatesFor(kind: ImportKind, header: string[]): Candidate[] {
	const named = new Map<string, { id: string; several: boolean; rank: number }[]>();
	for (const { id, names, several = false } of importFields[kind])
		for (const [rank, name] of names.entries()) named.set(name, [...(named.get(name) ?? []), { id, several, rank }]);
	const found = header.flatMap((name, column) =>
		headerForms(name, kind).flatMap((form, place) =>
			(named.get(form) ?? []).map((each) => ({ ...each, column, place })),
		),
	);
	return found.sort((a, b) => a.place - b.place || a.rank - b.rank);
}

const fieldColumns = (targets: Target[], id: string) =>
	[...targets.keys()].filter((column) => {
		const target = targets[column];
		return target && 'field' in target && target.field === id;
	});

/** Whether a second column of one meaning has something where the first has nothing, and never both. */
function completes(rows: string[][], column: number, others: number[]): boolean {
	const has = (cells: string[], at: number) => (cells[at] ?? '').trim() !== '';
	const filled = rows.filter((cells) => has(cells, column));
	return others.length > 0 && filled.length > 0 && !filled.some((cells) => others.some((other) => has(cells, other)));
}

/** The field that contents are of where no column is called so. */
const contentFields: Record<ImportKind, Partial<Record<ColumnContent, string>>> = {
	companies: { email: 'email', phone: 'phone', link: 'website', company: 'name' },
	contacts: { email: 'email', phone: 'phone', link: 'link', company: 'company', person: 'name' },
	deals: { email: 'contactEmail', phone: 'contactPhone', company: 'company' },
};

/** Numbers and names under these words are something else. */
const otherwise =
	/fax|owner|createdby|modifiedby|assigned|user|staff|salesperson|nguoitao|phutrach|nhanvien|daidien|(?:^|\P{L})id$|number$|code|taxid|vat|mst|masothue|ma(?:so|kh)|account(?:no|number)|iban|amount|price|date|year|time|ngay/u;

/** Gives columns whose names no field has to the fields of what they contain. */
function byContents(
	kind: ImportKind,
	{ header, rows, targets }: Pick<Columns, 'header' | 'rows'> & { targets: Target[] },
) {
	const guessed = [...targets];
	for (const [column, name] of header.entries()) {
		if (guessed[column] || otherwise.test(normalizedHeader(name))) continue;
		const content = contentOf(rows.map((cells) => cells[column] ?? ''));
		const id = content && contentFields[kind][content];
		if (!id) continue;
		const several = importFields[kind].some((field) => field.id === id && field.several);
		const taken = fieldColumns(guessed, id).length > 0 || (id === 'name' && hasNameParts(guessed));
		if (several || !taken) guessed[column] = { field: id };
	}
	return guessed;
}

const hasNameParts = (targets: Target[]) =>
	['firstName', 'lastName'].some((id) => fieldColumns(targets, id).length > 0);

/** Finds custom fields by the heading of our own export, or by a name that is alike but for case, accents and spaces. */
function customFinder(fields: KnownField[]) {
	const plain = (name: string) => name.trim().normalize('NFC').toLowerCase();
	const all = new Map(fields.map(({ id, name }) => [plain(name), id]));
	const shown = fields.filter(({ isArchived }) => !isArchived).toReversed();
	const named = new Map(shown.map(({ id, name }) => [plain(name), id]));
	const alike = new Map(shown.map(({ id, name }) => [normalizedHeader(name), id]));
	alike.delete('');
	return {
		called: (name: string) => all.get(plain(name)),
		like: (name: string) => named.get(plain(name)) ?? alike.get(normalizedHeader(name)),
	};
}

/** A deal's status is its stage where no column is, and "Tên" alone is what it is called. */
function asNeeded(kind: ImportKind, targets: Target[]): Target[] {
	if (kind !== 'deals') return targets;
	const has = (id: string) => fieldColumns(targets, id).length > 0;
	const renamed = new Map<string, string>([
		...(has('stage') ? [] : [['status', 'stage'] as const]),
		...(has('name') || has('lastName') ? [] : [['firstName', 'name'] as const]),
	]);
	return targets.map((target) => {
		const id = target && 'field' in target && renamed.get(target.field);
		return id ? { field: id } : target;
	});
}
