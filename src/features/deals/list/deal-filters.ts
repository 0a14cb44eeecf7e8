import { chosenOptions, textOptions } from '@/components/list/chosen-options';
import type { Range } from '@/components/list/range';
import { createdRange, rangeChoices } from '@/components/list/range-choices';
import type { NamedRecord } from '@/domain/named-record';
import type { Settings } from '@/features/account/server/account-queries';
import type { MoneyStyle } from '@/lib/money/money';
import { type DealListState, namedCloses, singleValue } from '../schema';
import { signalFilters, signalNames } from '../signals/signals';
import { dealStages, stageNames } from '../stage/stages';

const closeNames: Record<(typeof namedCloses)[number], string> = {
	month: 'This month',
	'next-month': 'Next month',
	quarter: 'This quarter',
	'30days': 'Next 30 days',
};

/** The filters by a lowest and a highest value. */
export const dealRanges: Range[] = [
	{ label: 'Deal value', kind: 'amount', from: 'valueFrom', to: 'valueTo' },
	{ label: 'Expected close', kind: 'day', from: 'closeFrom', to: 'closeTo' },
	createdRange,
	{ label: 'Closed', kind: 'day', from: 'closedFrom', to: 'closedTo' },
];

/** How a filter's amounts are written, and the currency of those without one. */
export function amountStyle({ filters }: DealListState, { locale, currency }: Settings): MoneyStyle {
	return { locale, currency: singleValue(filters.currency) ?? currency };
}

/** What deals can be filtered by, in the list and on the board alike. */
export function dealFilters(
	state: DealListState,
	companies: NamedRecord[],
	contacts: NamedRecord[],
	settings: Settings,
) {
	const { filters } = state;
	return {
		stage: { label: 'Stage', options: dealStages.map((stage) => ({ value: stage, label: stageNames[stage] })) },
		signal: {
			label: 'Signal',
			options: signalFilters.map((signal) => ({ value: signal, label: signalNames[signal] })),
		},
		close: {
			label: 'Expected close',
			options: namedCloses.map((range) => ({ value: range, label: closeNames[range] })),
		},
		company: {
			label: 'Company',
			source: '/api/companies',
			options: chosenOptions(filters.company, companies, 'company'),
		},
		contact: {
			label: 'Contact',
			source: '/api/contacts',
			options: chosenOptions(filters.contact, contacts, 'contact'),
		},
		currency: {
			label: 'Currency',
			options: filters.currency.map((code) => ({ value: code, label: code })),
			range: true as const,
		},
		closeDay: { label: 'Expected close', options: [{ value: 'none', label: 'No date' }], range: true as const },
		lostReason: {
			label: 'Lost because',
			options: textOptions(filters.lostReason),
			range: true as const,
		},
		noReason: { label: 'Lost because', options: [{ value: 'yes', label: 'No reason given' }], range: true as const },
		...rangeChoices(dealRanges, filters, amountStyle(state, settings)),
	};
}
