/** The six stages of a deal, in their order, as they are stored. */
export const dealStages = [
	'prospecting',
	'qualification',
	'proposal',
	'negotiation',
	'closed_won',
	'closed_lost',
] as const;

export type DealStage = (typeof dealStages)[number];

export const stageNames: Record<DealStage, string> = {
	prospecting: 'Prospecting',
	qualification: 'Qualification',
	proposal: 'Proposal',
	negotiation: 'Negotiation',
	closed_won: 'Closed Won',
	closed_lost: 'Closed Lost',
};

/** The default probability of each stage, in percent, as in the database's deal_probability(). */
export const stageProbabilities: Record<DealStage, number> = {
	prospecting: 10,
	qualification: 25,
	proposal: 50,
	negotiation: 75,
	closed_won: 100,
	closed_lost: 0,
};

/** The stages of deals that are neither won nor lost. */
export const openStages = dealStages.filter((stage) => !isClosed(stage));

/** Whether a deal of the stage is won or lost. */
export function isClosed(stage: DealStage): boolean {
	return stage === 'closed_won' || stage === 'closed_lost';
}

/** Suggested reasons for a loss. Any other text is possible too, up to `maxLostReasonLength`. */
export const usualLostReasons = [
	'Price',
	'No budget',
	'Went with a competitor',
	'No decision',
	'Bad timing',
	'Not a fit',
] as const;

export const maxLostReasonLength = 500;

/** The days for which a closed deal stays on the board. */
export const shownClosedDays = 90;

/** The number of cards of a column that are loaded at once. */
export const cardsAtOnce = 25;

/** So many custom fields a card can show, and of so many cards they are asked for at once. */
export const maxCardFields = 6;
export const cardFieldsAtOnce = 100;
