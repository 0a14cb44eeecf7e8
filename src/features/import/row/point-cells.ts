import { maxPoints, type Point, type PointKind, withoutRepeats } from '@/domain/contact-points/contact-point';
import { pointLabel, pointValues } from '@/domain/contact-points/contact-point-schema';
import { normalizedHeader } from '../file/column-headers';
import type { ImportSettings } from '../import-settings';
import { importFields } from './import-fields';
import type { CustomFields } from './row-fields';

/** A value in a cell, and what says what it is: words beside it, a label in another column, or the name of its own. */
export type PointCell = { kind: PointKind; column: number; header: string; value: string; said?: string };

type PointColumn = { labelColumn: number | undefined; named: string | null };

/** What the name of a column says of its values; the first that fits. */
const namedLabels: [label: string, names: RegExp][] = [
	['Zalo', /zalo/],
	['WhatsApp', /whatsapp/],
	['LinkedIn', /linkedin/],
	['Mobile', /mobile|cell|didong/],
	['Switchboard', /switchboard|mainphone|tongdai/],
	['Accounts', /accounts(email|phone|payable)|ketoan/],
	['Home', /home(?!page)|nharieng/],
	['Work', /work|business|coquan/],
	['Other', /other/],
];

/** Where the label of each column with points is, worked out once for a file. */
const known = new WeakMap<ImportSettings['targets'], Map<number, PointColumn>>();

function columnsWithPoints(header: string[], { kind, targets }: ImportSettings): Map<number, PointColumn> {
	const found = known.get(targets);
	if (found) return found;
	const fields = new Map(importFields[kind].map((field) => [field.id, field]));
	const of = (column: number) => {
		const target = targets[column];
		return target && 'field' in target ? fields.get(target.field) : undefined;
	};
	const names = header.map(normalizedHeader);
	const columns = [...targets.keys()];
	const labelColumns = columns.filter((column) => of(column)?.labels);
	const values = columns.flatMap((column): [number, PointColumn][] => {
		const points = of(column)?.points;
		if (!points) return [];
		const name = names[column] ?? '';
		const mine = labelColumns.filter((each) => of(each)?.labels === points);
		const base = name.replace(/value$/, '');
		const labelColumn =
			mine.find((each) => names[each]?.replace(/(label|type)$/, '') === base) ??
			// one that is called otherwise stands right behind its value
			mine.find((each) => each === column + 1 && !columns.some((other) => isBaseOf(names, each, other, column)));
		return [[column, { labelColumn, named: namedLabels.find(([, known]) => known.test(name))?.[0] ?? null }]];
	});
	const map = new Map(values);
	known.set(targets, map);
	return map;
}

const isBaseOf = (names: string[], label: number, other: number, value: number) =>
	other !== value &&
	other !== label &&
	names[label]?.replace(/(label|type)$/, '') === names[other]?.replace(/value$/, '');

/** The points of a row as a form sends them, and what was said of each. */
export type RowPoints = Record<PointKind, { values: string | string[] | undefined; labels: (string | null)[] }>;

/**
 * The points that the cells of a row hold, in the order of the file, each with its label. What is no such value goes to the custom
 * fields, and so does what is more than a record can have; but a first value that cannot be read is left to whoever reads the row.
 */
export function readPointCells(
	found: PointCell[],
	cells: string[],
	metadata: CustomFields,
	{ header, settings }: { header: string[]; settings: ImportSettings },
): RowPoints {
	const columns = columnsWithPoints(header, settings);
	const used = new Set<number>();
	const labelOf = ({ column, header: name, said: words }: PointCell): string | null => {
		if (words && pointLabel.safeParse(words).success) return words;
		const { labelColumn, named } = columns.get(column) ?? {};
		const cell = labelColumn === undefined ? '' : (cells[labelColumn] ?? '').trim();
		// Google Contacts marks the label of the first value with a star
		const said = settings.source === 'MiniCRM' ? cell : cell.replace(/^\* /, '');
		const label = pointLabel.safeParse(said);
		if (labelColumn !== undefined && !used.has(labelColumn)) {
			used.add(labelColumn);
			if (!label.success) metadata.keep(header[labelColumn] || `${name} label`, cell);
		}
		return (label.success && label.data) || (named ?? null);
	};
	const empty = { values: undefined, labels: [] };
	const points: RowPoints = { email: empty, phone: empty, link: empty };
	let left = maxPoints;
	for (const kind of ['email', 'phone', 'link'] as const) {
		const cellsOfKind = found.filter((cell) => cell.kind === kind);
		const [first] = cellsOfKind;
		const readable: (Point & { cell: PointCell })[] = [];
		const unreadable: PointCell[] = [];
		for (const cell of cellsOfKind) {
			if (pointValues[kind].safeParse(cell.value).success)
				readable.push({ kind, label: labelOf(cell), value: cell.value, cell });
			else unreadable.push(cell);
		}
		const refused =
			first && unreadable[0] === first && (!settings.keepsUnreadable || readable.length === 0) ? first : null;
		for (const cell of unreadable) if (cell !== refused) metadata.setAside(cell.header, cell.value);
		if (refused) {
			points[kind] = { values: refused.value, labels: [] };
			for (const { cell } of readable) metadata.keep(cell.header, cell.value);
			continue;
		}
		const each = withoutRepeats(readable) as typeof readable;
		const kept = each.slice(0, left);
		left -= kept.length;
		for (const { cell } of each.slice(kept.length)) metadata.keep(cell.header, cell.value);
		points[kind] = { values: kept.map(({ value }) => value), labels: kept.map(({ label }) => label) };
	}
	return points;
}
