import type { Route } from 'next';
import type { Reached } from '@/components/rail/remedy-button';
import { newContactPath } from '@/domain/paths';
import { daysBetween } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import type { DecisionDeal } from '../server/decision-queries';
import { stageNames } from '../stage/stages';
import { blockerMeetingsWanted, roleOutOfTouchDays, staleDays } from './signals';

/** What clears a deal's worst signal, at its line. */
export type DecisionRemedy =
	| { kind: 'closeDate'; day: string }
	| { kind: 'call'; person: Reached }
	| { kind: 'followUp' }
	/** A link to a form, which opens over the page. */
	| { kind: 'create'; label: string; href: Route };

/** A deal's worst signal with its limit in words, how bad that is, and what clears it. */
export type Decision = { text: string; tone: 'late' | 'warn'; remedy: DecisionRemedy };

const days = (count: number) => counted(count, 'day', 'days');

/** The decision that a deal needs on a day (YYYY-MM-DD); null if none of its signals asks for one. */
export function decisionOf(deal: DecisionDeal, today: string): Decision | null {
	for (const say of sayings) {
		const decision = say(deal, today);
		if (decision) return decision;
	}
	return null;
}

type Saying = (deal: DecisionDeal, today: string) => Decision | null;

/** The worst first, as the statement has them. */
const sayings: Saying[] = [
	({ closePassed, daysSinceClose, expectedCloseOn }) =>
		closePassed && expectedCloseOn
			? {
					text: `Close date passed ${days(daysSinceClose ?? 0)} ago`,
					tone: 'late',
					remedy: { kind: 'closeDate', day: expectedCloseOn },
				}
			: null,
	({ decidersQuiet, quietDecider: person }) =>
		decidersQuiet && person
			? {
					text:
						person.days === null
							? 'Decision maker never contacted'
							: `No contact with the decision maker for ${days(person.days)}, ${roleOutOfTouchDays} at most`,
					tone: 'warn',
					remedy: { kind: 'call', person },
				}
			: null,
	({ blocker, id }) =>
		blocker && blocker.meetings < blockerMeetingsWanted
			? {
					text: `Met the blocker ${blocker.meetings} of ${blockerMeetingsWanted} times`,
					tone: 'warn',
					remedy: meet(id),
				}
			: null,
	({ staleFor, stage, id }) =>
		staleFor === null
			? null
			: {
					text: `Quiet for ${days(staleFor)}, ${staleDays[stage] ?? 0} at most in ${stageNames[stage]}`,
					tone: 'warn',
					remedy: meet(id),
				},
	({ contacts, companyId }) =>
		contacts ? null : { text: 'No contacts at this company', tone: 'warn', remedy: addContact(companyId) },
	({ followUp, expectedCloseOn }, today) =>
		followUp === 'none'
			? {
					text: expectedCloseOn
						? `No follow-up, closes ${inDays(daysBetween(today, expectedCloseOn))}`
						: 'No follow-up',
					tone: 'warn',
					remedy: { kind: 'followUp' },
				}
			: null,
	({ deciders, companyId }) =>
		deciders === 0 ? { text: 'No decision maker', tone: 'warn', remedy: addContact(companyId) } : null,
];

const inDays = (count: number) => (count === 0 ? 'today' : `in ${days(count)}`);

const meet = (id: string): DecisionRemedy => ({
	kind: 'create',
	label: 'Plan a meeting',
	href: `/activities/new?dealId=${id}&type=meeting` as Route,
});

const addContact = (companyId: string): DecisionRemedy => ({
	kind: 'create',
	label: 'Add contact',
	href: newContactPath(companyId),
});
