import type { Settings } from '@/features/account/server/account-queries';
import { dayIn, formatDate, formatDayOfMonth } from '@/lib/dates/dates';
import { formatMoney } from '@/lib/money/money';
import type { DealRow } from '../server/deal-queries';
import { type CardSignals, presentCardSignals, type SignalFacts } from '../signals/signals';
import { type DealStage, dealStages } from '../stage/stages';
import { presentAmounts, type ShortAmounts } from './short-amounts';

// What the board and the sums show, as text: it is written once, on the server, so that the page and every answer to a
// move read the same in any browser.

/**
 * Some deals added up: of one column of the board as it is shown, or (without a stage) of everything under the filters
 * that is open, won or lost. Per currency; the weighted value is value times probability.
 */
export type DealSum = {
	stage: DealStage | null;
	status: 'open' | 'won' | 'lost';
	currency: string;
	count: number;
	value: string;
	weighted: string;
};

/** A deal as its card shows it, and for how many of the user's days it has been in its stage. */
export type BoardDeal = Pick<
	DealRow,
	'id' | 'name' | 'stage' | 'value' | 'currency' | 'expectedCloseOn' | 'closedAt' | 'companyName' | 'contactName'
> &
	SignalFacts & { days: number; probability: number };

/** A column added up in one line: how many deals, and their sums side by side. */
export type ShownHead = { count: number; value: ShortAmounts; weighted: ShortAmounts };
export type ShownSums = {
	columns: Record<DealStage, ShownHead>;
	totals: Record<DealSum['status'], ShownHead>;
};

type Style = Pick<Settings, 'locale' | 'currency'>;

/** The sums of all columns and of all that is filtered, as text in the account's language. */
export function presentSums(sums: DealSum[], style: Style): ShownSums {
	const head = (isMeant: (sum: DealSum) => boolean) => presentHead(sums.filter(isMeant), style);
	const of = (status: DealSum['status']) => head((sum) => sum.stage === null && sum.status === status);
	return {
		columns: Object.fromEntries(
			dealStages.map((stage) => [stage, head((sum) => sum.stage === stage)]),
		) as ShownSums['columns'],
		totals: { open: of('open'), won: of('won'), lost: of('lost') },
	};
}

/** Some sums as the head of a column shows them. */
export const presentHead = (
	sums: Pick<DealSum, 'currency' | 'count' | 'value' | 'weighted'>[],
	style: Style,
): ShownHead => ({
	count: countOf(sums),
	value: presentAmounts(sums, 'value', style, 'ifLong'),
	weighted: presentAmounts(sums, 'weighted', style, 'ifLong'),
});

/** The number of deals in some sums. */
export function countOf(sums: { count: number }[]): number {
	return sums.reduce((count, sum) => count + sum.count, 0);
}

/** A card as the board shows it. */
export type ShownCard = {
	id: string;
	name: string;
	value: string;
	company: string;
	contact: string | null;
	/** Such as "50%". */
	probability: string;
	/** When it was closed or is expected to be: in few words and in full, and whether that day has passed while it is open. */
	close: { day: string; whole: string; is: 'closed' | 'passed' | 'expected' } | null;
	signals: CardSignals | null;
	/** The user's days in the present stage. */
	days: number;
};

/** Cards as text, with the user's days. */
export function presentCards(cards: BoardDeal[], settings: Pick<Settings, 'locale' | 'timeZone'>): ShownCard[] {
	const { locale, timeZone } = settings;
	return cards.map((card) => {
		const { id, name, value, currency, companyName, contactName, probability, closedAt, expectedCloseOn, days } = card;
		const closeOn = closedAt ? dayIn(closedAt, timeZone) : expectedCloseOn;
		return {
			id,
			name,
			value: formatMoney(value, { locale, currency }),
			company: companyName,
			contact: contactName,
			probability: `${probability}%`,
			close: closeOn
				? {
						day: formatDayOfMonth(closeOn, { locale }),
						whole: formatDate(closeOn, { locale }),
						is: closedAt ? 'closed' : card.closePassed ? 'passed' : 'expected',
					}
				: null,
			days,
			signals: presentCardSignals(card, settings),
		};
	});
}

type Moved = { name: string; from: DealStage; sums: DealSum[]; card: BoardDeal | null | undefined; settings: Settings };

/** The result of a move as text: the deal's name, the stage that it was in, its card and the sums. */
export function presentMove({ sums, card, settings, ...moved }: Moved) {
	return { ...moved, sums: presentSums(sums, settings), card: presentCards(card ? [card] : [], settings)[0] };
}

/** The cards of all columns, and the sums. */
export type ShownBoard = { cards: Record<DealStage, ShownCard[]>; sums: ShownSums };

/** Cards as text, column by column. */
export function presentColumns(
	cards: BoardDeal[],
	settings: Pick<Settings, 'locale' | 'timeZone'>,
): Record<DealStage, ShownCard[]> {
	const shown = (stage: DealStage) =>
		presentCards(
			cards.filter((card) => card.stage === stage),
			settings,
		);
	return Object.fromEntries(dealStages.map((stage) => [stage, shown(stage)])) as Record<DealStage, ShownCard[]>;
}
