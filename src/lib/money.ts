import { currencies } from '@/lib/locale';

/** How an account reads and writes amounts. */
export type MoneyStyle = { locale: string; currency: string };

export type ParsedMoney = { ok: true; value: string } | { ok: false; message: string };

/** So many digits may stand before the point: what numeric(15,2) holds. */
const mostDigits = 13;
/** Nobody writes an amount in more characters. */
const longestAmount = 100;

// what people write behind a number, in English and Vietnamese, with its zeros
const multipliers: [RegExp, zeros: number][] = [
	[/(?<=[\d ])(?:b|bn|billion|t[ỷỉy])$/u, 9],
	[/(?<=[\d ])(?:m|mn|mio|million|tr|tri[ệe]u)$/u, 6],
	[/(?<=[\d ])(?:k|thousand|ngh[ìi]n|ng[àa]n)$/u, 3],
];

const sign = '[a-z]{0,2}\\p{Sc}[a-z]{0,2}|(?:vn)?đ(?:[oồ]ng)?';
const currencyMarks = new RegExp(`^(?:${sign}|([a-z]{3})(?=[ \\d])) ?| ?(?:${sign}|([a-z]{3}))$`, 'u');

/** Whether a currency is written with a sign: "$" fits every dollar, "€" the euro alone. */
function hasSign(currency: string, mark: string): boolean {
	const own = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
		.formatToParts(1)
		.find(({ type }) => type === 'currency')?.value;
	const written = /đ/.test(mark) ? '₫' : (/\p{Sc}/u.exec(mark.normalize('NFKC'))?.[0] ?? '');
	return own?.normalize('NFKC').includes(written) ?? true;
}

/** The amount without its currency. Three letters that are no currency stay: "1.5mil" is not 1.5. */
function withoutCurrency(text: string): { bare: string; code?: string | undefined; mark?: string | undefined } {
	const mark = currencyMarks.exec(text);
	const code = (mark?.[1] ?? mark?.[2])?.toUpperCase();
	if (!mark || (code && !currencies().includes(code))) return { bare: text };
	return { bare: text.replace(currencyMarks, ''), code, mark: code ? undefined : mark[0].trim() };
}

/** The decimals of a currency, 0 to 2 (ISO 4217, as Intl knows it). */
export function decimalsOf(currency: string): number {
	const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
	return Math.min(maximumFractionDigits, 2);
}

type Amount = { ok: true; whole: string; fraction: string; typed: string } | { ok: false; message: string };

/** An amount as people type it, in any number of decimals; `example` is one that would be read, `currency` the chosen one. */
function readAmount(typed: string, locale: string, example: string, currency?: string): Amount {
	if (typed.length > longestAmount) return { ok: false, message: `Enter an amount, such as ${example}.` };
	const text = typed.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
	if (/^[^\d−–-]{0,4}[−–-][^\d−–-]{0,4}\d/.test(text)) return { ok: false, message: 'An amount cannot be negative.' };
	// "1,5 tỷ đ": the word may stand before the currency or after it
	const { bare, ...outer } = withoutCurrency(text);
	const multiplied = [text, bare].find((variant) => multipliers.some(([word]) => word.test(variant))) ?? bare;
	const [word, zeros] = multipliers.find(([ending]) => ending.test(multiplied)) ?? [/$/, 0];
	const { bare: digits, ...inner } = withoutCurrency(multiplied.replace(word, '').trim());
	const number = readNumber(digits, locale);
	if (!number) return { ok: false, message: `This is not an amount; one looks like ${example}.` };
	const { code, mark } = inner.code || inner.mark || multiplied !== bare ? inner : outer;
	if (code && currency && code !== currency)
		return { ok: false, message: `This is in ${code}, but ${currency} is chosen.` };
	if (mark && currency && !hasSign(currency, mark))
		return { ok: false, message: `This is in ${mark}, but ${currency} is chosen.` };
	const [whole, fraction] = shift(number, zeros);
	if (whole.length > mostDigits) return { ok: false, message: `At most ${mostDigits} digits before the decimals.` };
	return { ok: true, whole, fraction, typed: zeros === 0 ? number[1] : '' };
}

/** What is wrong with a text that is an amount in no language, or undefined; which amount it is, `parseMoney` says. */
export function noAmount(typed: string): string | undefined {
	const read = ['en-US', 'vi-VN'].map((locale) => readAmount(typed, locale, '1,500,000'));
	return read.some(({ ok }) => ok) ? undefined : read.flatMap((each) => (each.ok ? [] : each.message))[0];
}

/**
 * An amount as people type it ("1.500.000", "1,500,000.50", "1.5m", "1,5 tỷ") as a decimal string such as "1500000" or
 * "1500000.5". Where a point or comma could be either, the locale decides. More decimals than the currency has are
 * refused, not rounded; so is what is negative or longer than 13 digits.
 */
export function parseMoney(typed: string, { locale, currency }: MoneyStyle): ParsedMoney {
	const read = readAmount(typed, locale, example({ locale, currency }), currency);
	if (!read.ok) return read;
	const { whole, fraction, typed: places } = read;
	const decimals = decimalsOf(currency);
	const has = `${currency} has ${decimals === 0 ? 'no' : decimals} decimals; this was read as`;
	// "1.500" where a point begins the decimals may be meant as thousands: its zeros are no zeros that say nothing
	if (places.length > 2) {
		const thousands = formatAmount(digitsOf(typed), { locale, currency });
		return { ok: false, message: `${has} ${whole}.${places}. If thousands were meant, write ${thousands}.` };
	}
	if (fraction.length > decimals) return { ok: false, message: `${has} ${whole}.${fraction}.` };
	return { ok: true, value: fraction ? `${whole}.${fraction}` : whole };
}

/** A decimal string as an amount in its currency, such as "1.500.000 ₫". */
export function formatMoney(value: string, { locale, currency }: MoneyStyle): string {
	const whole = !value.includes('.') || /\.0*$/.test(value);
	return new Intl.NumberFormat(locale, {
		style: 'currency',
		currency,
		minimumFractionDigits: whole ? 0 : decimalsOf(currency),
		maximumFractionDigits: 2,
	}).format(value as Intl.StringNumericLiteral);
}

/** A decimal string as a form shows it, such as "1.500.000,50": `parseMoney` reads it back. */
export function formatAmount(value: string, { locale, currency }: MoneyStyle): string {
	const whole = !value.includes('.') || /\.0*$/.test(value);
	return new Intl.NumberFormat(locale, {
		numberingSystem: 'latn',
		minimumFractionDigits: whole ? 0 : decimalsOf(currency),
		maximumFractionDigits: 2,
	}).format(value as Intl.StringNumericLiteral);
}

/** A decimal string with more places than its currency has, such as a weighted value, rounded to them. */
export function formatRounded(value: string, { locale, currency }: MoneyStyle): string {
	const digits = decimalsOf(currency);
	return new Intl.NumberFormat(locale, {
		style: 'currency',
		currency,
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		trailingZeroDisplay: 'stripIfInteger',
	}).format(value as Intl.StringNumericLiteral);
}

/** An amount in few letters, such as "$1.2M" or "1,2 T ₫", for a picture; `value` may have lost its last digits. */
export function formatShort(value: number, { locale, currency }: MoneyStyle): string {
	return new Intl.NumberFormat(locale, {
		style: 'currency',
		currency,
		notation: 'compact',
		maximumSignificantDigits: 3,
	}).format(value);
}

/** A number in few letters and without a currency, such as "1.2M" or "1,2 T", for the axis of a picture. */
export function formatTick(value: number, { locale }: Pick<MoneyStyle, 'locale'>): string {
	return new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
}

/** All digits of a text as one number. */
const digitsOf = (text: string) => text.replace(/\D/g, '').slice(0, mostDigits) || '0';

function example({ locale, currency }: MoneyStyle): string {
	return new Intl.NumberFormat(locale, { maximumFractionDigits: decimalsOf(currency) }).format(1_500_000);
}

type Digits = [whole: string, fraction: string];

/** The digits before and after the decimal sign, or null where this is no number. */
function readNumber(text: string, locale: string): Digits | null {
	const signs = [...new Set(text.match(/[.,]/g) ?? [])];
	const last = text.at(Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))) ?? '';
	const once = text.indexOf(last) === text.lastIndexOf(last);
	// the second kind of sign is the decimal one, and so is a single sign that cannot separate thousands
	const isDecimal =
		signs.length === 2 ||
		(signs.length === 1 && once && (!/^\d{1,3}[.,]\d{3}$/.test(text) || last === decimalSign(locale)));
	if (signs.length === 2 && !once) return null;
	const [before = '', fraction = ''] = isDecimal ? text.split(last) : [text];
	// ".5" is how some write 0.5
	const grouped = before === '' && fraction !== '' ? '0' : before;
	// thousands, and the pairs that stand before them in India
	if (!/^(?:\d+|\d{1,3}(?:([.,' ’])\d{2,3}(?:\1\d{2,3})*)?)$/u.test(grouped) || !/^\d*$/.test(fraction)) return null;
	if (/[.,' ’]\d{1,2}$/u.test(grouped)) return null;
	return [grouped.replace(/\D/g, ''), fraction];
}

function decimalSign(locale: string): string {
	return new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
}

/** The number with its decimal sign so many places to the right, without zeros that say nothing. */
function shift([whole, fraction]: Digits, places: number): Digits {
	const padded = fraction.padEnd(places, '0');
	const moved = (whole + padded.slice(0, places)).replace(/^0+(?=\d)/, '');
	return [moved, padded.slice(places).replace(/0+$/, '')];
}
