import 'server-only';
import type { Point, PointKind } from '@/domain/contact-points/contact-point';
import { pointsColumn } from '@/domain/contact-points/contact-point-records';
import { introducerOf } from '@/domain/contact-ties-sql';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { customWords } from '@/domain/custom-fields/custom-words';
import { type Metadata, type MetadataValue, rawText } from '@/domain/custom-fields/metadata';
import { customFields } from '@/domain/field-definitions';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { authorityLabels, rhythmLabels } from '@/features/contacts/schema';
import { type DealRole, roleNames, stageNames } from '@/features/deals/schema';
import type { UserId } from '@/lib/auth/session';
import { formatDate, formatDay } from '@/lib/dates/dates';
import { Prisma, type Tx } from '@/lib/db/db';
import { formatMoney } from '@/lib/money/money';
import { readableAddress } from '@/lib/text/domain-names';
import { type ImportKind, kindNouns } from '../row/import-fields';

/** A field of a record: the SQL of its value, and how that is put into words. */
type Column = {
	label: string;
	cell: Prisma.Sql;
	words?: (value: string, settings: Settings) => string;
	/** Its values are the points of this kind, the main one first. */
	points?: PointKind;
};

const sql = (text: string) => Prisma.raw(text);
const text = (label: string, cell: string): Column => ({ label, cell: sql(cell) });
const day = (label: string, cell: string): Column => ({ label, cell: sql(`${cell}::text`), words: formatDate });
const moment = (label: string, cell: string): Column => ({
	label,
	cell: sql(cell),
	words: (value, settings) => formatDay(new Date(value), settings),
});
const named = (label: string, cell: string, names: Partial<Record<string, string>>): Column => ({
	label,
	cell: sql(cell),
	words: (value) => names[value] ?? value,
});
const points = (label: string, kind: PointKind, main: string | null): Column => ({
	label,
	points: kind,
	cell: main === null ? Prisma.sql`NULL` : sql(`jsonb_build_object('value', ${main}, 'label', ${main}_label)`),
});
const tags = (table: string, of: string, alias: string): Column =>
	text(
		'Tags',
		`(SELECT string_agg(t.name, ', ' ORDER BY t.name_key) FROM ${table} k JOIN tag t ON t.user_id = k.user_id AND t.id = k.tag_id
			WHERE k.user_id = ${alias}.user_id AND k.${of} = ${alias}.id)`,
	);

/** What the rows of contacts and deals say of their company. */
const ofCompany: Column[] = [
	{ ...text('Company’s website', 'c.website'), words: readableAddress },
	text('Company’s phone', 'c.phone'),
	text('Company’s email', 'c.email'),
	text('Company’s industry', 'c.industry'),
	text('Company’s size', 'c.size'),
	text('Company’s address', 'c.address'),
];

type Kind = { from: Prisma.Sql; alias: string; owner?: 'company' | 'contact'; columns: Column[] };

const kinds: Record<ImportKind, Kind> = {
	companies: {
		from: Prisma.sql`company c ${introducerOf('c')}`,
		alias: 'c',
		owner: 'company',
		columns: [
			text('Company name', 'c.name'),
			text('Industry', 'c.industry'),
			text('Size', 'c.size'),
			points('Website', 'link', 'c.website'),
			points('Phone', 'phone', 'c.phone'),
			points('Email', 'email', 'c.email'),
			text('Address', 'c.address'),
			text('Introduced by', 'i.name'),
			text('Notes', 'c.notes'),
			tags('company_tag', 'company_id', 'c'),
		],
	},
	contacts: {
		from: Prisma.sql`contact p JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id ${introducerOf('p')}
			LEFT JOIN contact m ON m.user_id = p.user_id AND m.id = p.reports_to_id`,
		alias: 'p',
		owner: 'contact',
		columns: [
			text('Contact name', 'p.name'),
			text('Company name', 'c.name'),
			...ofCompany,
			text('Job title', 'p.job_title'),
			points('Email', 'email', 'p.email'),
			points('Phone', 'phone', 'p.phone'),
			points('Link', 'link', null),
			text('Decision maker', `CASE WHEN p.is_decision_maker THEN 'Yes' END`),
			named('Authority level', 'p.authority_level', authorityLabels),
			named('Stay in touch', 'p.rhythm', rhythmLabels),
			day('Left on', 'p.left_on'),
			text('Left to', 'p.left_to'),
			text('Introduced by', 'i.name'),
			text('Reports to', 'm.name'),
			text('Notes', 'p.notes'),
			tags('contact_tag', 'contact_id', 'p'),
		],
	},
	deals: {
		from: Prisma.sql`deal d JOIN company c ON c.user_id = d.user_id AND c.id = d.company_id
			LEFT JOIN contact p ON p.user_id = d.user_id AND p.id = d.contact_id`,
		alias: 'd',
		columns: [
			text('Deal name', 'd.name'),
			text('Company name', 'c.name'),
			...ofCompany,
			text('Contact name', 'p.name'),
			text('Contact’s email', 'p.email'),
			text('Contact’s phone', 'p.phone'),
			text('Contact’s job title', 'p.job_title'),
			{ label: 'Contacts and roles', cell: sql(peopleOf('d')), words: (value) => peopleWords(value) },
			{
				label: 'Deal value',
				cell: sql(`d.value::text || ' ' || d.currency`),
				words: (value, { locale }) => {
					const [amount = '', currency = ''] = value.split(' ');
					return formatMoney(amount, { locale, currency });
				},
			},
			named('Stage', 'd.stage', stageNames),
			{ label: 'Own probability', cell: sql('d.own_probability::text'), words: (value) => `${value}%` },
			day('Expected close date', 'd.expected_close_on'),
			moment('Closed', 'd.closed_at'),
			moment('Created', 'd.created_at'),
			text('Lost reason', 'd.lost_reason'),
			text('Notes', 'd.notes'),
		],
	},
};

function peopleOf(alias: string): string {
	return `(SELECT jsonb_agg(jsonb_build_array(k.name, t.role) ORDER BY k.id IS NOT DISTINCT FROM ${alias}.contact_id DESC, t.role, k.name_key, k.id)::text
		FROM deal_person t JOIN contact k ON k.user_id = t.user_id AND k.id = t.contact_id
		WHERE t.user_id = ${alias}.user_id AND t.deal_id = ${alias}.id
		HAVING bool_or(t.role IS NOT NULL OR t.contact_id IS DISTINCT FROM ${alias}.contact_id))`;
}

const peopleWords = (people: string) =>
	(JSON.parse(people) as [string, DealRole | null][])
		.map(([name, role]) => (role ? `${name} (${roleNames[role]})` : name))
		.join(', ');

/** A record's name and its values in words, by their fields in the order of these. */
export type RecordWords = { name: string; values: Map<string, string> };

type Cell = string | number | { value: string | null; label: string | null } | null;

/** Some records in words, as the account writes them, by their ids. */
export async function readInWords(
	tx: Tx,
	userId: UserId,
	kind: ImportKind,
	ids: string[],
): Promise<Map<string, RecordWords>> {
	if (ids.length === 0) return new Map();
	const { from, alias, owner, columns } = kinds[kind];
	const own = Prisma.raw(alias);
	const further = owner ? pointsColumn(owner, alias) : Prisma.sql`NULL`;
	const rows = await tx.$queryRaw<{ id: string; name: string; cells: Cell[]; points: Point[] | null; own: Metadata }[]>`
		SELECT ${own}.id, ${own}.name, json_build_array(${Prisma.join(columns.map(({ cell }) => cell))}) AS cells,
			${further} AS points, ${own}.metadata AS own
		FROM ${from} WHERE ${own}.user_id = ${userId}::uuid AND ${own}.id = ANY (${ids}::uuid[])`;
	const settings = await getSettings(userId, tx);
	const fields = (await customFields(userId, tx)).filter((field) => field.kind === kindNouns[kind]);
	const names = await namesOf(tx, userId, fields, rows);
	return new Map(
		rows.map((row) => {
			const values = new Map<string, string>();
			for (const [at, column] of columns.entries()) {
				const words = column.points
					? pointWords(row.cells[at] ?? null, row.points ?? [], column.points)
					: cellWords(row.cells[at] ?? null, column, settings);
				if (words) values.set(column.label, words);
			}
			for (const field of fields) {
				const value = row.own[field.id];
				if (value !== undefined) values.set(field.name, ownWords(field, value, names, settings));
			}
			return [row.id, { name: row.name, values }];
		}),
	);
}

const cellWords = (cell: Cell, { words }: Column, settings: Settings) =>
	cell === null ? '' : words ? words(String(cell), settings) : String(cell);

function pointWords(main: Cell, further: Point[], kind: PointKind): string {
	const first = main && typeof main === 'object' && main.value ? [{ value: main.value, label: main.label }] : [];
	return [...first, ...further.filter((point) => point.kind === kind)]
		.map(({ value, label }) => {
			const read = kind === 'phone' ? value : readableAddress(value);
			return label ? `${read} (${label})` : read;
		})
		.join(', ');
}

function ownWords(field: CustomField, value: MetadataValue, names: Map<string, string>, settings: Settings): string {
	const isNamed = ['choice', 'choices', 'contact', 'company'].includes(field.type);
	if (!isNamed) return customWords(field, value, settings);
	return [value]
		.flat()
		.map((item) => names.get(String(item)) ?? rawText(item))
		.join(', ');
}

/** The names of the options, contacts and companies that are values of custom fields, by their ids. */
async function namesOf(tx: Tx, userId: UserId, fields: CustomField[], rows: { own: Metadata }[]) {
	const names = new Map(fields.flatMap(({ options }) => options.map(({ id, name }) => [id, name] as const)));
	for (const type of ['contact', 'company'] as const) {
		const own = fields.filter((field) => field.type === type).map(({ id }) => id);
		const ids = rows.flatMap(({ own: values }) =>
			own.flatMap((id) => (typeof values[id] === 'string' ? values[id] : [])),
		);
		if (ids.length === 0) continue;
		const found = await tx.$queryRaw<{ id: string; name: string }[]>`
			SELECT id::text, name FROM ${Prisma.raw(type)} WHERE user_id = ${userId}::uuid AND id::text = ANY (${ids}::text[])`;
		for (const { id, name } of found) names.set(id, name);
	}
	return names;
}
