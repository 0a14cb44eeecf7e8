import 'server-only';
import { AsYouType, type CountryCode, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import { sameVietnamese } from './vietnamese-prefixes';

// What a phone number that is typed, or begins to be, can be in the database, which keeps it as it was written and is asked
// by `phone_numbers` of its digits. The tables of the library are large, so that none of this may reach a browser.

export type { CountryCode };

/** A number, or its beginning: its country's code, and the digits behind it as they are dialled from elsewhere. */
type PhoneReading = { code: string; digits: string };

const home: CountryCode = 'VN';
/** Fewer digits are no beginning of a number. */
const fewest = 3;
/** So much of a text is read. */
const maxPhoneLength = 200;
/** So many digits are looked for anywhere in a number, fewer at its beginning. */
const telling = 7;

/** The country that numbers without a country are of: the one of a locale, Vietnam where it names none. */
export function countryOf(locale: string): CountryCode {
	const region = new Intl.Locale(locale).maximize().region ?? home;
	return isSupportedCountry(region) ? region : home;
}

/** The text without what surrounds a number, where all of it is one; null for another text. */
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

/** The LIKE patterns of the ways in which a number that begins so, or holds these digits, is kept; none for another text. */
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

/** What `phone_key` of the same number can be, however it was written; none for too few digits to tell numbers apart. */
export function phoneKeys(text: string, country: CountryCode): string[] {
	const phone = phoneIn(text);
	if (phone === null || dialled(phone).digits.length < telling) return [];
	const forms = readings(phone, country).flatMap((reading) => [...formsOf(reading, country), reading.digits]);
	return [...new Set([dialled(phone).digits, ...forms].map((form) => form.trim()))].filter(
		(form) => form.length >= telling,
	);
}

/** The digits of a number without what says that a country's code follows, and whether it does. */
function dialled(phone: string): { digits: string; isAbroad: boolean } {
	const digits = phone.replace(/\(0\)(?=.*\d)/, '').replace(/\D/g, '');
	const isAbroad = /^[^\d]*\+/.test(phone) || digits.startsWith('00');
	return { digits: isAbroad ? digits.replace(/^00/, '') : digits, isAbroad };
}

/** What a number can be: of the country that it names, of the account's, of Vietnam; with the old and the new beginnings. */
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

/** A number behind + or 00. One that ends within a country's code can become any of the account's or Vietnam's. */
function abroad(digits: string, countries: CountryCode[]): PhoneReading[] {
	const typing = new AsYouType();
	typing.input(`+${digits}`);
	const code = typing.getCallingCode();
	if (code) return [{ code, digits: typing.getNumber()?.nationalNumber ?? '' }];
	return countries
		.map((each) => getCountryCallingCode(each))
		.filter((each) => digits !== '' && each.startsWith(digits))
		.map((each) => ({ code: each, digits: '' }));
}

/** A number as it is dialled within its country. */
function within(digits: string, country: CountryCode): PhoneReading {
	const typing = new AsYouType(country);
	typing.input(digits);
	return { code: getCountryCallingCode(country), digits: typing.getNumber()?.nationalNumber ?? '' };
}

/** A number that begins with its country's code, with nothing before it. */
function namedBare(digits: string, country: CountryCode): PhoneReading[] {
	if (!digits.startsWith(getCountryCallingCode(country))) return [];
	return abroad(digits, [country]).filter((reading) => reading.digits !== '');
}

/** What stands before a number that is dialled within its country, by the country's code; 0 where nothing is said. */
const trunks: Partial<Record<string, string>> = { 1: '1', 7: '8', 36: '06' };

/**
 * How a number is kept that begins like this: behind 00, behind the bare code, and, of the account's country or Vietnam, as
 * it is dialled there. Of other countries only a whole number is looked for without its code.
 */
function formsOf({ code, digits }: PhoneReading, country: CountryCode): string[] {
	const isOwn = [country, home].some((each) => getCountryCallingCode(each) === code);
	const own = isOwn || digits.length >= telling ? dialledAs(code, digits) : [];
	return [`00${code}${digits}`, code + digits, ...own].map((form) => ` ${form}`);
}

function dialledAs(code: string, digits: string): string[] {
	const trunk = trunks[code] ?? '0';
	// of the country alone, all numbers: none goes on with another 0
	if (digits === '') return [...'123456789'].map((digit) => trunk + digit);
	return digits.length >= fewest ? [trunk + digits, digits] : [trunk + digits];
}
