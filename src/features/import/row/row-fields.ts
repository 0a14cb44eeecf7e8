import type { z } from 'zod';
import { type MainColumns, type Point, pointKinds, pointsOfKind } from '@/domain/contact-points/contact-point';
import { type Metadata, type MetadataValue, metadataLimits } from '@/domain/custom-fields/metadata';
import { maxTags } from '@/features/tags/schema';
import { parseInput } from '@/lib/request/validation';
import { cutText, requiredLine } from '@/lib/text/text';
import { normalizedHeader } from '../file/column-headers';
import type { ImportSettings } from '../import-settings';
import { trimmedOf } from './cell-values';
import { importFields } from './import-fields';
import type { ImportedFields } from './imported-fields';
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
	/** What has no field yet: texts by name. */
	metadata: Record<string, string>;
	/** The values of custom fields, by the ids of these. */
	custom: Metadata;
	/** The contacts and companies in custom fields, by name. */
	named: Record<string, string>;
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
/** A row that can be read; `aside` are the fields whose values did not fit. */
export type ReadRow = { ok: true; row: StagedRow; aside: string[] } | { ok: false; refusal: RowRefusal };

export type RowContext = {
	header: string[];
	settings: ImportSettings;
	custom: ImportedFields;
	/** The account's own currency and time zone, for deals that say neither, and the language of its numbers. */
	currency: string;
	locale: string;
	timeZone: string;
};

export type Cells = Record<string, string>;

export type CellResult =
	| {
			ok: true;
			id: string;
			row: Omit<StagedRow, 'line' | 'id' | 'companyId' | 'contactId' | 'metadata' | 'custom' | 'named'>;
	  }
	| { ok: false; field: string; reason: string };

/** The name of a field. */
export const labelOf = (field: string, kind: ImportSettings['kind']) =>
	importFields[kind].find(({ id }) => id === field)?.label ?? field;

/** A row's custom fields while they are collected: texts by name. */
export class CustomFields {
	readonly #texts = new Map<string, string>();
	/** In small letters, as names that differ in these only are one field. */
	readonly #names = new Map<string, string>();
	/** The first text that no field can hold: such a row is rejected, as nothing is cut off without a word. */
	problem: { field: string; reason: string } | null = null;
	/** The values of columns that go to custom fields, by the ids of these, and the contacts and companies that they name. */
	readonly values = new Map<string, MetadataValue>();
	readonly named = new Map<string, string>();
	readonly #taken: ReadonlySet<string>;

	/** `taken` are the names of the fields that columns go to, in small letters. */
	constructor(taken: ReadonlySet<string> = new Set()) {
		this.#taken = taken;
	}

	/** The names of fields whose values did not fit and are kept as texts. */
	readonly aside: string[] = [];

	/** Keeps what does not fit its field, and notes that it was so. */
	setAside(name: string, value: string): void {
		this.aside.push(cutText(name, 60));
		this.keep(name, value);
	}

	/** Adds a text under a name that is free. With one field too many it stops: such a row is rejected as it is. */
	keep(name: string, value: string): void {
		if (this.#texts.size > metadataLimits.entries) return;
		const short = cutText(name, 60);
		const base = this.#taken.has(name.toLowerCase()) ? asImported(name) : short;
		const text = value.replace(/\r\n?/g, '\n').normalize('NFC');
		if (text.length > metadataLimits.value) {
			const [length, limit] = [text.length, metadataLimits.value].map((each) => each.toLocaleString('en'));
			const reason = `This text has ${length} characters. Use at most ${limit} in a custom field, or import the column as notes.`;
			this.problem ??= { field: short, reason };
			return;
		}
		let key = base;
		for (let n = 2; (this.#textOf(key) ?? text) !== text; n++) key = `${base} ${n}`;
		const known = this.#names.get(key.toLowerCase()) ?? key;
		this.#names.set(key.toLowerCase(), known);
		this.#texts.set(known, text);
	}

	#textOf(name: string): string | undefined {
		return this.#texts.get(this.#names.get(name.toLowerCase()) ?? name);
	}

	/** The texts as a form sends them. */
	asForm(): string {
		return JSON.stringify([...this.#texts]);
	}

	/** Why a record can't hold all of them, or null. */
	tooMuch(): string | null {
		const all = [...this.#texts, ...this.values, ...this.named];
		if (all.length > metadataLimits.entries) return `At most ${metadataLimits.entries} fields.`;
		const isLong = Buffer.byteLength(JSON.stringify(all)) > metadataLimits.bytes;
		return isLong ? 'This is too much; keep long text in the notes.' : null;
	}
}

/** What the field is called that keeps what did not fit one of this name. */
export const asImported = (name: string) => `${cutText(name, 45)} (as imported)`;

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
	for (const each of kept) metadata.setAside(labelOf(each, settings.kind), String(fields[each]));
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
	const names = (text ?? '').split(isOurs ? ',' : /[,;|\n]| ::: /);
	const tags = names.flatMap((each) => {
		// others write them as a list of quoted texts
		const name = isOurs ? each.trim() : trimmedOf(each, '[]"“”');
		// Google Contacts marks its own groups with a star
		return (!isOurs && name.startsWith('*') ? name.slice(1).trim() : name) || [];
	});
	// one more than a record may have says as much as all of them
	return JSON.stringify(tags.slice(0, maxTags + 1));
}

/** The address of a row: a whole one, or its parts; null for none. */
export function addressIn(values: Cells): string | null {
	const parts = ['street', 'city', 'state', 'postalCode', 'country'].flatMap((part) => values[part] ?? []);
	return values.address ?? (parts.length > 0 ? parts.join(', ') : null);
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

/** The company in a row, or the one that follows from the settings and its person; '' for the company with the same domain. */
export function companyFor(
	cell: string | undefined,
	{ domain, person }: { domain: string | null; person: string | null },
	{ settings }: RowContext,
): NameResult {
	const { withoutCompany, companyName } = settings;
	const said = nameFor('company', cell || (withoutCompany === 'named' ? companyName.trim() : ''));
	if (!said.ok || said.name !== null) return said;
	if ((withoutCompany === 'domain' || withoutCompany === 'person') && domain) return { ok: true, name: '' };
	if (withoutCompany === 'person' && person) return { ok: true, name: person };
	return {
		ok: false,
		field: 'company',
		reason: 'No company in this row. Add one, or select how to handle rows without a company.',
	};
}

/** Whether a cell is one of some names, however it is written. */
export const isAnyOf = (text: string | undefined, ...names: string[]) =>
	text !== undefined && names.some((name) => normalizedHeader(name) === normalizedHeader(text));
