import { getSettings } from '@/features/account/server/account-queries';
import { presentAgenda } from '@/features/today/agenda-entry';
import { Agenda } from '@/features/today/components/agenda';
import { readAgenda } from '@/features/today/server/agenda-queries';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';
import { agendaActions, agendaPaths } from './agenda-actions';

type DayProps = { params: Promise<SearchParams>; unlessEmpty?: true };

/** What the day asks for, with what can be done about each; the address says whether all dates are shown. Where that is nothing, `unlessEmpty` shows nothing. */
export async function Day({ params, unlessEmpty }: DayProps) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const hasAllDates = (await params).dates === 'all';
	const { rows, counts } = await readAgenda(userId, settings, { hasAllDates });
	if (unlessEmpty && rows.length === 0) return null;
	return (
		<Agenda
			entries={presentAgenda(rows, new Date(), settings)}
			counts={counts}
			more={hasAllDates ? { ...agendaPaths, dates: undefined } : agendaPaths}
			actions={agendaActions}
		/>
	);
}
