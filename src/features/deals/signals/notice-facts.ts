import type { Reached } from '@/components/rail/remedy-button';
import type { DealStage } from '../stage/stages';

/** Whom and what the signals of an open deal are about. */
export type NoticeFacts = {
	stage: DealStage;
	/** The days without contact about the deal, if they are too many and nothing is planned. */
	staleFor: number | null;
	/** A decision maker who was not contacted for too long, and for how many days; null if never. */
	quietDecider: (Reached & { days: number | null }) | null;
	/** The blocker who was met least, up to as often as it takes. */
	blocker: (Pick<Reached, 'id' | 'name'> & { meetings: number }) | null;
	/** With whom the deal is discussed. */
	main: Reached | null;
	/** For how long the expected close date has passed; negative if it is still to come. */
	daysSinceClose: number | null;
	/** How long the deal has been in its stage, and how long deals that were won usually were; null if these are few. */
	daysInStage: number;
	usualDays: number | null;
};

/** Whether a deal has been in its stage for clearly longer than those that were won. */
export function isLongInStage({ daysInStage, usualDays }: Pick<NoticeFacts, 'daysInStage' | 'usualDays'>): boolean {
	return usualDays !== null && daysInStage >= usualDays + 3 && daysInStage > 1.5 * usualDays;
}
