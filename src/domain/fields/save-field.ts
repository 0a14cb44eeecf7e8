import 'server-only';
import type { RecordNoun } from '@/domain/named-record';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';

/** How a field is read from a record that is locked, and written to it. */
export type FieldRule<Row, Value, More = object> = {
	/** The value in the record; `was` is the one that was shown, `value` the one that is to be saved. */
	of: (row: Row, was: string, value: Value) => Value;
	/** `more` is what was sent with it. */
	save: (tx: Tx, userId: UserId, row: Row, value: Value, was: string, more: More) => Promise<void>;
	/** What is there afterwards, where that may differ from what was sent: a tag has the name that it was created with. */
	kept?: (tx: Tx, userId: UserId, row: Row) => Promise<Value>;
	/** What the value is called, where it is the id of another record. */
	name?: (row: Row) => string | null | Promise<string | null>;
};

/** The rules of a noun, by the names of its fields. */
export type FieldRules<Row, Change extends { field: string; value: unknown }, More = object> = {
	[C in Change as C['field']]: FieldRule<Row, C['value'], More>;
};

/** What came of saving a field: written, there already (as after an answer that was lost), or another value came in between. */
export type FieldAnswer = {
	/** What the record is called. */
	name: string;
	is: 'saved' | 'same' | 'conflict';
	/** The value that is there now, as editors show it, and what it is called if it is another record's id. */
	value: string;
	shown: string | null;
};

/** A value as editors show and send it. */
export function shownText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return String(value);
	return Array.isArray(value) && value.length === 0 ? '' : JSON.stringify(value);
}

/**
 * Saves one field of a locked record if it still has the value that was shown. Only the field is looked at and not the
 * record's version, so that two people who change two fields do not meet.
 */
export async function saveField<Row extends { name: string }, Value, More>(
	tx: Tx,
	userId: UserId,
	row: Row,
	{ was, value, rule, more }: { was: string; value: Value; rule: FieldRule<Row, Value, More>; more: More },
): Promise<FieldAnswer> {
	const { name } = row;
	const present = shownText(rule.of(row, was, value));
	const shown = (await rule.name?.(row)) ?? null;
	if (present === shownText(value)) return { name, is: 'same', value: present, shown };
	if (present !== was) return { name, is: 'conflict', value: present, shown };
	await rule.save(tx, userId, row, value, was, more);
	const kept = rule.kept ? await rule.kept(tx, userId, row) : value;
	return { name, is: 'saved', value: shownText(kept), shown: null };
}

/** Locks the record whose field is changed, so that no other change comes in between. */
export async function lockRecord(tx: Tx, userId: UserId, noun: RecordNoun, id: string) {
	await tx.$executeRaw`
		SELECT FROM ${Prisma.raw(noun)} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
}
