import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { fileText } from '@/domain/custom-fields/custom-values';
import { type Metadata, type MetadataValue, rawText } from '@/domain/custom-fields/metadata';
import { customFields, maxFieldsOfKind } from '@/domain/field-definitions';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import type { Prisma, Tx } from '@/lib/db/db';
import type { ListQuery } from '@/lib/list/list-query';
import { listConditions } from '@/lib/list/list-sql';
import { isRecordId } from '@/lib/text/text';

/** A custom field that is a column of a file: its key in the rows, and its name. What no field has is there under its key. */
export type FieldColumn = { key: string; name: string; field: CustomField | undefined };

/** At most this many keys that are no field become columns, those that the most rows have. */
export const maxLooseKeys = 200;

/** A kind's custom fields in their order, archived ones where rows have them; what rows have that is no field comes last. */
export async function fieldColumns(
	tx: Tx,
	userId: UserId,
	{ kind, listed, metadata }: { kind: RecordNoun; listed: ListQuery; metadata: Prisma.Sql },
): Promise<FieldColumn[]> {
	const narrowed = await listConditions(listed);
	const rows = await tx.$queryRaw<{ key: string }[]>`
		SELECT key FROM (
			SELECT own.key FROM ${listed.from} CROSS JOIN LATERAL jsonb_object_keys(${metadata}) own (key)
			WHERE ${listed.owned} ${narrowed}
			GROUP BY own.key ORDER BY count(*) DESC, own.key LIMIT ${maxFieldsOfKind + maxLooseKeys}
		) used ORDER BY fold(key) COLLATE "C", key COLLATE "C"`;
	const used = new Set(rows.map(({ key }) => key));
	const all = (await customFields(userId, tx)).filter((field) => field.kind === kind);
	const ids = new Set(all.map(({ id }) => id));
	const loose = rows.flatMap(({ key }) => (ids.has(key) ? [] : [{ key, name: key, field: undefined }]));
	return [
		...all
			.filter(({ id, isArchived }) => !isArchived || used.has(id))
			.map((field) => ({ key: field.id, name: field.name, field })),
		...loose.slice(0, maxLooseKeys),
	];
}

/** The cells of some rows in these columns. Contacts and companies are there by their names. */
export async function fieldCells(
	tx: Tx,
	userId: UserId,
	columns: FieldColumn[],
	rows: Metadata[],
): Promise<string[][]> {
	const valueIn = (own: Metadata, { key }: FieldColumn) => (Object.hasOwn(own, key) ? own[key] : undefined);
	const idsOf = (type: 'contact' | 'company') =>
		columns
			.filter(({ field }) => field?.type === type)
			.flatMap((column) => rows.map((own) => valueIn(own, column)))
			.filter((value): value is string => typeof value === 'string' && isRecordId(value));
	const names = await namesInFile(tx, userId, { contacts: idsOf('contact'), companies: idsOf('company') });
	return rows.map((own) => columns.map((column) => cellText(column.field, valueIn(own, column), names)));
}

function cellText(field: CustomField | undefined, value: MetadataValue | undefined, names: Map<string, string>) {
	if (value === undefined) return '';
	if (!field) return rawText(value);
	const isRecord = field.type === 'contact' || field.type === 'company';
	return (isRecord && names.get(rawText(value))) || fileText(field, value);
}

/** The names of records by their ids; of contacts who share a name, with that of their company, by which the import tells them apart. */
async function namesInFile(
	tx: Tx,
	userId: UserId,
	{ contacts, companies }: { contacts: string[]; companies: string[] },
): Promise<Map<string, string>> {
	if (contacts.length + companies.length === 0) return new Map();
	const named = await tx.$queryRaw<{ id: string; name: string }[]>`
		SELECT p.id, CASE WHEN EXISTS (
			SELECT FROM contact o WHERE o.user_id = p.user_id AND o.name_key = p.name_key AND lower(o.name) = lower(p.name) AND o.id <> p.id
		) THEN p.name || ' (' || c.name || ')' ELSE p.name END AS name
		FROM contact p JOIN company c ON c.user_id = p.user_id AND c.id = p.company_id
		WHERE p.user_id = ${userId}::uuid AND p.id = ANY (${[...new Set(contacts)]}::uuid[])
		UNION ALL
		SELECT id, name FROM company WHERE user_id = ${userId}::uuid AND id = ANY (${[...new Set(companies)]}::uuid[])`;
	return new Map(named.map(({ id, name }) => [id, name]));
}
