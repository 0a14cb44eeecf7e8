import 'server-only';
import { idOfName } from '@/domain/custom-fields/custom-field-types';
import { editorText, type ValueStyle } from '@/domain/custom-fields/custom-values';
import { isMetadata, type MetadataValue, metadataLimits } from '@/domain/custom-fields/metadata';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import { isRecordId } from '@/lib/text/text';
import { fieldToWrite, readTyped } from './custom-value';
import type { CustomChange } from './field-change';
import type { FieldRule } from './save-field';

type WithMetadata = { id: string; metadata: unknown };

/**
 * How one custom field of a record is read and written, and what was typed as an editor shows it once it is saved. Asked for before the
 * record is locked. Refuses what the field does not take.
 */
export async function customRule<Row extends WithMetadata>(
	tx: Tx,
	userId: UserId,
	kind: RecordNoun,
	{ field: name, value: text }: CustomChange,
	style: ValueStyle,
): Promise<{ rule: FieldRule<Row, unknown>; value: string }> {
	const field = await fieldToWrite(tx, userId, { kind, id: idOfName(name) });
	const read = await readTyped(tx, userId, field, { text, style });
	if ('problem' in read) return refuseField({ value: read.problem });
	const present = ({ metadata }: Row) => (isMetadata(metadata) ? metadata[field.id] : undefined);
	return {
		value: editorText(field, read.value, style),
		rule: {
			of: (row) => editorText(field, present(row), style),
			name: async (row) => {
				const id = present(row);
				if ((field.type !== 'contact' && field.type !== 'company') || !isRecordId(id)) return null;
				const [found] = await tx.$queryRaw<{ name: string }[]>`
					SELECT name FROM ${Prisma.raw(field.type)} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
				return found?.name ?? null;
			},
			save: (_, __, row) => writeValue(tx, userId, { kind, row, key: field.id }, read.value),
		},
	};
}

/** Writes one value of a locked record, or removes it, and leaves the others as they are stored. */
export async function writeValue(
	tx: Tx,
	userId: UserId,
	{ kind, row, key }: { kind: RecordNoun; row: WithMetadata; key: string },
	value: MetadataValue | undefined,
): Promise<void> {
	const others = { ...(isMetadata(row.metadata) ? row.metadata : {}), [key]: value };
	if (Buffer.byteLength(JSON.stringify(others)) > metadataLimits.bytes)
		refuseField({ value: 'This is too much; keep long text in the notes.' });
	const next =
		value === undefined
			? Prisma.sql`metadata - ${key}::text`
			: Prisma.sql`jsonb_set(metadata, ARRAY[${key}::text], ${JSON.stringify(value)}::jsonb)`;
	await tx.$executeRaw`
		UPDATE ${Prisma.raw(kind)} SET metadata = ${next} WHERE user_id = ${userId}::uuid AND id = ${row.id}::uuid`;
}
