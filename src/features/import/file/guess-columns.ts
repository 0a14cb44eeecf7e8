import type { CustomField, FieldType } from '@/domain/custom-fields/custom-field-types';
import type { ImportSettings } from '../import-settings';
import { likeliestDayOrder, likeliestDecimalSign } from '../row/cell-values';
import { guessTargets } from '../row/guess-targets';
import type { ImportKind, Target } from '../row/import-fields';
import { normalizedHeader } from './column-headers';
import type { Encoding } from './encoding';
import { columnNames, customFieldName, likeliestShape, sampleRecords } from './file-sample';
import { maxColumns } from './file-shape';
import { likeliestSource } from './file-sources';
import { likeliestKind } from './guess-kind';
import { guessType, valuesIn } from './guess-type';
import { keepMapped } from './kept-targets';

/** Whose file is read: how the account writes, and its custom fields. */
export type FileOwner = { locale: string; currency: string; fields: readonly CustomField[] };

/** The settings of an import, as far as they follow from the file. */
export async function guessSettings(start: Uint8Array, encoding: Encoding, owner: FileOwner): Promise<ImportSettings> {
	const shape = await likeliestShape(start, encoding);
	const { records } = await sampleRecords(start, shape);
	const header = columnNames(records, shape.headerLine) ?? [];
	const source = likeliestSource(header);
	const rows = records.filter(({ line }) => line > shape.headerLine).map(({ cells }) => cells);
	// a file without names begins with somebody's address or number
	const kind = shape.headerLine === 0 ? 'contacts' : likeliestKind(header, rows);
	const targets = targetsFor(header, kind, rows, { ...owner, source });
	const types = new Map(owner.fields.map(({ id, type }) => [id, type]));
	const typeOf = (target: Target | undefined) =>
		target && ('custom' in target ? types.get(target.custom) : 'create' in target ? target.create.type : undefined);
	const cellsOf = (field: (target: Target | undefined) => boolean) =>
		rows.flatMap((cells) => cells.filter((_, column) => field(targets[column])));
	const days = cellsOf(
		(target) => isField(target, ['expectedCloseOn', 'closedOn', 'createdOn']) || typeOf(target) === 'date',
	);
	const numbers = cellsOf(
		(target) => isField(target, ['value']) || ['number', 'amount'].includes(typeOf(target) ?? ''),
	);
	// what a column may be that is left out for now
	const guessed = targets.map((_, column) =>
		guessType(valuesIn(rows, column, { source }), { ...owner, source, header: header[column] ?? '' }),
	);
	const otherwise = (...types: FieldType[]) =>
		rows.flatMap((cells) => cells.filter((_, column) => types.includes(guessed[column] ?? 'text')));
	const isOurs = source === 'MiniCRM';
	const isEnglish = owner.locale === 'en-US';
	return {
		kind,
		...shape,
		source,
		targets,
		stages: {},
		maybe: 'apart',
		decided: {},
		familyFirst: hasVietnameseParts(header, targets) || owner.locale.startsWith('vi'),
		dayOrder: isOurs ? 'ymd' : likeliestDayOrder(days.length > 0 ? days : otherwise('date'), isEnglish ? 'mdy' : 'dmy'),
		decimalSign: isOurs
			? '.'
			: likeliestDecimalSign(
					numbers.length > 0 ? numbers : otherwise('number', 'amount'),
					shape.separator === ';' ? ',' : '.',
				),
		withoutCompany: kind === 'contacts' || namesPeople(targets) ? 'person' : 'refuse',
		companyName: '',
		keepsUnreadable: true,
		duplicates: { ...{ email: 'fill', domain: 'fill' }, ...(kind === 'deals' ? skipped : filled) },
	};
}

/** Whether the rows name people, whom a company can be told by or called after. */
const namesPeople = (targets: Target[]) =>
	targets.some((target) => isField(target, ['contact', 'firstName', 'lastName', 'contactEmail']));

// what is filled into a deal that is there may be older than it
const skipped = { name: 'skip', unique: 'skip' } as const;
const filled = { name: 'fill', unique: 'fill' } as const;

type Source = Pick<ImportSettings, 'source'>;

/** Where the columns go; a file with more of them is rejected by its check. */
function targetsFor(header: string[], kind: ImportKind, rows: string[][], owner: FileOwner & Source): Target[] {
	const typeOf = (column: number) =>
		guessType(valuesIn(rows, column, owner), { ...owner, header: header[column] ?? '' });
	const { fields } = owner;
	return guessTargets(kind, { header: header.slice(0, maxColumns), rows, fields, typeOf }).map((target, column) =>
		target && 'create' in target
			? { create: { ...target.create, name: customFieldName(target.create.name, column) } }
			: target,
	);
}

/** Names of columns as "Họ" and "Tên": what they hold is in that order, wherever the account is. */
const hasVietnameseParts = (header: string[], targets: Target[]) =>
	header.some(
		(name, column) =>
			isField(targets[column], ['lastName']) && /^ho(?:va)?(?:ten)?(?:chu)?(?:dem|lot)?$/.test(normalizedHeader(name)),
	);

const isField = (target: Target | undefined, fields: string[]) =>
	Boolean(target && 'field' in target && fields.includes(target.field));

/** A table as it is read under some settings. */
export type ReadTable = { settings: ImportSettings; header: string[]; rows: string[][] };

/**
 * The settings for another kind of record, other column names, or both, with the columns guessed again. What was mapped by hand stays
 * where it can, and comes back with the kind for which it was mapped.
 */
export function guessAgain(
	{ settings, header, rows }: ReadTable,
	owner: FileOwner,
	before?: ReadTable,
): ImportSettings {
	const { kind, source, targets: mapped } = settings;
	const guessed = targetsFor(header, kind, rows, { ...owner, source });
	const { unmapped: _, ...others } = settings;
	if (!before) return { ...others, ...rulesFor(settings, guessed), targets: guessed };
	const from = before.settings.kind;
	const guess = targetsFor(before.header, from, before.rows, { ...owner, source });
	const kept = kind === from ? settings.kept : { ...settings.kept, [from]: mapped };
	const known = kept?.[kind];
	const isKnown = known?.length === guessed.length && kind !== from;
	const targets = isKnown ? known : guessed;
	// what was left out of the other kind is not left out of this one
	const chosen = isKnown ? mapped.map((target, column) => target ?? guess[column] ?? null) : mapped;
	const newFieldLike = (id: string): Target => {
		const field = owner.fields.find((each) => each.id === id);
		return field ? { create: { name: field.name, type: field.type } } : null;
	};
	const { targets: chosenTargets, lost } = keepMapped(
		{ kind, header, targets },
		{ mapped: { kind: from, header: before.header, targets: chosen }, guess },
		newFieldLike,
	);
	return {
		...others,
		...(kind === from ? {} : rulesFor(settings, guessed)),
		...(kept && { kept }),
		targets: chosenTargets,
		...(lost.length > 0 && { unmapped: lost }),
	};
}

/** What becomes of rows of a kind, as far as it depends on the kind. */
const rulesFor = ({ kind, withoutCompany, duplicates }: ImportSettings, targets: Target[]) =>
	({
		withoutCompany:
			withoutCompany === 'named' ? withoutCompany : kind === 'contacts' || namesPeople(targets) ? 'person' : 'refuse',
		duplicates: {
			...duplicates,
			name: kind === 'deals' ? 'skip' : duplicates.name === 'skip' ? 'fill' : duplicates.name,
		},
	}) as const;
