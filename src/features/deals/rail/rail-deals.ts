import type { Settings } from '@/features/account/server/account-queries';
import { formatDate } from '@/lib/dates/dates';
import { formatMoney } from '@/lib/money/money';
import type { DealRole } from '../roles';
import { bySeverity, presentSignals, type ShownSignal, type SignalFacts } from '../signals/signals';
import type { DealStage } from '../stage/stages';

/** An open deal as a rail reads it: days since it came to its stage, and the role of the contact whose page it is. */
export type RailDealRow = SignalFacts & {
	id: string;
	name: string;
	stage: DealStage;
	value: string;
	currency: string;
	expectedCloseOn: string | null;
	days: number;
	role: DealRole | null;
};

/** The same in words. */
export type RailDeal = {
	id: string;
	name: string;
	stage: DealStage;
	/** The value as it is shown, and as it is edited, such as "1500.00 USD". */
	value: string;
	amount: string;
	close: { day: string; hasPassed: boolean } | null;
	days: number;
	role: DealRole | null;
	/** The worst of its signals; none where all is well. */
	signal: ShownSignal | null;
};

/** The won or the lost deals of one currency. */
export type ClosedSum = { stage: DealStage; currency: string; count: number; value: string };

/** The first open deals, how many there are, and the closed ones added up. */
export type ShownRailDeals = { deals: RailDeal[]; open: number; closed: ClosedSum[] };

/** A deal in the words of a rail. */
export function presentRailDeal(deal: RailDealRow, { locale }: Pick<Settings, 'locale'>): RailDeal {
	const { id, name, stage, value, currency, expectedCloseOn, closePassed, days, role } = deal;
	const [signal = null] = bySeverity(presentSignals(deal, { locale }));
	return {
		id,
		name,
		stage,
		value: formatMoney(value, { locale, currency }),
		amount: `${value} ${currency}`,
		close: expectedCloseOn ? { day: formatDate(expectedCloseOn, { locale }), hasPassed: closePassed === true } : null,
		days,
		role,
		signal,
	};
}

/** "1 won, ₫610,000,000 · 2 lost"; empty where none is closed. */
export function closedText(sums: ClosedSum[], { locale }: Pick<Settings, 'locale'>): string {
	const of = (stage: DealStage) => sums.filter((sum) => sum.stage === stage);
	const count = (chosen: ClosedSum[]) => chosen.reduce((total, sum) => total + sum.count, 0);
	const won = of('closed_won');
	const lost = count(of('closed_lost'));
	const values = won.map(({ value, currency }) => formatMoney(value, { locale, currency }));
	return [
		won.length > 0 && `${count(won).toLocaleString('en')} won, ${values.join(' and ')}`,
		lost > 0 && `${lost.toLocaleString('en')} lost`,
	]
		.filter(Boolean)
		.join(' · ');
}
