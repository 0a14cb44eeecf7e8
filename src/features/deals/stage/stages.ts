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

/** What a deal of a stage usually has, in percent; the database's deal_probability() says the same. */
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

/** What a deal is usually lost for; anything else can be said too, up to `maxLostReasonLength`. */
export const usualLostReasons = [
	'Price',
	'No budget',
	'Went with a competitor',
	'No decision',
	'Bad timing',
	'Not a fit',
] as const;

export const maxLostReasonLength = 500;

/** So many days a closed deal stays on the board. */
export const shownClosedDays = 90;

/** So many cards of a column are loaded at once. */
export const cardsAtOnce = 25;
