import { type Days, formatDate, formatMonth, monthOf } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';

/** A share such as "64 %", or a dash if the whole is zero. */
export function percent(part: number, whole: number): string {
	return whole > 0 ? `${Math.round((100 * part) / whole).toLocaleString('en')} %` : '–';
}

/** Days with one place, such as "12.5 days", or a dash. */
export function inDays(days: number | null): string {
	if (days === null) return '–';
	const rounded = oneDecimal(days);
	return `${rounded.toLocaleString('en')} ${rounded === 1 ? 'day' : 'days'}`;
}

/** A number with one place after the point. */
export function oneDecimal(value: number): number {
	return Math.round(value * 10) / 10;
}

/** "1 Nov 2026 to 30 Nov 2026". */
export function fromTo({ from, to }: Days, locale: string): string {
	return from === to
		? formatDate(from, { locale })
		: `${formatDate(from, { locale })} to ${formatDate(to, { locale })}`;
}

/** A month, or the rest of the present one, such as "November 2026". */
export const monthName = ({ from }: Pick<Days, 'from'>, locale: string) => formatMonth(from, { locale });

/** Whether some days are a whole month. */
export const isMonth = ({ from, to }: Days) => monthOf(from).from === from && monthOf(from).to === to;

/** A month by its name, a part of one from when to when. */
export const monthOrPart = (days: Days, locale: string) =>
	isMonth(days) ? monthName(days, locale) : fromTo(days, locale);

export const deals = (count: number) => counted(count, 'deal', 'deals');
export const companies = (count: number) => counted(count, 'company', 'companies');

/** Decimal strings added up, without losing a digit. */
export function addUp(amounts: string[]): string {
	const places = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
	const sum = amounts.reduce((total, amount) => {
		const [whole = '0', fraction = ''] = amount.split('.');
		return total + BigInt(whole + fraction.padEnd(places, '0'));
	}, 0n);
	const digits = sum.toString().padStart(places + 1, '0');
	return places > 0 ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
}
