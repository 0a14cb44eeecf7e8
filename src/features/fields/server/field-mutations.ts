import 'server-only';
import type { z } from 'zod';
import { isListType } from '@/domain/custom-fields/converted-values';
import { type CustomField, canBeUnique } from '@/domain/custom-fields/custom-field-types';
import { customFields, fieldsToChange, fieldsToName, maxFieldsOfKind, tooManyFields } from '@/domain/field-definitions';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal, refuseField } from '@/lib/errors/errors';
import type {
	customFieldReference,
	FieldSent,
	fieldArchived,
	fieldChanges,
	fieldMove,
	fieldShown,
	newCustomField,
} from '../schema';
import { writeDefault } from './field-default';
import { type FieldConflict, mergeField } from './field-merge';
import { writeOptions } from './field-options';
import { holdField } from './held-field';

/** Refuses a name that another field of the kind has, in whichever letters: which of them are alike, the database knows. */
async function refuseTaken(
	tx: Tx,
	userId: UserId,
	siblings: CustomField[],
	{ id, name }: { id: string; name: string },
) {
	const found = await tx.$queryRaw<{ id: string }[]>`
		SELECT id FROM field WHERE user_id = ${userId}::uuid AND name_key = lower(${name}) AND id <> ${id}::uuid`;
	const taken = siblings.find((each) => found.some((other) => other.id === each.id));
	if (!taken) return;
	const problem = taken.isArchived
		? `There is an archived field “${taken.name}”. Restore it, or choose another name.`
		: `There is a field “${taken.name}” already.`;
	refuseField({ name: problem });
}

type FieldEdited = { id: string; name: string; conflict: FieldConflict | null };

/** Defines a field, at the end of those of its kind; returns its id and name. */
export async function createField(tx: Tx, userId: UserId, input: FieldSent<typeof newCustomField>) {
	const fields = await fieldsToName(tx, userId);
	const { id, kind, type, name, help, inList, inForms = false, required = false } = input;
	const made = fields.find((each) => each.id === id);
	if (made) return { id, name: made.name };
	const siblings = fields.filter((each) => each.kind === kind);
	if (siblings.length >= maxFieldsOfKind) throw new Refusal(tooManyFields);
	await refuseTaken(tx, userId, siblings, input);
	if (isListType(input.type) && input.options.length === 0) refuseField({ options: 'Add at least one option.' });
	const { reminds, remindDays } = remindersOf(input, input);
	const place = Math.max(0, ...siblings.map((each) => each.place)) + 1;
	await tx.$executeRaw`
		INSERT INTO field (user_id, id, kind, type, name, help, in_list, in_forms, required, place, reminds, remind_days, is_unique)
		VALUES (${userId}::uuid, ${id}::uuid, ${kind}, ${type}, ${name}, ${help}, ${inList}, ${inForms}, ${required}, ${place}::int,
			${reminds}, ${remindDays}::smallint, ${input.isUnique === true && canBeUnique(type)})`;
	if (isListType(input.type)) await writeOptions(tx, userId, { ...input, present: [] });
	if (input.defaultValue) await writeDefault(tx, userId, id, input.defaultValue);
	return { id, name };
}

/**
 * Renames a field, describes it anew, and gives a list its options. An option that goes is taken from the records that have it. With
 * what the form began with, only what it changed is saved, and nothing if somebody else has changed the same meanwhile.
 */
export async function editField(
	tx: Tx,
	userId: UserId,
	{ was, ...sent }: FieldSent<typeof fieldChanges>,
): Promise<FieldEdited> {
	const kept = new Set(sent.options.map(({ id }) => id));
	const known = (await customFields(userId, tx)).find(({ id }) => id === sent.id);
	// its values are kept anew then
	const changesValues =
		known?.options.some(({ id }) => !kept.has(id)) ||
		(sent.isUnique !== undefined && known?.isUnique !== sent.isUnique) ||
		(sent.reminds !== undefined && known?.reminds !== sent.reminds);
	const { field, siblings } = await holdField(tx, userId, sent.id, changesValues ? fieldsToChange : fieldsToName);
	const { merged: input, conflict } = was
		? await mergeField(tx, userId, field, { sent, was })
		: { merged: sent, conflict: {} };
	if (Object.keys(conflict).length > 0) return { id: field.id, name: field.name, conflict };
	await refuseTaken(tx, userId, siblings, input);
	const { inForms = field.inForms, required = field.required } = input;
	const { reminds, remindDays } = remindersOf(field, { ...field, ...input });
	await tx.$executeRaw`
		UPDATE field SET name = ${input.name}, help = ${input.help}, in_list = ${input.inList}, in_forms = ${inForms},
			required = ${required}, reminds = ${reminds}, remind_days = ${remindDays}::smallint,
			is_unique = ${(input.isUnique ?? field.isUnique) && canBeUnique(field.type)}
		WHERE user_id = ${userId}::uuid AND id = ${input.id}::uuid`;
	if (isListType(field.type)) await writeOptions(tx, userId, { ...input, present: field.options, field });
	if (input.defaultValue !== undefined) await writeDefault(tx, userId, input.id, input.defaultValue);
	return { id: field.id, name: input.name, conflict: null };
}

/** When Today reminds of a date; what else a field holds has no day. */
function remindersOf(
	{ type }: Pick<CustomField, 'type'>,
	{ reminds = null, remindDays }: { [Key in 'reminds' | 'remindDays']?: CustomField[Key] | undefined },
): Pick<CustomField, 'reminds' | 'remindDays'> {
	return type === 'date' && reminds ? { reminds, remindDays: remindDays ?? 7 } : { reminds: null, remindDays: null };
}

/** Shows a field among the usual columns of its list, or hides it there. */
export async function showField(tx: Tx, userId: UserId, { id, inList }: z.output<typeof fieldShown>) {
	const { field } = await holdField(tx, userId, id, fieldsToName);
	await tx.$executeRaw`UPDATE field SET in_list = ${inList} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
	return { name: field.name };
}

/** Puts a field before another one of its kind, or behind all of them. */
export async function moveField(tx: Tx, userId: UserId, { id, before }: z.output<typeof fieldMove>) {
	const { field, siblings } = await holdField(tx, userId, id, fieldsToName);
	const shown = siblings.filter(({ isArchived }) => isArchived === field.isArchived).map((each) => each.id);
	const others = shown.filter((each) => each !== id);
	const at = before === null ? others.length : others.indexOf(before);
	if (at >= 0)
		await tx.$executeRaw`
			UPDATE field f SET place = o.place::int FROM unnest(${others.toSpliced(at, 0, id)}::uuid[]) WITH ORDINALITY o (id, place)
			WHERE f.user_id = ${userId}::uuid AND f.id = o.id AND f.place <> o.place`;
	return { name: field.name };
}

/** Archives a field: it keeps its values, and is shown nowhere. Or brings it back. */
export async function archiveField(tx: Tx, userId: UserId, { id, isArchived }: z.output<typeof fieldArchived>) {
	const { field } = await holdField(tx, userId, id, fieldsToName);
	if (field.isArchived !== isArchived)
		await tx.$executeRaw`
			UPDATE field SET archived_at = ${isArchived ? new Date() : null}::timestamptz
			WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
	return { name: field.name };
}

/** Deletes a field, and its values with it; returns its name and how many records had one. */
export async function deleteField(tx: Tx, userId: UserId, { id }: z.output<typeof customFieldReference>) {
	const { field } = await holdField(tx, userId, id);
	const table = Prisma.raw(field.kind);
	const owned = Prisma.sql`r.user_id = ${userId}::uuid AND r.metadata ? ${id}`;
	await tx.$executeRaw`SELECT FROM ${table} r WHERE ${owned} ORDER BY r.id FOR NO KEY UPDATE`;
	const values = await tx.$executeRaw`UPDATE ${table} r SET metadata = r.metadata - ${id}::text WHERE ${owned}`;
	await tx.$executeRaw`DELETE FROM field WHERE user_id = ${userId}::uuid AND id = ${id}::uuid`;
	return { name: field.name, values };
}
