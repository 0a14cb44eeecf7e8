import { v7 as uuidv7 } from 'uuid';
import type { ListName } from '@/domain/paths';
import { newView } from '@/features/views/schema';
import * as views from '@/features/views/server/view-mutations';
import { listViews } from '@/features/views/server/view-queries';
import type { SavedView } from '@/features/views/view';
import type { UserId } from '@/lib/auth/session';
import { acted } from './act';

export type ViewFields = { list?: ListName; query?: string; isDefault?: boolean };

/** Saves a view through the form's own schema. */
export async function saveView(userId: UserId, name: string, more: ViewFields = {}) {
	const input = newView.parse({ id: uuidv7(), list: 'contacts', query: 'decides=yes', ...more, name });
	return (await acted((tx) => views.saveView(tx, userId, input))).data;
}

export const viewsOf = async (userId: UserId, list: ListName) =>
	(await listViews(userId)).filter((view: SavedView) => view.list === list);
/** What the views of a list are called, in their order. */
export const viewNames = async (userId: UserId, list: ListName = 'contacts') =>
	(await viewsOf(userId, list)).map(({ name, isDefault }) => (isDefault ? `${name} (default)` : name));
