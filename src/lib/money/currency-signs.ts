import { currencies } from '@/lib/locale';
import { numberFormat } from './number-format';

/** Signs that people write and Intl doesn't: lower case, without spaces and final dots. */
const written: Record<string, string[]> = {
	AUD: ['au$'],
	CAD: ['c$', 'can$'],
	CHF: ['fr', 'sfr'],
	CNY: ['元', 'rmb'],
	EUR: ['euro', 'euros'],
	GBP: ['gb£', 'stg'],
	INR: ['rs'],
	JPY: ['円'],
	KRW: ['원'],
	MXN: ['mex$'],
	SGD: ['s$', 'sg$'],
	THB: ['บาท'],
	TWD: ['nt'],
	USD: ['us$', '$us'],
	VND: ['đ', 'vnđ', 'đồng', 'đong', 'dong'],
};

/** A sign in the form in which signs are compared: "Rs. " equals "rs", and a full-width yen sign equals a narrow one. */
function keyOf(mark: string): string {
	return mark
		.normalize('NFKC')
		.replace(/[\s\p{Cf}]+/gu, '')
		.replace(/(?<!\.)\.+$/, '')
		.toLowerCase();
}

function shownSign(currency: string, language: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string {
	const parts = numberFormat(language, { style: 'currency', currency, currencyDisplay }).formatToParts(1);
	return keyOf(parts.find(({ type }) => type === 'currency')?.value ?? currency);
}

const known = new Map<string, ReadonlySet<string>>();

/** Every way to write a currency: its code, its signs in the account's language and in English, and informal ones. */
function signsOf(currency: string, locale: string): ReadonlySet<string> {
	const name = `${currency} ${locale}`;
	const present = known.get(name);
	if (present) return present;
	const signs = new Set([currency.toLowerCase(), ...(written[currency] ?? [])]);
	for (const language of [locale, 'en']) {
		for (const display of ['symbol', 'narrowSymbol'] as const) signs.add(shownSign(currency, language, display));
	}
	// only the signs of a few languages are kept, so that trying every language does not fill the memory
	if (known.size > 5_000) known.clear();
	known.set(name, signs);
	return signs;
}

/** The currencies that a sign can mean; only one if it is unambiguous in the account's language or in English. */
function ownersOf(key: string, locale: string): string[] {
	const owners = currencies().filter((currency) => signsOf(currency, locale).has(key));
	for (const language of [locale, 'en']) {
		const meant = owners.filter((currency) => key === shownSign(currency, language, 'symbol'));
		if (meant.length > 0) return meant;
	}
	return owners;
}

/**
 * The currencies that a text beside an amount can mean: only `currency` if the text fits it ("$" fits every dollar), otherwise
 * all that it fits. Empty if it is no currency.
 */
export function currenciesWritten(text: string, currency: string, locale: string): string[] {
	const key = keyOf(text);
	if (!key) return [];
	if (signsOf(currency, locale).has(key)) return [currency];
	const owners = ownersOf(key, locale);
	if (owners.length > 0) return owners;
	// a code and a sign: "$ CAD", "USD $"
	for (const [code, sign] of [
		[key.slice(0, 3), key.slice(3)],
		[key.slice(-3), key.slice(0, -3)],
	] as const) {
		const named = code.toUpperCase();
		if (sign && currencies().includes(named) && signsOf(named, locale).has(sign)) return [named];
	}
	return [];
}

/** Whether the account's language writes the currency like this: in Burmese, "K" is kyat and not thousand. */
export function isSignOf(text: string, currency: string, locale: string): boolean {
	return keyOf(text) === shownSign(currency, locale, 'symbol');
}

/** Currencies by code and name, such as "AUD (Australian Dollar)"; several are joined by "or". */
export function nameCurrencies(codes: string[]): string {
	const names = new Intl.DisplayNames('en', { type: 'currency' });
	const named = codes.map((code) => `${code} (${names.of(code)})`);
	return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(named);
}
