import type { Metadata } from 'next';
import { getSettings } from '@/features/account/server/account-queries';
import { LogOffer } from '@/features/activities/components/log-offer';
import { presentAgenda } from '@/features/today/agenda-entry';
import { CallMode } from '@/features/today/components/call-mode';
import { readAgenda } from '@/features/today/server/agenda-queries';
import { readEntryDetails } from '@/features/today/server/details-queries';
import { requireUserId } from '@/lib/auth/session';
import { agendaActions } from '../agenda-actions';

export const metadata: Metadata = { title: 'Next' };

/** Call mode: the day's entries one at a time, the one that the address names or else the first. */
export default async function NextPage({ searchParams }: PageProps<'/dashboard/next'>) {
	const userId = await requireUserId();
	const [settings, { at }] = await Promise.all([getSettings(userId), searchParams]);
	const { rows } = await readAgenda(userId, settings);
	const entries = presentAgenda(rows, new Date(), settings);
	const shown = entries.find(({ key }) => key === at) ?? entries[0];
	const details = shown && {
		key: shown.key,
		...(await readEntryDetails(userId, {
			companyId: shown.company?.id,
			contactId: shown.contact?.id,
			dealId: shown.deal?.id,
		})),
	};
	return (
		<>
			<CallMode entries={entries} first={details ?? null} actions={agendaActions} />
			<LogOffer />
		</>
	);
}
