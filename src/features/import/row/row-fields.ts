import type { z } from 'zod';
import { type MainColumns, type Point, pointKinds, pointsOfKind } from '@/domain/contact-points/contact-point';
import { metadataLimits } from '@/domain/metadata';
import { maxTags } from '@/features/tags/schema';
import { parseInput } from '@/lib/request/validation';
import { cutText, requiredLine } from '@/lib/text/text';
import { normalizedHeader } from '../file/column-headers';
import type { ImportSettings } from '../import-settings';
import { importFields } from './import-fields';
import { nextRowId } from './row-ids';

/** A row as it is stored while an import is being worked on; `data` has the table's columns. */
export type StagedRow = {
	line: number;
	id: string;
	/** For the company and the person that have to be made for it. */
	companyId: string;
	contactId: string;
	name: string;
	email: string | null;
	domain: string | null;
	company: string | null;
	contact: string | null;
	data: Record<string, unknown>;
	points: StagedPoint[];
	tags: string[];
	metadata: Record<string, string>;
};

/** A contact point of a row; a main one is a column of its record. */
export type StagedPoint = Point & { id: string; isMain: boolean };

/** All points of a record as rows are staged with them. */
export function stagedPoints(record: MainColumns & { points: Point[] }): StagedPoint[] {
	return pointKinds.flatMap((kind) =>
		pointsOfKind(record, kind).map((point) => ({ ...point, id: nextRowId(), isMain: !record.points.includes(point) })),
	);
}

export type RowRefusal = { line: number; field: string; reason: string; cells: string[] };
export type ReadRow = { ok: true; row: StagedRow } | { ok: false; refusal: RowRefusal };

export type RowContext = {
	header: string[];
	settings: ImportSettings;
	/** The account's own currency and time zone, for deals that say neither, and the language of its numbers. */
	currency: string;
	locale: string;
	timeZone: string;
};

export type Cells = Record<string, string>;

export type CellResult =
	| { ok: true; id: string; row: Omit<StagedRow, 'line' | 'id' | 'companyId' | 'contactId' | 'metadata'> }
	| { ok: false; field: string; reason: string };

/** The name of a field. */
export const labelOf = (field: string, kind: ImportSettings['kind']) =>
	importFields[kind].find(({ id }) => id === field)?.label ?? field;

/** A row's custom fields while they are collected: texts by name. */
export class CustomFields {
	readonly #texts = new Map<string, string>();
	/** The first text that no field can hold: such a row is rejected, as nothing is cut off without a word. */
	problem: { field: string; reason: string } | null = null;

	/** Adds a text under a name that is free. With one field too many it stops: such a row is rejected as it is. */
	keep(name: string, value: string): void {
		if (this.#texts.size > metadataLimits.entries) return;
		const base = cutText(name, 60);
		const text = value.replace(/\r\n?/g, '\n').normalize('NFC');
		if (text.length > metadataLimits.value) {
			const [length, limit] = [text.length, metadataLimits.value].map((each) => each.toLocaleString('en'));
			const reason = `This text has ${length} characters. Use at most ${limit} in a custom field, or import the column as notes.`;
			this.problem ??= { field: base, reason };
			return;
		}
		let key = base;
		for (let n = 2; (this.#texts.get(key) ?? text) !== text; n++) key = `${base} ${n}`;
		this.#texts.set(key, text);
	}

	/** The fields as a form sends them. */
	asForm(): string {
		return JSON.stringify([...this.#texts]);
	}
}

type FormFields = Record<string, unknown>;

/**
 * Parses by an entity's own schema. What it cannot read goes to the own fields where that is wanted and the field can do
 * without.
 */
export function parseKeeping<Schema extends z.ZodType>(
	schema: Schema,
	fields: FormFields,
	metadata: CustomFields,
	{ settings }: RowContext,
): { ok: true; data: z.output<Schema> } | { ok: false; field: string; reason: string } {
	const first = parseInput(schema, fields);
	if (first.ok) return first;
	const [[field, reason] = ['', first.message]] = Object.entries(first.fieldErrors);
	const unreadable = Object.keys(first.fieldErrors);
	const kept = unreadable.filter((each) => optional.has(each) && typeof fields[each] === 'string');
	if (!settings.keepsUnreadable || kept.length < unreadable.length) return { ok: false, field, reason };
	for (const each of kept) metadata.keep(labelOf(each, settings.kind), String(fields[each]));
	const second = parseInput(schema, { ...fields, ...Object.fromEntries(kept.map((each) => [each, null])) });
	return second.ok ? second : { ok: false, field, reason };
}

const optional = new Set([
	'industry',
	'size',
	'website',
	'phone',
	'email',
	'link',
	'jobTitle',
	'authorityLevel',
	'rhythm',
	'leftOn',
	'ownProbability',
	'expectedCloseOn',
	'lostReason',
]);

/** The tags of a cell, as a form sends them. Our own export parts them by commas alone, which no tag has. */
export function tagsOf(text: string | undefined, { settings }: RowContext): string {
	const isOurs = settings.source === 'MiniCRM';
	const names = (text ?? '').split(isOurs ? ',' : /[,;]| ::: /);
	const tags = names.flatMap((each) => {
		const name = each.trim();
		// Google Contacts marks its own groups with a star
		return (!isOurs && name.startsWith('*') ? name.slice(1).trim() : name) || [];
	});
	// one more than a record may have says as much as all of them
	return JSON.stringify(tags.slice(0, maxTags + 1));
}

const lines = { company: requiredLine('Company name'), contact: requiredLine('Contact name') };

type NameResult = { ok: true; name: string | null } | { ok: false; field: string; reason: string };

/** The name of the company or contact that a row belongs to, as their forms accept it; null for an empty cell. */
export function nameFor(field: keyof typeof lines, cell: string | undefined): NameResult {
	if (!cell) return { ok: true, name: null };
	const parsed = lines[field].safeParse(cell);
	return parsed.success
		? { ok: true, name: parsed.data }
		: { ok: false, field, reason: parsed.error.issues[0]?.message ?? 'This is no name.' };
}

type Named = { ok: true; named: Record<string, string | null> } | { ok: false; field: string; reason: string };

/** The names of contacts and their companies in a row, by their fields. */
export function namesIn(values: Cells, fields: Record<string, keyof typeof lines>): Named {
	const named: Record<string, string | null> = {};
	for (const [field, line] of Object.entries(fields)) {
		const found = nameFor(line, values[field]);
		if (!found.ok) return { ...found, field };
		named[field] = found.name;
	}
	return { ok: true, named };
}

/** The company in a row, or the one that follows from the settings; '' for the company with the same domain. */
export function companyFor(cell: string | undefined, domain: string | null, { settings }: RowContext): NameResult {
	const { withoutCompany, companyName } = settings;
	const said = nameFor('company', cell || (withoutCompany === 'named' ? companyName.trim() : ''));
	if (!said.ok || said.name !== null) return said;
	if (withoutCompany === 'domain' && domain) return { ok: true, name: '' };
	return { ok: false, field: 'company', reason: 'There is no company in this row, and none follows from it.' };
}

/** Whether a cell is one of some names, however it is written. */
export const isAnyOf = (text: string | undefined, ...names: string[]) =>
	text !== undefined && names.some((name) => normalizedHeader(name) === normalizedHeader(text));
