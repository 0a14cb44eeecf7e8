import type { ImportReport } from '../import-outcome';
import type { ImportSettings } from '../import-settings';
import { ForeignStages } from './deal-stages';
import type { Target } from './import-fields';
import type { ImportedField, ImportedFields } from './imported-fields';
import { labelOf, type ReadRow } from './row-fields';

/** What the report says of a file beside the number of its rows. */
export type Seen = Pick<ImportReport, 'stages' | 'aside' | 'leftOut' | 'filled' | 'rounded' | 'closedAhead'>;

/** Gathers, row by row, what the user should know of a file: stages of other names, values that do not fit, and columns left out. */
export class FileFindings {
	readonly #stages: ForeignStages;
	readonly #targets: ImportSettings['targets'];
	/** How many cells of columns that are left out hold something. */
	readonly #left: number[] = [];
	/** The fields that columns go to, by their names, and how many rows have a value of each. */
	readonly #fields = new Map<string, { columns: number[]; rows: number }>();
	readonly #aside = new Map<string, number>();
	readonly #rounded: number[] = [];
	#closedAhead = 0;

	constructor(settings: ImportSettings, custom: ImportedFields) {
		this.#stages = new ForeignStages(settings);
		this.#targets = settings.targets;
		for (const [column, target] of settings.targets.entries()) {
			const name = target && fieldOf(target, settings, custom.byColumn[column]);
			if (!name) continue;
			const field = this.#fields.get(name) ?? { columns: [], rows: 0 };
			field.columns.push(column);
			this.#fields.set(name, field);
		}
	}

	add(cells: string[]): void {
		this.#stages.add(cells);
		for (const [column, target] of this.#targets.entries()) {
			const cell = (cells[column] ?? '').trim();
			if (!target && cell !== '') this.#left[column] = (this.#left[column] ?? 0) + 1;
			if (isOfDigits(target) && isRounded(cell)) this.#rounded[column] = (this.#rounded[column] ?? 0) + 1;
		}
		for (const field of this.#fields.values())
			if (field.columns.some((column) => (cells[column] ?? '').trim() !== '')) field.rows++;
	}

	note(read: ReadRow): void {
		const closedAt = read.ok && read.row.data.closedAt;
		if (typeof closedAt === 'string' && Date.parse(closedAt) > Date.now()) this.#closedAhead++;
		for (const field of read.ok ? read.aside : []) this.#aside.set(field, (this.#aside.get(field) ?? 0) + 1);
	}

	report(header: string[]): Seen {
		const stages = [...this.#stages.found.values()];
		const named = (counts: number[]) =>
			counts.flatMap((count, column) =>
				count > 0 ? [[header[column] || `Column ${column + 1}`, count] as const] : [],
			);
		const [leftOut, rounded] = [named(this.#left), named(this.#rounded)];
		const filled = [...this.#fields].map(([name, { rows }]) => [name, rows] as const);
		return {
			filled: Object.fromEntries(filled),
			...(stages.length > 0 && { stages }),
			...(this.#aside.size > 0 && { aside: Object.fromEntries(this.#aside) }),
			...(leftOut.length > 0 && { leftOut: Object.fromEntries(leftOut) }),
			...(rounded.length > 0 && { rounded: Object.fromEntries(rounded) }),
			...(this.#closedAhead > 0 && { closedAhead: this.#closedAhead }),
		};
	}
}

/** Whether a column holds numbers of which each digit counts: phones, and codes in text fields. */
const isOfDigits = (target: Target) =>
	target !== null &&
	('field' in target
		? ['phone', 'contactPhone'].includes(target.field)
		: 'create' in target && target.create.type === 'text');

/** Whether a spreadsheet has written a long number as 8.49E+10, whose last digits are gone. */
const isRounded = (cell: string) => cell.length <= 24 && /^\d(?:[.,]\d+)?E\+\d{1,2}$/i.test(cell);

const fieldOf = (target: NonNullable<Target>, { kind }: ImportSettings, imported: ImportedField | undefined) =>
	'field' in target ? labelOf(target.field, kind) : imported?.field.name;

/** Whether a row has the names of the columns once more, as where files were put together. */
export function isHeaderAgain(cells: string[], header: string[]): boolean {
	const bare = (text: string) => text.replace(/\s+/gu, ' ').trim().toLowerCase();
	const [first = ''] = header;
	if (bare(first.slice(0, 200)) !== bare((cells[0] ?? '').slice(0, 200))) return false;
	return (
		header.length > 1 && header.every((name, column) => bare(name) === bare((cells[column] ?? '').slice(0, 1_000)))
	);
}
