import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { refuseMissing } from '@/domain/records';
import type { UserId } from '@/lib/auth/session';
import { Prisma, type Tx } from '@/lib/db/db';
import { Refusal, refuseField } from '@/lib/errors/errors';
import type { bulkTags, newTag, tagChanges, tagMerge, tagReference } from '../schema';
import { colourOf, maxTags } from '../tag';

const named = { id: true, name: true } as const;

/** The tables that link tags to each kind of record. */
const kinds = {
	company: { many: 'companies', rows: Prisma.sql`company`, marks: Prisma.sql`company_tag`, of: Prisma.sql`company_id` },
	contact: { many: 'contacts', rows: Prisma.sql`contact`, marks: Prisma.sql`contact_tag`, of: Prisma.sql`contact_id` },
};
type Kind = keyof typeof kinds;

/**
 * The ids of the tags of these names, whatever the case; those that are missing are made. Nobody can delete them before
 * the transaction ends.
 */
export async function ensureTags(tx: Tx, userId: UserId, names: readonly string[]): Promise<string[]> {
	if (names.length === 0) return [];
	// missing names are made before any tag is held: who renames a tag takes the two locks in that order
	const known = await findTags(tx, userId, names, Prisma.empty);
	if (known.length < names.length) await makeMissingTags(tx, userId, names);
	const held = await findTags(tx, userId, names, Prisma.sql`FOR KEY SHARE OF t`);
	// one was deleted or renamed while this waited for it
	if (held.length < names.length) return ensureTags(tx, userId, names);
	return [...new Set(held.map(({ id }) => id))];
}

/** A line for each name that is a tag's. */
async function findTags(tx: Tx, userId: UserId, names: readonly string[], lock: Prisma.Sql): Promise<{ id: string }[]> {
	return tx.$queryRaw`
		SELECT t.id FROM unnest(${names}::text[]) AS n(name)
		JOIN tag t ON t.user_id = ${userId}::uuid AND t.name_key = lower(n.name)
		ORDER BY t.id ${lock}`;
}

async function makeMissingTags(tx: Tx, userId: UserId, names: readonly string[]) {
	await lockTagNames(tx, userId);
	const ids = names.map(() => uuidv7());
	await tx.$executeRaw`
		INSERT INTO tag (user_id, id, name, colour)
		SELECT DISTINCT ON (lower(n.name)) ${userId}::uuid, n.id, n.name, n.colour
		FROM unnest(${ids}::uuid[], ${names}::text[], ${names.map(colourOf)}::text[])
			WITH ORDINALITY AS n(id, name, colour, place)
		WHERE NOT EXISTS (SELECT FROM tag t WHERE t.user_id = ${userId}::uuid AND t.name_key = lower(n.name))
		ORDER BY lower(n.name), n.place`;
}

/**
 * Waits until nobody else is giving out names of the account's tags. Their unique constraint is deferrable, for the sake
 * of undo, and so cannot settle a race by ON CONFLICT.
 */
async function lockTagNames(tx: Tx, userId: UserId) {
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`tags of ${userId}`}, 0))`;
}

/** Gives a company exactly these tags; only what differs is written. */
export async function setCompanyTags(tx: Tx, userId: UserId, companyId: string, names: readonly string[]) {
	await setTags(tx, userId, 'company', companyId, names);
}

/** Gives a contact exactly these tags; only what differs is written. */
export async function setContactTags(tx: Tx, userId: UserId, contactId: string, names: readonly string[]) {
	await setTags(tx, userId, 'contact', contactId, names);
}

async function setTags(tx: Tx, userId: UserId, kind: Kind, id: string, names: readonly string[]) {
	const { rows, marks, of } = kinds[kind];
	const [record] = await tx.$queryRaw<unknown[]>`
		SELECT id FROM ${rows} WHERE user_id = ${userId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
	if (!record) refuseMissing(kind);
	const tags = await ensureTags(tx, userId, names);
	await tx.$executeRaw`
		DELETE FROM ${marks} WHERE user_id = ${userId}::uuid AND ${of} = ${id}::uuid AND tag_id <> ALL (${tags}::uuid[])`;
	await mark(tx, userId, kind, [id], tags);
}

/** Adds tags to companies and removes others; ids that are not the account's are passed over. Returns how many changed. */
export async function tagCompanies(tx: Tx, userId: UserId, input: z.output<typeof bulkTags>) {
	return tagRecords(tx, userId, 'company', input);
}

/** Adds tags to contacts and removes others; ids that are not the account's are passed over. Returns how many changed. */
export async function tagContacts(tx: Tx, userId: UserId, input: z.output<typeof bulkTags>) {
	return tagRecords(tx, userId, 'contact', input);
}

async function tagRecords(tx: Tx, userId: UserId, kind: Kind, { ids, add, remove }: z.output<typeof bulkTags>) {
	const { rows, marks, of } = kinds[kind];
	const own = await tx.$queryRaw<{ id: string }[]>`
		SELECT id FROM ${rows} WHERE user_id = ${userId}::uuid AND id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
	const records = own.map(({ id }) => id);
	if (records.length === 0) return { changed: 0 };
	const tags = await ensureTags(tx, userId, add);
	const removed = await tx.$queryRaw<{ id: string }[]>`
		DELETE FROM ${marks} WHERE user_id = ${userId}::uuid AND ${of} = ANY (${records}::uuid[]) AND tag_id IN (
			SELECT t.id FROM unnest(${remove}::text[]) AS n(name)
			JOIN tag t ON t.user_id = ${userId}::uuid AND t.name_key = lower(n.name)
		) RETURNING ${of} AS id`;
	const added = await mark(tx, userId, kind, records, tags);
	if (added.length > 0) await refuseTooMany(tx, userId, kind, records);
	return { changed: new Set([...removed, ...added].map(({ id }) => id)).size };
}

/** Adds each tag to each record that lacks it; returns the record of each tag that was added. */
async function mark(tx: Tx, userId: UserId, kind: Kind, records: string[], tags: string[]): Promise<{ id: string }[]> {
	const { marks, of } = kinds[kind];
	return tx.$queryRaw`
		INSERT INTO ${marks} (user_id, ${of}, tag_id)
		SELECT ${userId}::uuid, r.id, t.id FROM unnest(${records}::uuid[]) AS r(id), unnest(${tags}::uuid[]) AS t(id)
		ON CONFLICT DO NOTHING RETURNING ${of} AS id`;
}

/** Gives a company the tags of another as well. */
export async function copyCompanyTags(tx: Tx, userId: UserId, pair: { from: string; into: string }) {
	await uniteTags(tx, userId, 'company', pair);
}

/** Gives a contact the tags of another as well. */
export async function copyContactTags(tx: Tx, userId: UserId, pair: { from: string; into: string }) {
	await uniteTags(tx, userId, 'contact', pair);
}

async function uniteTags(tx: Tx, userId: UserId, kind: Kind, { from, into }: { from: string; into: string }) {
	const { rows, marks, of } = kinds[kind];
	const added = await tx.$executeRaw`
		INSERT INTO ${marks} (user_id, ${of}, tag_id)
		SELECT m.user_id, r.id, m.tag_id FROM ${marks} m JOIN ${rows} r ON r.user_id = m.user_id AND r.id = ${into}::uuid
		WHERE m.user_id = ${userId}::uuid AND m.${of} = ${from}::uuid ORDER BY m.tag_id
		ON CONFLICT DO NOTHING`;
	if (added > 0) await refuseTooMany(tx, userId, kind, [into]);
}

/** Refuses where a record would have more tags than its form can save. */
async function refuseTooMany(tx: Tx, userId: UserId, kind: Kind, records: string[]) {
	const { many, marks, of } = kinds[kind];
	const full = await tx.$queryRaw<unknown[]>`
		SELECT ${of} FROM ${marks} WHERE user_id = ${userId}::uuid AND ${of} = ANY (${records}::uuid[])
		GROUP BY ${of} HAVING count(*) > ${maxTags}`;
	if (full.length === 0) return;
	throw new Refusal(
		`A ${kind} can have ${maxTags} tags; ${full.length} of these ${many} would have more, so nothing was changed. Remove some of their tags first.`,
	);
}

/** Makes a tag. Refuses a name that another has, whatever the case. */
export async function createTag(tx: Tx, userId: UserId, { name, colour }: z.output<typeof newTag>) {
	await lockTagNames(tx, userId);
	await refuseTakenName(tx, userId, null, name);
	return tx.tag.create({ data: { userId, id: uuidv7(), name, colour }, select: named });
}

/** Renames and recolours a tag. Refuses a name that another has, and offers to merge the two. */
export async function editTag(tx: Tx, userId: UserId, { id, ...data }: z.output<typeof tagChanges>) {
	await lockTagNames(tx, userId);
	await refuseTakenName(tx, userId, id, data.name);
	const [saved] = await tx.tag.updateManyAndReturn({ where: { userId, id }, data, select: named });
	return saved ?? refuseMissing('tag');
}

async function refuseTakenName(tx: Tx, userId: UserId, id: string | null, name: string) {
	const [other] = await tx.$queryRaw<{ name: string }[]>`
		SELECT name FROM tag
		WHERE user_id = ${userId}::uuid AND name_key = lower(${name}) AND id IS DISTINCT FROM ${id}::uuid`;
	if (!other) return;
	const way = id ? 'Choose another name, or merge this tag into that one.' : 'Choose another name.';
	refuseField({ name: `You already have the tag “${other.name}”. ${way}` });
}

/** Tags everything that is tagged `from` as `into` and deletes `from`; returns the names of both. */
export async function mergeTags(tx: Tx, userId: UserId, { from, into }: z.output<typeof tagMerge>) {
	const tags = await tx.$queryRaw<{ id: string; name: string }[]>`
		SELECT id, name FROM tag WHERE user_id = ${userId}::uuid AND id IN (${from}::uuid, ${into}::uuid)
		ORDER BY id FOR UPDATE`;
	const target = tags.find(({ id }) => id === into);
	if (!target) refuseMissing('tag');
	for (const { rows, marks, of } of Object.values(kinds)) {
		await tx.$executeRaw`
			INSERT INTO ${marks} (user_id, ${of}, tag_id)
			SELECT m.user_id, r.id, ${into}::uuid FROM ${marks} m JOIN ${rows} r ON r.user_id = m.user_id AND r.id = m.${of}
			WHERE m.user_id = ${userId}::uuid AND m.tag_id = ${from}::uuid
			ORDER BY r.id FOR KEY SHARE OF r
			ON CONFLICT DO NOTHING`;
	}
	return { from: (await deleteTag(tx, userId, { id: from })).name, into: target.name };
}

/** Deletes a tag, and so takes it off everything that carries it; returns its name. */
export async function deleteTag(tx: Tx, userId: UserId, { id }: z.output<typeof tagReference>) {
	const [deleted] = await tx.$queryRaw<{ name: string }[]>`
		DELETE FROM tag WHERE user_id = ${userId}::uuid AND id = ${id}::uuid RETURNING name`;
	return deleted ?? refuseMissing('tag');
}
