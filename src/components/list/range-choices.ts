import { formatDate } from '@/lib/dates/dates';
import { readBound } from '@/lib/money/amount-bound';
import { formatMoney, type MoneyStyle } from '@/lib/money/money';
import type { Range } from './range';

type RangeChoice = { label: string; options: { value: string; label: string }[]; range: true };

/** When records were made, as a list filters by it. */
export const createdRange: Range = { label: 'Created', kind: 'day', from: 'createdFrom', to: 'createdTo' };

const lastContactRange: Range = { label: 'Last contact', kind: 'day', from: 'lastFrom', to: 'lastTo' };

/** The days by which companies and contacts are filtered. */
export const recordDays = [lastContactRange, createdRange];

/** Of filters by a lowest and a highest value what their chips say, by parameter; amounts without a currency are the style's. */
export function rangeChoices(
	ranges: Range[],
	filters: Record<string, string[]>,
	style: MoneyStyle,
): Record<string, RangeChoice> {
	const write = (kind: Range['kind'], text: string) => {
		if (kind === 'day') return formatDate(text, style);
		const { value, currency = style.currency } = readBound(text);
		return formatMoney(value, { ...style, currency });
	};
	return Object.fromEntries(
		ranges.flatMap(({ label, kind, from, to }) =>
			[from, to].map((name): [string, RangeChoice] => {
				const options = (filters[name] ?? []).map((value) => ({ value, label: write(kind, value) }));
				return [name, { label: `${label} ${name === from ? 'from' : 'to'}`, options, range: true }];
			}),
		),
	);
}
