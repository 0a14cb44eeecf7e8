'use client';

import { useOptimistic, useState, useTransition } from 'react';
import { useDateSettings } from '@/components/form/date/date-settings';
import { type FormFailure, noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { wantCreate } from '@/components/layout/create-wanted';
import type { Belonging, Wanted } from '@/domain/creating';
import { sayDay } from '@/lib/dates/dates-style';
import type { AgendaEntry } from './agenda-entry';

type Done = { ok: true; changeSet: string } | FormFailure;

/** What saves the day's work. They are other features' actions, which the page hands in. */
export type AgendaActions = {
	completeFollowUp: (input: { id: string; done: boolean }) => Promise<Done>;
	snoozeFollowUp: (input: { id: string; until: string; untilTime?: string }) => Promise<Done>;
	postponeActivity: (input: { id: string; until: string }) => Promise<Done>;
	snoozeContact: (input: { id: string; until: string }) => Promise<Done>;
	logOutcome: (input: { id: string; outcome: string }) => Promise<Done>;
};

/** What was done with an entry here, for as long as the page is open. */
export type Finished = { entry: AgendaEntry; what: string; changeSet: string };

/**
 * What can be done with the day's entries, and which of them are leaving at this moment. One whose saving fails is back, with the
 * reason.
 */
export function useAgenda(actions: AgendaActions) {
	const undoToast = useUndoToast();
	const { style } = useDateSettings();
	const [leaving, leave] = useOptimistic([] as string[], (all, key: string) => [...all, key]);
	const [finished, setFinished] = useState<Finished[]>([]);
	const [, startSending] = useTransition();

	function send(entry: AgendaEntry, what: string, run: () => Promise<Done>) {
		startSending(async () => {
			leave(entry.key);
			const result = await run().catch(noAnswerFailure());
			if (!result.ok) return sayFailure(result);
			const { changeSet } = result;
			setFinished((all) => [...all.filter((each) => each.entry.key !== entry.key), { entry, what, changeSet }]);
			undoToast(message`${what}: ${entry.title}`, changeSet);
		});
	}

	return {
		leaving,
		finished,
		/** Ticks a follow-up off. */
		complete: (entry: AgendaEntry) => send(entry, 'Done', () => actions.completeFollowUp({ id: entry.id, done: true })),
		/** Puts an entry off to a day (YYYY-MM-DD), and what is done at a time to one (HH:MM). */
		snooze: (entry: AgendaEntry, until: string, time?: string) => {
			const { id, kind } = entry;
			// a date comes when it comes
			if (kind === 'date') return;
			const put = {
				followUp: () => actions.snoozeFollowUp({ id, until, ...(time && { untilTime: time }) }),
				activity: () => actions.postponeActivity({ id, until: time ? `${until}T${time}` : until }),
				contact: () => actions.snoozeContact({ id, until }),
			};
			send(entry, `Snoozed to ${sayDay(until, style)}`, put[kind]);
		},
		/** Writes down what came of something planned. */
		logOutcome: (entry: AgendaEntry, outcome: string) =>
			send(entry, 'Logged', () => actions.logOutcome({ id: entry.id, outcome })),
		/** Adds what was logged in the composer to what is finished. */
		noteLogged: (entry: AgendaEntry, changeSet: string) =>
			setFinished((all) => [...all, { entry, what: 'Logged', changeSet }]),
		/** What was undone is not finished any more. */
		forget: (changeSet: string) => setFinished((all) => all.filter((each) => each.changeSet !== changeSet)),
	};
}

/** Opens the composer for whom an entry is about, over the page. */
export function logFor(entry: AgendaEntry, onLogged?: Wanted['onLogged']): void {
	wantCreate({
		what: 'activity',
		of: belongingOf(entry),
		...(entry.kind === 'contact' && { type: 'call' }),
		...(onLogged && { onLogged }),
	});
}

/** Opens a new follow-up for whom an entry is about, over the page. */
export function addFollowUpFor(entry: AgendaEntry): void {
	wantCreate({ what: 'followUp', of: belongingOf(entry) });
}

/** The nearest record of an entry. */
function belongingOf({ kind, deal, contact, company }: AgendaEntry): Belonging {
	if (deal && kind !== 'contact') return { dealId: deal.id };
	if (contact) return { contactId: contact.id };
	return company ? { companyId: company.id } : {};
}
