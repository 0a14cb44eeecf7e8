import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';
import { DealBoard } from '../board/deal-board';
import { dealList } from '../schema';
import { DealList } from './deal-list';

/** The account's deals as the address asks for them: on the board or in a list. */
export async function Deals({ params }: { params: Promise<SearchParams> }) {
	const userId = await requireUserId();
	const state = dealList.parse(await params);
	const settings = await getSettings(userId);
	const View = state.view === 'list' ? DealList : DealBoard;
	return <View userId={userId} state={state} settings={settings} />;
}
