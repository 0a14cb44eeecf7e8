import 'server-only';
import type { z } from 'zod';
import { refuseIfOther, refuseMissing } from '@/domain/records';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { Refusal, refuseField } from '@/lib/errors/errors';
import { type newView, readQuery, type viewDefault, type viewMove, type viewName, type viewQuery } from '../schema';
import { listNames, maxViews, type SavedView } from '../view';

/**
 * The account's views in their order, for a change of them. Nobody else changes them before the transaction ends: their
 * constraints are deferrable, for the sake of undo, and how many there are has no constraint.
 */
async function holdViews(tx: Tx, userId: UserId): Promise<(SavedView & { place: number })[]> {
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`views of ${userId}`}, 0))`;
	return tx.$queryRaw`
		SELECT id, list, name, query, is_default AS "isDefault", place FROM saved_view
		WHERE user_id = ${userId}::uuid ORDER BY place, id FOR UPDATE`;
}

/** The view, and all views of its list. */
async function holdView(tx: Tx, userId: UserId, id: string) {
	const views = await holdViews(tx, userId);
	const view = views.find((each) => each.id === id) ?? refuseMissing('view');
	return { view, siblings: views.filter(({ list }) => list === view.list) };
}

async function write(
	tx: Tx,
	userId: UserId,
	{ id }: SavedView,
	data: Partial<Pick<SavedView, 'name' | 'query' | 'isDefault'> & { place: number }>,
) {
	await tx.savedView.update({ where: { userId_id: { userId, id } }, data });
}

/** Keeps a list's search, filters and order under a name, behind its other views. */
export async function saveView(tx: Tx, userId: UserId, input: z.output<typeof newView>): Promise<SavedView> {
	const views = await holdViews(tx, userId);
	const saved = views.find(({ id }) => id === input.id);
	if (saved) {
		refuseIfOther(saved, { list: input.list, name: input.name, query: input.query });
		return saved;
	}
	const siblings = views.filter(({ list }) => list === input.list);
	if (siblings.length >= maxViews)
		throw new Refusal(`A list can have ${maxViews} views. Delete one that you no longer need, then save this one.`);
	await refuseTakenName(tx, userId, input);
	if (input.isDefault) await clearDefault(tx, userId, siblings);
	await tx.savedView.create({ data: { userId, ...input, place: (siblings.at(-1)?.place ?? 0) + 1 } });
	return input;
}

/** Gives a view another name. */
export async function renameView(tx: Tx, userId: UserId, { id, name }: z.output<typeof viewName>) {
	const { view } = await holdView(tx, userId, id);
	await refuseTakenName(tx, userId, { ...view, name });
	await write(tx, userId, view, { name });
	return { id, name };
}

async function refuseTakenName(tx: Tx, userId: UserId, { id, list, name }: Pick<SavedView, 'id' | 'list' | 'name'>) {
	const [other] = await tx.$queryRaw<{ name: string }[]>`
		SELECT name FROM saved_view WHERE user_id = ${userId}::uuid AND list = ${list} AND name_key = lower(${name})
			AND id <> ${id}::uuid`;
	if (!other) return;
	const noun = listNames[list].toLowerCase();
	refuseField({ name: `You already have a view of ${noun} named “${other.name}”. Choose another name.` });
}

/** Gives a view another search, filters and order; returns its name. */
export async function changeView(tx: Tx, userId: UserId, { id, query }: z.output<typeof viewQuery>) {
	const { view } = await holdView(tx, userId, id);
	const read = readQuery(view.list, query);
	if ('message' in read) throw new Refusal(read.message);
	await write(tx, userId, view, { query: read.query });
	return { id, name: view.name };
}

/** Makes a view what its list opens with, instead of any other, or no longer; returns its name. */
export async function setDefaultView(tx: Tx, userId: UserId, { id, isDefault }: z.output<typeof viewDefault>) {
	const { view, siblings } = await holdView(tx, userId, id);
	if (view.isDefault !== isDefault) {
		if (isDefault) await clearDefault(tx, userId, siblings);
		await write(tx, userId, view, { isDefault });
	}
	return { id, name: view.name };
}

async function clearDefault(tx: Tx, userId: UserId, siblings: SavedView[]) {
	const present = siblings.find(({ isDefault }) => isDefault);
	if (present) await write(tx, userId, present, { isDefault: false });
}

/** Moves a view one place up or down among its list's views, unless it is first or last; returns its name. */
export async function moveView(tx: Tx, userId: UserId, { id, direction }: z.output<typeof viewMove>) {
	const { view, siblings } = await holdView(tx, userId, id);
	const from = siblings.indexOf(view);
	const to = Math.min(Math.max(from + (direction === 'up' ? -1 : 1), 0), siblings.length - 1);
	const moved = siblings.toSpliced(from, 1).toSpliced(to, 0, view);
	// a view that an undo restored may share its place with another
	for (const [index, each] of moved.entries())
		if (each.place !== index + 1) await write(tx, userId, each, { place: index + 1 });
	return { id, name: view.name };
}

/** Deletes a view, but none of the records that it shows; returns its name. */
export async function deleteView(tx: Tx, userId: UserId, { id }: { id: string }) {
	const { view } = await holdView(tx, userId, id);
	await tx.savedView.delete({ where: { userId_id: { userId, id } } });
	return { id, name: view.name };
}
