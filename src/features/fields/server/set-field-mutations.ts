import 'server-only';
import type { z } from 'zod';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { type Metadata, type MetadataValue, metadataLimits } from '@/domain/custom-fields/metadata';
import { fieldToWrite, readTyped } from '@/domain/fields/custom-value';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal, refuseField } from '@/lib/errors/errors';
import type { fieldSetting } from '../schema';

type Setting = z.output<typeof fieldSetting>;

/**
 * Gives many records the same value of a custom field, adds an option to what they have, or takes one away; ids that are not the
 * account's are passed over. Returns the field's name and how many records changed.
 */
export async function setField(tx: Tx, userId: UserId, { kind, field: id, ids, how, value: text }: Setting) {
	const table = Prisma.raw(kind);
	const field = await fieldToWrite(tx, userId, { kind, id });
	const asked = how === 'clear' ? undefined : await readAsked(tx, userId, field, text);
	const rows = await tx.$queryRaw<{ id: string; metadata: Metadata }[]>`
		SELECT id, metadata FROM ${table} WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[])
		ORDER BY id FOR NO KEY UPDATE`;
	const changed = rows.flatMap((row) => {
		const present = Object.hasOwn(row.metadata, id) ? row.metadata[id] : undefined;
		const next = changedValue(field, present, asked, how);
		if (JSON.stringify(next) === JSON.stringify(present)) return [];
		const { [id]: _, ...others } = row.metadata;
		return [{ id: row.id, metadata: JSON.stringify(next === undefined ? others : { ...others, [id]: next }) }];
	});
	refuseTooMuch(changed);
	if (changed.length > 0)
		await tx.$executeRaw`
			UPDATE ${table} r SET metadata = n.metadata::jsonb
			FROM unnest(${changed.map((each) => each.id)}::uuid[], ${changed.map(({ metadata }) => metadata)}::text[]) n (id, metadata)
			WHERE r.user_id = ${userId}::uuid AND r.id = n.id`;
	return { name: field.name, changed: changed.length };
}

async function readAsked(tx: Tx, userId: UserId, field: CustomField, text: string): Promise<MetadataValue> {
	const refuse = (problem: string) => refuseField({ value: problem });
	const read = await readTyped(tx, userId, field, { text, style: await getSettings(userId, tx) });
	if ('problem' in read) return refuse(read.problem);
	return read.value ?? refuse('Enter a value, or select “Clear it”.');
}

/** What a record holds afterwards; of a list, options are added to those that it has, or taken away. */
function changedValue(
	field: CustomField,
	present: MetadataValue | undefined,
	asked: MetadataValue | undefined,
	how: Setting['how'],
): MetadataValue | undefined {
	if (field.type !== 'choices' || how === 'set' || how === 'clear') return asked;
	const [before, named] = [[present ?? []].flat(), [asked ?? []].flat()];
	const chosen = how === 'add' ? [...before, ...named] : before.filter((option) => !named.includes(option));
	// in the order of the list, with those that are none of its options any more behind them
	const known = field.options.map((option) => option.id).filter((option) => chosen.includes(option));
	const all = [...known, ...chosen.filter((option) => !known.includes(String(option)))].map(String);
	return all.length > 0 ? [...new Set(all)] : undefined;
}

function refuseTooMuch(rows: { metadata: string }[]) {
	const full = rows.filter(({ metadata }) => Buffer.byteLength(metadata) > metadataLimits.bytes).length;
	if (full > 0)
		throw new Refusal(
			`${full === 1 ? 'One of these records' : `${full} of these records`} would hold too much in custom fields, so nothing was changed. Keep long text in the notes.`,
		);
}
