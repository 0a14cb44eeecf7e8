import { allFollowUpsPath, listPath } from '@/domain/paths';
import { logOutcome, postponeActivity } from '@/features/activities/actions';
import { snoozeContact } from '@/features/contacts/actions';
import { completeFollowUp, snoozeFollowUp } from '@/features/follow-ups/actions';
import type { AgendaProps } from '@/features/today/components/agenda';

/** What saves the day's work, of the features that keep it. */
export const agendaActions: AgendaProps['actions'] = {
	completeFollowUp,
	snoozeFollowUp,
	postponeActivity,
	snoozeContact,
	logOutcome,
};

/** Where all entries of a part of the day are listed. */
export const agendaPaths: AgendaProps['more'] = {
	overdue: allFollowUpsPath,
	today: allFollowUpsPath,
	meetings: listPath('activities', { when: 'today', sort: 'when.asc' }),
	dates: '/dashboard?dates=all',
	quiet: listPath('contacts', { silent: 'rhythm' }),
};
