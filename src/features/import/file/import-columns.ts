import type { PointKind } from '@/domain/contact-points/contact-point';
import type { ImportKind } from '../row/import-fields';

/** A column of a table that an import writes, and the SQL that reads it from a row `r` of the stage. */
export type ImportColumn = {
	column: string;
	value: string;
	/** How it is read where a record is changed and not made, when otherwise. */
	merged?: string;
	/** What counts as empty beside NULL. */
	empty?: string;
	/** Whether it is filled in where a record has nothing there. */
	filled?: false;
	/** Written with a new record only. */
	made?: true;
	/** The column that it is the label of: it goes where that one goes. */
	labels?: string;
};

const text = (column: string, key = column): ImportColumn => ({ column, value: `(r.data ->> '${key}')` });
const cast = (column: string, type: string, key = column): ImportColumn => ({
	column,
	value: `(r.data ->> '${key}')::${type}`,
});

/** A main contact point and its label. */
const point = (column: 'email' | 'phone' | 'website'): ImportColumn[] => [
	text(column),
	{ ...text(`${column}_label`, `${column}Label`), labels: column },
];

const name: ImportColumn = { ...text('name'), filled: false };
// where a row fills in, what it adds to the notes is worked out before
const notes: ImportColumn = {
	...text('notes'),
	merged: `CASE r.how WHEN 'fill' THEN r.notes ELSE (r.data ->> 'notes') END`,
	empty: 't.notes',
};
const company: ImportColumn = { column: 'company_id', value: 'r.company_id', filled: false };

/** Whether a value is in the row itself. A value that only follows from the settings overwrites nothing. */
const said = (key: 'saysCompany' | 'saysValue', value: string) =>
	`CASE WHEN (r.data ->> '${key}')::boolean THEN ${value} END`;

/** Whether a `row` on the stage moves its record to the company of the row. */
export const movesCompany = (row: string) => `${row}.how = 'overwrite' AND (${row}.data ->> 'saysCompany')::boolean`;

/** Where the tags of a kind of records stand; deals have none. */
export const markColumns: Record<ImportKind, { table: string; of: string } | null> = {
	companies: { table: 'company_tag', of: 'company_id' },
	contacts: { table: 'contact_tag', of: 'contact_id' },
	deals: null,
};

/** The column of a contact point's owner, and the columns of its main points by their kinds; deals have none. */
export const pointColumns: Record<ImportKind, { of: string; mains: [kind: PointKind, column: string][] } | null> = {
	companies: {
		of: 'company_id',
		mains: [
			['link', 'website'],
			['email', 'email'],
			['phone', 'phone'],
		],
	},
	contacts: {
		of: 'contact_id',
		mains: [
			['email', 'email'],
			['phone', 'phone'],
		],
	},
	deals: null,
};

export const kindColumns: Record<ImportKind, { table: string; columns: ImportColumn[] }> = {
	companies: {
		table: 'company',
		columns: [
			name,
			text('industry'),
			cast('size', 'company_size'),
			...point('website'),
			...point('phone'),
			...point('email'),
			text('address'),
			notes,
		],
	},
	contacts: {
		table: 'contact',
		columns: [
			name,
			{ ...company, merged: said('saysCompany', 'r.company_id') },
			text('job_title', 'jobTitle'),
			...point('email'),
			...point('phone'),
			{
				column: 'is_decision_maker',
				value: `(r.data ->> 'isDecisionMaker')::boolean`,
				// no mark takes no mark away
				merged: `nullif((r.data ->> 'isDecisionMaker')::boolean, false)`,
				empty: 'false',
			},
			cast('authority_level', 'authority_level', 'authorityLevel'),
			cast('rhythm', 'contact_rhythm'),
			cast('left_on', 'date', 'leftOn'),
			text('left_to', 'leftTo'),
			notes,
		],
	},
	deals: {
		table: 'deal',
		columns: [
			name,
			{ ...company, made: true },
			{ column: 'contact_id', value: 'r.contact_id', made: true },
			{ ...cast('value', 'numeric'), merged: said('saysValue', `(r.data ->> 'value')::numeric`), filled: false },
			{ ...text('currency'), merged: said('saysValue', `r.data ->> 'currency'`), filled: false },
			// a deal that is there keeps its place on the board
			{ ...cast('stage', 'deal_stage'), made: true },
			{ column: 'position', value: 'r.position', made: true },
			{ ...cast('closed_at', 'timestamptz', 'closedAt'), made: true },
			{ column: 'created_at', value: `coalesce((r.data ->> 'createdAt')::timestamptz, now())`, made: true },
			{ ...text('lost_reason', 'lostReason'), made: true },
			cast('own_probability', 'smallint', 'ownProbability'),
			cast('expected_close_on', 'date', 'expectedCloseOn'),
			notes,
		],
	},
};
