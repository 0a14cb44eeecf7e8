import type { Repeat } from '@/domain/repeats/repeat';
import { sayRepeat } from '@/domain/repeats/repeat-words';
import { type DateSettings, formatDate, formatMoment, isDay } from '@/lib/dates/dates';
import { dateStyleOf } from '@/lib/dates/dates-style';
import { writeTime } from '@/lib/dates/dates-time';
import { formatMoney } from '@/lib/money/money';
import { countedList } from '@/lib/text/counted';
import { readableAddress } from '@/lib/text/domain-names';
import { type DiffPiece, diffOf } from './history-diff';
import {
	type ChangedRow,
	type Count,
	type HistoryEntry,
	maxShownLength,
	type Names,
	nameKey,
	outsideLabel,
} from './history-entry';
import { type ColumnReading, columnOf, nounOf, placeOf, pointNames } from './history-labels';
import { ownValue } from './own-values';

// A change in words: "Stage: Proposal → Negotiation". Written on the server.

/**
 * A label, a custom one or ours, and its values from old to new, of long texts the words that came and went. A label without values
 * is complete.
 */
export type ChangeLine = { label: string; values: string[]; pieces?: DiffPiece[]; isOwn?: true };

/** What happened to one record. */
export type RecordLines = { entity: string; id: string; name: string; exists: boolean; lines: ChangeLine[] };

/** The word for an empty field. */
const nothing = 'nothing';

/** The title of a set: its label, or that it was undone or redone. */
export function titleOf({ label, undos }: Pick<HistoryEntry, 'label' | 'undos'>): string {
	if (undos === 0) return label;
	return `${undos % 2 === 1 ? 'Undid' : 'Redid'}: ${label}`;
}

/** Whether the change was made in MiniCRM; an undo always was. */
export function isByUser({ label, undos }: Pick<HistoryEntry, 'label' | 'undos'>): boolean {
	return undos > 0 || label !== outsideLabel;
}

type WordingContext = { names: Names; settings: DateSettings; undos: number };

/** The changes of each record among some rows. Tags and contact points are listed with their record. */
export function recordLines(rows: ChangedRow[], context: WordingContext): RecordLines[] {
	const records = new Map<string, RecordLines>();
	for (const row of rows) {
		const entity = row.point?.of ?? row.entity.replace(/_(tag|person|option)$/, '');
		const key = nameKey(entity, row.recordId);
		const named = context.names[key];
		const name = named?.name ?? row.name ?? '';
		const record = records.get(key) ?? { entity, id: row.recordId, name, exists: named?.exists ?? false, lines: [] };
		record.lines.push(...changeLines(row, context));
		records.set(key, record);
	}
	return [...records.values()];
}

/** What happened to a row, a line per field in the order of its form. */
export function changeLines(row: ChangedRow, context: WordingContext): ChangeLine[] {
	const { names, settings, undos } = context;
	const { entity, op, tagId, personId, point, fields, currencies } = row;
	if (point) return pointLines(op, point, fields);
	if (tagId) {
		const name = names[nameKey('tag', tagId)]?.name ?? nothing;
		return [{ label: op === 'deleted' ? 'Tag removed' : 'Tag added', values: [name] }];
	}
	if (personId) {
		const name = names[nameKey('contact', personId)]?.name ?? nothing;
		if (op !== 'changed') return [{ label: op === 'deleted' ? 'Contact removed' : 'Contact added', values: [name] }];
		const lines = changeLines({ ...row, personId: null }, context);
		return lines.map(({ label, values }) => ({ label: `${label} of ${name}`, values, isOwn: true }));
	}
	if (op !== 'changed' && entity === 'field_option')
		return [{ label: op === 'deleted' ? 'Option removed' : 'Option added', values: [row.name ?? nothing] }];
	if (op !== 'changed') return [{ label: madeOrGone(op, undos), values: [] }];
	const changed = new Set(fields.map(([column]) => column));
	const placed = fields
		// the stage includes the closing, and the value includes its currency
		.filter(([column]) => !(column === 'closed_at' && changed.has('stage')))
		.filter(([column]) => !(entity === 'deal' && column === 'currency' && changed.has('value')))
		.map(([column, own, old, now, part]) => {
			const values = [old, now];
			const pieces = part && diffOf(part);
			const words = pieces ? { pieces } : {};
			if (own !== null)
				return { place: Number.POSITIVE_INFINITY, line: { ...ownField(own, values, context), ...words } };
			const { label, place, reading, empty } = columnOf(entity, column);
			const read = (value: string | null, index: number) =>
				value === null ? empty : shown(value, reading, { names, settings, currency: currencies[index] ?? null });
			// if only the stored form of an address changed, both would read the same, so the stored forms are shown
			const [before, after] = values.map(read);
			const texts =
				before === after && reading === 'address' ? values.map((value) => value ?? empty) : values.map(read);
			return { place, line: { label, values: texts, ...words } };
		});
	return placed.toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)).map(({ line }) => line);
}

/** What happened to an email, phone or link beside the main one. */
function pointLines(op: ChangedRow['op'], point: NonNullable<ChangedRow['point']>, fields: ChangedRow['fields']) {
	const kind = pointNames[point.kind];
	const read = (value: string | null) => (value === null ? nothing : cut(readableAddress(value)));
	const whole = point.label ? `${read(point.value)} (${point.label})` : read(point.value);
	if (op !== 'changed') return [{ label: `${kind} ${op === 'created' ? 'added' : 'removed'}`, values: [whole] }];
	const changed = new Map(fields.map(([column, , before, after]) => [column, [read(before), read(after)]]));
	const [value, label] = [changed.get('value'), changed.get('label')];
	if (!value && !label) return [{ label: `${kind} moved`, values: [whole] }];
	return [
		...(value ? [{ label: kind, values: value }] : []),
		...(label ? [{ label: `Label of ${read(point.value)}`, values: label }] : []),
	];
}

function madeOrGone(op: ChangedRow['op'], undos: number): string {
	if (op === 'deleted') return 'Deleted';
	return undos > 0 ? 'Restored' : 'Created';
}

function ownField(key: string, values: (string | null)[], context: WordingContext): ChangeLine {
	const { name = key, type } = context.names[nameKey('field', key)] ?? {};
	// a field without a value came or went
	if (values.every((value) => !value)) return { label: 'Field without a value', values: [name] };
	return {
		label: name,
		isOwn: true,
		values: values.map((value) => cut(value ? ownValue(value, type, context) : nothing)),
	};
}

function shown(
	value: string,
	reading: ColumnReading,
	{ names, settings, currency }: { names: Names; settings: DateSettings; currency: string | null },
): string {
	if (typeof reading === 'object') {
		if ('names' in reading) return Object.hasOwn(reading.names, value) ? (reading.names[value] ?? value) : value;
		return names[nameKey(reading.record, value)]?.name ?? 'a record that is not known';
	}
	switch (reading) {
		case 'day':
			return isDay(value) ? formatDate(value, settings) : value;
		case 'moment':
			return Number.isNaN(Date.parse(value)) ? value : formatMoment(new Date(value), settings);
		case 'time':
			return writeTime(value.slice(0, 5), dateStyleOf(settings.locale));
		case 'repeats':
			return readRepeat(value, settings.locale);
		case 'money':
			return currency ? formatMoney(value, { locale: settings.locale, currency }) : value;
		case 'percent':
			return `${value} %`;
		case 'yesOrNo':
			return value === 'true' ? 'yes' : 'no';
		case 'address':
			return cut(readableAddress(value));
		default:
			return cut(value);
	}
}

function readRepeat(value: string, locale: string): string {
	// the database has no rule in it that is not of this form, unless somebody wrote one past the app
	try {
		return sayRepeat(JSON.parse(value) as Repeat, dateStyleOf(locale));
	} catch {
		return cut(value);
	}
}

function cut(text: string): string {
	const characters = [...text];
	return characters.length > maxShownLength ? `${characters.slice(0, maxShownLength).join('').trimEnd()}…` : text;
}

/** The number of records that a set changed, such as "1 company, 4 contacts and 3 deals deleted; 2 contacts tagged". */
export function summaryOf(counts: Count[], undos: number): string {
	const kinds = counts
		.map((each) => ({ ...each, isMark: each.entity.endsWith('_tag'), kind: each.entity.replace(/_tag$/, '') }))
		.toSorted((a, b) => placeOf(a.kind) - placeOf(b.kind));
	const phrase = (op: Count['op'], how: string, marks: boolean) => {
		const some = kinds.filter((each) => each.op === op && each.isMark === marks);
		const records = countedList(some.map(({ kind, count }) => [count, ...nounOf(kind)]));
		return records && `${records} ${how}`;
	};
	return [
		phrase('created', undos > 0 ? 'restored' : 'created', false),
		phrase('changed', 'changed', false),
		phrase('deleted', 'deleted', false),
		phrase('created', 'tagged', true),
		phrase('deleted', 'untagged', true),
	]
		.filter(Boolean)
		.join('; ');
}
