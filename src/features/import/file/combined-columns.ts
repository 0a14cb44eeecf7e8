import { authorityLabels, rhythmLabels } from '@/features/contacts/schema';
import { stageNames } from '@/features/deals/schema';
import type { ImportKind } from '../row/import-fields';

/** A value of which a record has one: in SQL, in words, as a row `r` says it and as a record `t` has it. */
export type CombinedColumn = {
	label: string;
	row: string;
	record: string;
	/** How the notes say it, where that is more than what is compared. */
	noted?: string;
	/** Whether a row fills it in where the record has none. */
	filled: boolean;
};

const inWords = (names: Record<string, string>, value: string) =>
	`CASE ${value} ${Object.entries(names)
		.map(([key, name]) => `WHEN '${key}' THEN '${name}'`)
		.join(' ')} ELSE ${value} END`;

const text = (label: string, column: string, key = column): CombinedColumn => ({
	...{ label, row: `r.data ->> '${key}'`, record: `t.${column}::text`, filled: true },
});
const named = (label: string, column: string, key: string): CombinedColumn => ({
	...{ label, row: `r.data ->> '${key}'`, filled: true },
	record: `(SELECT o.name FROM contact o WHERE o.user_id = t.user_id AND o.id = t.${column})`,
});
const introducer: CombinedColumn = {
	...named('Introduced by', 'introduced_by_id', 'introducedBy'),
	noted: `(r.data ->> 'introducedBy') || coalesce(' (' || (r.data ->> 'introducedByCompany') || ')', '')`,
};
const listed = (label: string, column: string, key: string, names: Record<string, string>): CombinedColumn => ({
	...{ label, filled: true },
	row: inWords(names, `r.data ->> '${key}'`),
	record: inWords(names, `t.${column}::text`),
});
/** The people of a new deal are those of all its rows. */
const ofPresent = (people: string) =>
	`CASE WHEN r.how = 'fill' AND NOT EXISTS (SELECT FROM import_row f WHERE f.id = r.target) THEN ${people} END`;
const company = `(SELECT c.name FROM company c WHERE c.user_id = t.user_id AND c.id = t.company_id)`;
const worth = (amount: string, currency: string) => `trim_scale(${amount}) || ' ' || ${currency}`;

/** What is kept in the notes where the rows of one record say different values; what a record can have several of is kept beside each other. */
export const combinedColumns: Record<ImportKind, CombinedColumn[]> = {
	companies: [
		{ ...text('Company name', 'name'), filled: false },
		text('Industry', 'industry'),
		text('Size', 'size'),
		text('Address', 'address'),
		introducer,
	],
	contacts: [
		{ ...text('Name', 'name'), row: `CASE WHEN NOT (r.data ->> 'isNameless')::boolean THEN r.name END`, filled: false },
		{
			label: 'Company',
			row: `CASE WHEN (r.data ->> 'saysCompany')::boolean THEN r.company END`,
			record: company,
			filled: false,
		},
		text('Job title', 'job_title', 'jobTitle'),
		listed('Authority level', 'authority_level', 'authorityLevel', authorityLabels),
		listed('Stay in touch', 'rhythm', 'rhythm', rhythmLabels),
		text('Left on', 'left_on', 'leftOn'),
		text('Left to', 'left_to', 'leftTo'),
		introducer,
		named('Reports to', 'reports_to_id', 'reportsTo'),
	],
	deals: [
		{ ...text('Deal name', 'name'), filled: false },
		{ label: 'Company', row: 'r.company', record: company, filled: false },
		{
			...{ label: 'Contact', row: ofPresent('r.contact'), filled: false },
			record: `(SELECT o.name FROM contact o WHERE o.user_id = t.user_id AND o.id = t.contact_id)`,
		},
		{
			label: 'Value',
			row: `CASE WHEN (r.data ->> 'saysValue')::boolean THEN ${worth(`(r.data ->> 'value')::numeric`, `(r.data ->> 'currency')`)} END`,
			record: worth('t.value', 't.currency'),
			filled: false,
		},
		{ ...listed('Stage', 'stage', 'stage', stageNames), filled: false },
		text('Probability', 'own_probability', 'ownProbability'),
		text('Expected close date', 'expected_close_on', 'expectedCloseOn'),
		{
			...text('Closed on', 'closed_at'),
			row: `CASE WHEN r.data ->> 'closesOn' IS NOT NULL THEN left(r.data ->> 'closedAt', 10) END`,
			record: 't.closed_at::date::text',
			filled: false,
		},
		{ ...text('Lost reason', 'lost_reason', 'lostReason'), filled: false },
		{
			...text('Created', 'created_at', 'createdAt'),
			row: `left(r.data ->> 'createdAt', 10)`,
			record: 't.created_at::date::text',
			filled: false,
		},
		{
			...{ label: 'Contacts and roles', filled: false },
			row: ofPresent(
				`(SELECT string_agg(p ->> 'name' || coalesce(' (' || (p ->> 'role') || ')', ''), '; ') FROM jsonb_array_elements(r.data -> 'people') p)`,
			),
			record: 'NULL::text',
		},
	],
};
