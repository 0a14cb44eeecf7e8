import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { CustomField } from '@/domain/custom-fields/custom-field-types';
import { fieldsColumn } from '@/domain/custom-fields/fields-column';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { readPrepared } from '@/lib/db/read';
import { Refusal } from '@/lib/errors/errors';
import { isRendering } from '@/lib/request/rendering';
import type { RecordNoun } from './named-record';
import { readFrame } from './page-frame';

/** At most this many fields of a kind, with those that are archived. */
export const maxFieldsOfKind = 200;

/** An account's custom fields of all kinds, in their order. A page has them with its frame; in a transaction they are read again. */
export async function customFields(userId: UserId, tx?: Pick<Tx, '$queryRaw'>): Promise<CustomField[]> {
	if (!tx && isRendering()) return (await readFrame(userId)).fields;
	const all = Prisma.sql`SELECT ${fieldsColumn(userId)} AS fields`;
	const [found] = await (tx
		? tx.$queryRaw<[{ fields: CustomField[] }]>(all)
		: readPrepared<[{ fields: CustomField[] }]>(all));
	return found.fields;
}

/**
 * The same for a writer of values: until the end of the transaction, no field becomes one of another type, or loses options, so that
 * nothing is written that was read for what a field no longer is. Comes before the locks of records.
 */
export async function fieldsToWrite(tx: Tx, userId: UserId): Promise<CustomField[]> {
	await shareFields(tx, userId);
	return customFields(userId, tx);
}

/** The account's fields for one who adds, names or orders them: until the end of the transaction, nobody else does. */
export async function fieldsToName(tx: Tx, userId: UserId): Promise<CustomField[]> {
	await lockFieldNames(tx, userId);
	return customFields(userId, tx);
}

/**
 * The same for a change of what values are: nobody writes one meanwhile. Refuses while an import does, for which all who write
 * values would otherwise wait behind this.
 */
export async function fieldsToChange(tx: Tx, userId: UserId): Promise<CustomField[]> {
	const lock = Prisma.sql`pg_try_advisory_xact_lock(${fieldLock('types', userId)})`;
	if (!(await tryFor(tx, lock, 50)))
		throw new Refusal(
			'Custom fields are being written to at this moment, such as by an import. Try again once it is finished.',
		);
	return fieldsToName(tx, userId);
}

/** Tries to get a lock, again and again for so many tenths of a second. */
async function tryFor(tx: Tx, lock: Prisma.Sql, tenths: number): Promise<boolean> {
	for (let tried = 0; tried < tenths; tried++) {
		const [{ got }] = await tx.$queryRaw<[{ got: boolean }]>`SELECT ${lock} AS got`;
		if (got) return true;
		await tx.$executeRaw`SELECT pg_sleep(0.1)`;
	}
	return false;
}

const shareFields = (tx: Tx, userId: UserId) =>
	tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${fieldLock('types', userId)})`;

const fieldLock = (what: 'names' | 'types', userId: UserId) =>
	Prisma.sql`hashtextextended(${`${what} of the fields of ${userId}`}, 0)`;

type NewField = { name: string; isLong?: boolean };

/**
 * The fields of these names, whatever their case, by the names that were asked for; text fields are made for those that are missing.
 * Refuses where a kind would get more than it can have.
 */
export async function ensureFields(
	tx: Tx,
	userId: UserId,
	kind: RecordNoun,
	wanted: NewField[],
): Promise<Map<string, CustomField>> {
	const present = await findFields(tx, userId, kind, wanted);
	if (present.size === new Set(wanted.map(({ name }) => name)).size) return present;
	await lockFieldNames(tx, userId);
	await tx.$executeRaw`
		INSERT INTO field (user_id, id, kind, type, name, place)
		SELECT ${userId}::uuid, n.id, ${kind}, n.type, n.name, n.place + (
			SELECT coalesce(max(f.place), 0) FROM field f WHERE f.user_id = ${userId}::uuid AND f.kind = ${kind}
		)
		FROM (
			SELECT DISTINCT ON (lower(n.name)) n.* FROM unnest(
				${wanted.map(() => uuidv7())}::uuid[], ${wanted.map(({ name }) => name)}::text[],
				${wanted.map(({ isLong }) => (isLong ? 'long' : 'text'))}::text[]
			) WITH ORDINALITY AS n(id, name, type, place)
			ORDER BY lower(n.name), n.place
		) n
		WHERE NOT EXISTS (
			SELECT FROM field f WHERE f.user_id = ${userId}::uuid AND f.kind = ${kind} AND f.name_key = lower(n.name)
		)`;
	const [{ count }] = await tx.$queryRaw<[{ count: number }]>`
		SELECT count(*)::int AS count FROM field WHERE user_id = ${userId}::uuid AND kind = ${kind}`;
	if (count > maxFieldsOfKind) throw new Refusal(tooManyFields);
	return findFields(tx, userId, kind, wanted);
}

/** Why a kind can have no further field. */
export const tooManyFields = `You can have at most ${maxFieldsOfKind} custom fields of a kind. Use one that you have, or put the text into the notes.`;

/** The fields that have these names, whatever their case. */
async function findFields(tx: Tx, userId: UserId, kind: RecordNoun, wanted: NewField[]) {
	const found = await tx.$queryRaw<{ name: string; id: string }[]>`
		SELECT n.name, f.id FROM unnest(${wanted.map(({ name }) => name)}::text[]) AS n(name)
		JOIN field f ON f.user_id = ${userId}::uuid AND f.kind = ${kind} AND f.name_key = lower(n.name)`;
	if (found.length === 0) return new Map<string, CustomField>();
	const fields = new Map((await fieldsToWrite(tx, userId)).map((field) => [field.id, field]));
	return new Map(found.flatMap(({ name, id }) => (fields.has(id) ? [[name, fields.get(id) as CustomField]] : [])));
}

/**
 * Waits until nobody else is giving out names of the account's fields. Their unique constraint is deferrable, for the sake
 * of undo, and so cannot settle a race by ON CONFLICT.
 */
export async function lockFieldNames(tx: Tx, userId: UserId): Promise<void> {
	// those who need both take them in this order
	await shareFields(tx, userId);
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(${fieldLock('names', userId)})`;
}

/**
 * The same for one who has locked records already, for whom the other way round could be no end: waits for a moment, and goes on
 * without, as then others have given out their names before.
 */
export async function tryFieldNames(tx: Tx, userId: UserId): Promise<void> {
	await tryFor(tx, Prisma.sql`pg_try_advisory_xact_lock(${fieldLock('names', userId)})`, 30);
}
