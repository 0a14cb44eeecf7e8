import type { MoneyStyle } from '@/lib/money/money';

/** A filter by a lowest and a highest value, each with its own parameter in the address. */
export type Range = { label: string; kind: 'amount' | 'day'; from: string; to: string };

export type RangeFiltersProps = {
	/** What the button says. */
	label: string;
	ranges: Range[];
	/** How the account writes amounts, and their currency where none is chosen. */
	style: MoneyStyle;
	/** The currencies that amounts can be in. */
	currencies?: string[];
	/** The list's query string. */
	query: string;
};
