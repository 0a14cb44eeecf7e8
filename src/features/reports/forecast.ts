import { listPath } from '@/domain/paths';
import { openStages } from '@/features/deals/schema';
import { monthName } from './report-words';
import type { ForecastPart } from './server/report-queries';

/** The number of months that the forecast shows one by one, beginning with the present one. */
export const forecastMonths = 6;

/** The name of a part of the forecast. */
export function partName({ kind, from = '' }: ForecastPart, locale: string): string {
	if (kind === 'month') return monthName({ from }, locale);
	return { overdue: 'Overdue', later: 'Later', none: 'No date' }[kind];
}

/** The list of exactly the deals of a part. */
export function partPath({ kind, from, to }: ForecastPart, currency: string) {
	return listPath('deals', {
		view: 'list',
		stage: openStages,
		currency,
		...(from && { closeFrom: from }),
		...(to && { closeTo: to }),
		...(kind === 'none' && { closeDay: 'none' }),
	});
}
