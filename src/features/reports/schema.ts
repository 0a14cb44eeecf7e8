import { anyText, day, lastOf } from '@/lib/list/list-filters';
import type { SearchParams } from '@/lib/list/list-params';

/** The periods to choose from; for the last one the user enters the days. */
export const periods = ['month', 'quarter', 'year', '12-months', 'own'] as const;
export type Period = (typeof periods)[number];

export const periodNames: Record<Period, string> = {
	month: 'This month',
	quarter: 'This quarter',
	year: 'This year',
	'12-months': 'Last 12 months',
	own: 'Own range',
};

const usualPeriod: Period = '12-months';

/** The state of the reports in the address. Days are YYYY-MM-DD and only apply to a custom range. */
export type ReportState = {
	period: Period;
	from: string | undefined;
	to: string | undefined;
	currency: string | undefined;
};

const filters = { period: lastOf(...periods), from: day(), to: day(), currency: anyText(3) };

/** The nearest valid state for any address: a custom range without a day becomes the default period. */
export function parseReports(params: SearchParams): ReportState {
	const values = (name: keyof typeof filters) => filters[name]([params[name] ?? []].flat());
	const [from, to] = [values('from')[0], values('to')[0]];
	const [period = usualPeriod] = filters.period([params.period ?? []].flat());
	const [currency] = values('currency');
	return period === 'own' && (from || to)
		? { period, from, to, currency }
		: { period: period === 'own' ? usualPeriod : period, from: undefined, to: undefined, currency };
}

/** The query string (with `?`, or empty) of the reports that differ from `state` by `change`. */
export function reportQuery(state: ReportState, change: Partial<ReportState> = {}): string {
	const { period, from, to, currency } = { ...state, ...change };
	const search = new URLSearchParams();
	if (period !== usualPeriod) search.set('period', period);
	if (period === 'own' && from) search.set('from', from);
	if (period === 'own' && to) search.set('to', to);
	if (currency) search.set('currency', currency);
	const text = search.toString();
	return text && `?${text}`;
}
