import 'server-only';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { formText, type ValueStyle } from '@/domain/custom-fields/custom-values';
import { isMetadata, type Metadata, metadataLimits } from '@/domain/custom-fields/metadata';
import { fieldsToWrite } from '@/domain/field-definitions';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal, refuseField } from '@/lib/errors/errors';
import { readTyped } from './custom-value';
import type { CustomForm } from './form-schema';

/** What is sent, of which kind of record, of which one where it is there already, and how the account writes. */
type SentForm = {
	kind: RecordNoun;
	custom: CustomForm;
	of?: { id: string; version: number };
	style: () => Promise<ValueStyle>;
};

/**
 * The custom fields that a form writes, as a column of its record; nothing where it sends none. Refuses, each at its field, what does not
 * fit and what is missing although it is required. Comes before the record is locked.
 */
export async function formMetadata(
	tx: Tx,
	userId: UserId,
	{ kind, custom, of, style: styleOf }: SentForm,
): Promise<{ metadata?: Metadata }> {
	if (!custom) return {};
	const style = await styleOf();
	const fields = (await fieldsToWrite(tx, userId)).filter((field) => field.kind === kind && !field.isArchived);
	refuseGone(fields, custom);
	const present = of ? await presentMetadata(tx, userId, kind, of) : {};
	const next = { ...present };
	const problems: Record<string, string> = {};
	for (const field of fields) {
		const text = custom[field.id]?.trim() ?? (of ? undefined : '');
		if (text === undefined) continue;
		if (text === '' && field.required) problems[nameOf(field)] = `${field.name} is required.`;
		// as it is stored, also where it is not what its field would take
		if (text === formText(field, present[field.id], style).trim()) continue;
		const read = await readTyped(tx, userId, field, { text, style });
		if ('problem' in read) problems[nameOf(field)] = read.problem;
		else if (read.value === undefined) delete next[field.id];
		else next[field.id] = read.value;
	}
	const [first] = Object.values(problems);
	if (first) throw new Refusal(first, problems);
	if (Buffer.byteLength(JSON.stringify(next)) > metadataLimits.bytes)
		refuseField({ custom: 'The custom fields hold too much; keep long text in the notes.' });
	return { metadata: next };
}

const gone = 'This field has been deleted or archived in another window. Clear it here, or restore it in the settings.';

/** What a form calls a custom field. */
const nameOf = ({ id }: Pick<CustomField, 'id'>) => `custom.${id}`;

function refuseGone(fields: CustomField[], sent: Record<string, string>) {
	const known = new Set(fields.map(({ id }) => id));
	const lost = Object.entries(sent).filter(([id, text]) => !known.has(id) && text.trim() !== '');
	if (lost.length > 0) throw new Refusal(gone, Object.fromEntries(lost.map(([id]) => [nameOf({ id }), gone])));
}

/** The custom fields of a record at a version; none where it has another by now, which is refused as it is saved. */
async function presentMetadata(
	tx: Tx,
	userId: UserId,
	kind: RecordNoun,
	{ id, version }: { id: string; version: number },
) {
	const [row] = await tx.$queryRaw<{ metadata: unknown }[]>`
		SELECT metadata FROM ${Prisma.raw(kind)} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid AND version = ${version}::int`;
	return isMetadata(row?.metadata) ? row.metadata : {};
}

/** Whether a record that was made by a form before has the custom fields that it sends now. */
export function isSameMetadata(saved: unknown, { metadata }: { metadata?: Metadata }): boolean {
	const sorted = (value: unknown) => JSON.stringify(Object.entries(isMetadata(value) ? value : {}).sort());
	return metadata === undefined || sorted(saved) === sorted(metadata);
}
