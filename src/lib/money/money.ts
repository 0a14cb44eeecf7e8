import { numberFormat } from './number-format';

/** How an account reads and writes amounts. */
export type MoneyStyle = { locale: string; currency: string };

/** The most digits before and after the decimal point: what numeric(15,2) holds. */
export const maxDigits = 13;
export const maxDecimals = 2;

/** The decimals that a currency has (ISO 4217, as Intl knows it): three for KWD and BHD, none for VND and JPY. */
export function ownDecimals(currency: string): number {
	return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? maxDecimals;
}

/** How many of a currency's decimals are stored: 0 to 2. */
export function decimalsOf(currency: string): number {
	return Math.min(ownDecimals(currency), maxDecimals);
}

/** The sign that begins the decimals in a language. */
export function decimalSign(locale: string): string {
	return (
		numberFormat(locale)
			.formatToParts(1.5)
			.find(({ type }) => type === 'decimal')?.value ?? '.'
	);
}

/** A decimal string as an amount in its currency, such as "1.500.000 ₫". */
export function formatMoney(value: string, { locale, currency }: MoneyStyle): string {
	const whole = !value.includes('.') || /\.0*$/.test(value);
	return numberFormat(locale, {
		style: 'currency',
		currency,
		minimumFractionDigits: whole ? 0 : decimalsOf(currency),
		maximumFractionDigits: 2,
	}).format(value as Intl.StringNumericLiteral);
}

/** A decimal string as a form shows it, such as "1.500.000,50": `parseMoney` reads it back. */
export function formatAmount(value: string, { locale, currency }: MoneyStyle): string {
	const whole = !value.includes('.') || /\.0*$/.test(value);
	return numberFormat(locale, {
		numberingSystem: 'latn',
		minimumFractionDigits: whole ? 0 : decimalsOf(currency),
		maximumFractionDigits: 2,
	}).format(value as Intl.StringNumericLiteral);
}

/** A decimal string, such as a weighted value, rounded to the decimals of its currency. */
export function formatRounded(value: string, { locale, currency }: MoneyStyle): string {
	const digits = decimalsOf(currency);
	return numberFormat(locale, {
		style: 'currency',
		currency,
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		trailingZeroDisplay: 'stripIfInteger',
	}).format(value as Intl.StringNumericLiteral);
}

/** A short amount for a chart, such as "$1.2M" or "1,2 T ₫". `value` may have lost its last digits. */
export function formatShort(value: number, { locale, currency }: MoneyStyle): string {
	return numberFormat(locale, {
		style: 'currency',
		currency,
		notation: 'compact',
		maximumSignificantDigits: 3,
	}).format(value);
}

/** A short number without a currency for the axis of a chart, such as "1.2M" or "1,2 T". */
export function formatTick(value: number, { locale }: Pick<MoneyStyle, 'locale'>): string {
	return numberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
}
