import { getSettings } from '@/features/account/server/account-queries';
import { presentAgenda } from '@/features/today/agenda-entry';
import { Agenda } from '@/features/today/components/agenda';
import { readAgenda } from '@/features/today/server/agenda-queries';
import { requireUserId } from '@/lib/auth/session';
import { agendaActions, agendaPaths } from './agenda-actions';

/** What the day asks for, with what can be done about each. Where that is nothing, `unlessEmpty` shows nothing. */
export async function Day({ unlessEmpty }: { unlessEmpty?: true }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const { rows, counts } = await readAgenda(userId, settings);
	if (unlessEmpty && rows.length === 0) return null;
	return (
		<Agenda
			entries={presentAgenda(rows, new Date(), settings)}
			counts={counts}
			more={agendaPaths}
			actions={agendaActions}
		/>
	);
}
