import 'server-only';
import { AsYouType, type CountryCode, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import { sameVietnamese } from './vietnamese-prefixes';

// How a phone number, or its first digits, can be stored. The database keeps numbers as they were written, and `phone_numbers`
// reduces them to digits. The tables of the library are large, so this module must not reach the browser.

export type { CountryCode };

/** A number or its first digits: the country code, and the digits after it as dialed from abroad. */
type PhoneReading = { code: string; digits: string };

const home: CountryCode = 'VN';
/** The fewest digits that count as the beginning of a number. */
const fewest = 3;
/** How much of a text is read. */
const maxPhoneLength = 200;
/** So many digits are looked for anywhere in a number, fewer at its beginning. */
const telling = 7;

/** The country of numbers without a country code: that of a locale, or Vietnam if it has none. */
export function countryOf(locale: string): CountryCode {
	const region = new Intl.Locale(locale).maximize().region ?? home;
	return isSupportedCountry(region) ? region : home;
}

/** A text that is a phone number, without surrounding words; null for another text. */
export function phoneIn(text: string): string | null {
	const bare = text
		.slice(0, maxPhoneLength)
		.normalize('NFKC')
		.replace(/^\s*tel:/i, '')
		.replace(/(?:ext|m[aá]y l[eẻ]|nh[aá]nh|[x#;,]).*$/isu, '');
	if (!/^[+\d\s().\-‐‑–/]*$/u.test(bare)) return null;
	const count = bare.replace(/\D/g, '').length;
	return count >= fewest || (count > 0 && bare.trim().startsWith('+')) ? bare : null;
}

/** The LIKE patterns for stored numbers that begin with a typed number or contain its digits; none for another text. */
export function phonePatterns(text: string, country: CountryCode): string[] {
	const phone = phoneIn(text);
	if (phone === null) return [];
	const { digits, isAbroad } = dialled(phone);
	const anywhere = [...(isAbroad ? [`00${digits}`] : digits.length >= fewest ? [digits] : [])];
	const begun = readings(phone, country).flatMap((reading) =>
		reading.digits.length >= telling ? [reading.digits] : formsOf(reading, country),
	);
	const parts = [...new Set([...anywhere, ...begun])];
	// what holds another part needs not be asked for
	return parts
		.filter((part) => !parts.some((other) => other !== part && part.includes(other)))
		.map((part) => `%${part}%`);
}

/** The values that `phone_key` can have for a number, however it was written; none for too few digits to identify it. */
export function phoneKeys(text: string, country: CountryCode): string[] {
	const phone = phoneIn(text);
	if (phone === null || dialled(phone).digits.length < telling) return [];
	const forms = readings(phone, country).flatMap((reading) => [...formsOf(reading, country), reading.digits]);
	return [...new Set([dialled(phone).digits, ...forms].map((form) => form.trim()))].filter(
		(form) => form.length >= telling,
	);
}

/** The same for several numbers. */
export function keysOfPhones(texts: string[], country: CountryCode): string[] {
	return [...new Set(texts.flatMap((text) => phoneKeys(text, country)))];
}

/** The digits of a number without the prefix of a country code, and whether it had one. */
function dialled(phone: string): { digits: string; isAbroad: boolean } {
	const digits = phone.replace(/\(0\)(?=.*\d)/, '').replace(/\D/g, '');
	const isAbroad = /^[^\d]*\+/.test(phone) || digits.startsWith('00');
	return { digits: isAbroad ? digits.replace(/^00/, '') : digits, isAbroad };
}

/** The numbers that a text can mean: in its own country, the account's or Vietnam, with former and current prefixes. */
function readings(phone: string, country: CountryCode): PhoneReading[] {
	const { digits, isAbroad } = dialled(phone);
	const countries = [...new Set([country, home])];
	const found = isAbroad
		? [abroad(digits, countries)]
		: countries.flatMap((each) => [within(digits, each), ...namedBare(digits, each)]);
	return found
		.flat()
		.flatMap((reading) =>
			reading.code === '84' ? sameVietnamese(reading.digits).map((same) => ({ ...reading, digits: same })) : [reading],
		);
}

// The library takes half of the time in which a row of an import is read, and what it says of whole Vietnamese numbers is known: they
// begin with no other 0 than the one that is dialed within the country.

/** A number after + or 00. If it ends within a country code, it can become any number of the account's country or Vietnam. */
function abroad(digits: string, countries: CountryCode[]): PhoneReading[] {
	const [, vietnamese] = /^84([1-9]\d{6,11})$/.exec(digits) ?? [];
	if (vietnamese) return [{ code: '84', digits: vietnamese }];
	const typing = new AsYouType();
	typing.input(`+${digits}`);
	const code = typing.getCallingCode();
	if (code) return [{ code, digits: typing.getNumber()?.nationalNumber ?? '' }];
	return countries
		.map((each) => getCountryCallingCode(each))
		.filter((each) => digits !== '' && each.startsWith(digits))
		.map((each) => ({ code: each, digits: '' }));
}

/** A number as it is dialed within its country. */
function within(digits: string, country: CountryCode): PhoneReading {
	const [, vietnamese] = (country === 'VN' && /^0([1-9]\d{6,11})$/.exec(digits)) || [];
	if (vietnamese) return { code: '84', digits: vietnamese };
	const typing = new AsYouType(country);
	typing.input(digits);
	return { code: getCountryCallingCode(country), digits: typing.getNumber()?.nationalNumber ?? '' };
}

/** A number that begins with its country code, without a prefix. */
function namedBare(digits: string, country: CountryCode): PhoneReading[] {
	if (!digits.startsWith(getCountryCallingCode(country))) return [];
	return abroad(digits, [country]).filter((reading) => reading.digits !== '');
}

/** A country's code, and what is dialed before a number within it. */
export function dialingIn(country: CountryCode): { code: string; trunk: string } {
	const code = getCountryCallingCode(country);
	return { code, trunk: trunks[code] ?? '0' };
}

/** The prefix for dialing within a country, by its country code; 0 if none is listed. */
const trunks: Partial<Record<string, string>> = { 1: '1', 7: '8', 36: '06' };

/**
 * How a number with these first digits can be stored: after 00, after the bare country code and, for the account's country or
 * Vietnam, as dialed there. For other countries, only a complete number is looked for without its code.
 */
function formsOf({ code, digits }: PhoneReading, country: CountryCode): string[] {
	const isOwn = [country, home].some((each) => getCountryCallingCode(each) === code);
	const own = isOwn || digits.length >= telling ? dialledAs(code, digits) : [];
	return [`00${code}${digits}`, code + digits, ...own].map((form) => ` ${form}`);
}

function dialledAs(code: string, digits: string): string[] {
	const trunk = trunks[code] ?? '0';
	// with only the country code, all of its numbers: none continues with another 0
	if (digits === '') return [...'123456789'].map((digit) => trunk + digit);
	return digits.length >= fewest ? [trunk + digits, digits] : [trunk + digits];
}
