import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { columnsCookie } from '@/components/list/column-choice';
import { type ListName, viewPath } from '@/domain/paths';
import { requireUserId } from '@/lib/auth/session';
import { meaningOf } from '@/lib/list/list-meaning';
import { rememberedColumns, type SearchParams, searchParamsOf } from '@/lib/list/list-params';
import { queryOf, vocabularyOf } from './schema';
import { listViews } from './server/view-queries';
import type { SavedView } from './view';

/** The list's state from its address, and the view that it was opened as. */
export type ShownView = {
	list: ListName;
	/** As the address has it now; empty for the whole list. */
	query: string;
	view: (SavedView & { isChanged: boolean; isFirst: boolean; isLast: boolean }) | null;
	hasDefault: boolean;
	/** For a view that is saved from this page. */
	newId: string;
};

/**
 * Opens a list's page before anything is sent. An address without parameters redirects to the list's default view, if it has
 * one. Otherwise returns the state in the address. If that names no view but equals one, the view is named. If the list has
 * another default view, the state says that it isn't meant, so that no link within the list leads back to it.
 */
export async function openList(
	list: ListName,
	searchParams: Promise<SearchParams>,
): Promise<{ params: Promise<SearchParams>; shown: ShownView }> {
	const [userId, asked] = await Promise.all([requireUserId(), searchParams]);
	const views = (await listViews(userId)).filter((view) => view.list === list);
	const usual = views.find(({ isDefault }) => isDefault);
	if (usual && Object.keys(asked).length === 0) redirect(viewPath(usual));

	const query = queryOf(list, asked);
	const remembered = (await cookies()).get(columnsCookie(list))?.value;
	// written again, as a view may be older than the way in which the list now writes its address
	const asks = (written: string) => meaningOf(written, vocabularyOf[list]);
	const isAsAsked = (view: SavedView) => asks(queryOf(list, searchParamsOf(view.query))) === asks(query);
	const named = [asked.saved].flat()[0]?.toLowerCase();
	const view = views.find(({ id }) => id === named) ?? (query === '' ? undefined : views.find(isAsAsked));
	return {
		params: Promise.resolve({
			...asked,
			saved: view?.id ?? (usual ? 'none' : ''),
			[rememberedColumns]: remembered,
		}),
		shown: {
			list,
			// a view that is saved keeps the columns that are shown
			query: view || asked.cols || !remembered ? query : queryOf(list, { ...asked, cols: remembered }),
			view: view
				? { ...view, isChanged: !isAsAsked(view), isFirst: view === views[0], isLast: view === views.at(-1) }
				: null,
			hasDefault: usual !== undefined,
			newId: uuidv7(),
		},
	};
}
