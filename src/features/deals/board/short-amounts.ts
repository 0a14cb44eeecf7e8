import type { Settings } from '@/features/account/server/account-queries';
import { formatRounded, formatShort } from '@/lib/money/money';

/** Some deals of one currency, added up. */
type Sum = { currency: string; value: string; weighted: string };

/** Amounts side by side, the main currency's first. `whole` has all of them in full, for screen readers and titles. */
export type ShortAmounts = { first: string; others: string[]; whole: string };

/** Sums of several currencies in one line. They are never added up: the account's own currency comes first, then the largest part. */
export function presentAmounts(
	sums: Sum[],
	amount: 'value' | 'weighted',
	{ locale, currency: own }: Pick<Settings, 'locale' | 'currency'>,
	isShort: boolean | 'ifLong' = false,
): ShortAmounts {
	const inOrder = mainFirst(sums, own);
	const whole = inOrder.map((sum) => formatRounded(sum[amount], { locale, currency: sum.currency }));
	const short = inOrder.map((sum) => formatShort(Number(sum[amount]), { locale, currency: sum.currency }));
	return {
		first:
			(isShort === true || (isShort && isLong(whole[0])) ? short : whole)[0] ??
			formatRounded('0', { locale, currency: own }),
		others: short.slice(1),
		whole: new Intl.ListFormat('en-US').format(whole),
	};
}

/** So many letters of an amount have room in a column. */
const room = 12;

const isLong = (amount = '') => amount.length > room;

/** The sums with those in the account's own currency first. */
export function mainFirst<Sum extends { currency: string }>(sums: Sum[], own: string): Sum[] {
	return [...sums.filter(({ currency }) => currency === own), ...sums.filter(({ currency }) => currency !== own)];
}
