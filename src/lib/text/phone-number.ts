import 'server-only';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type { CountryCode };

const home: CountryCode = 'VN';

/** A phone number as programs dial it. */
export type DialledNumber = {
	/** With + and the country code, without an extension. */
	e164: string;
	/** As Zalo has it in addresses: within Vietnam as it is dialed there, else E.164 without the plus. */
	zalo: string;
	/** Whether it may be a mobile number; many countries do not tell them apart. */
	isMobile: boolean;
};

/** A stored phone number as it is dialed, read as one of `country` or Vietnam unless it names another; null if it is no complete number. */
export function dialledNumber(phone: string, country: CountryCode): DialledNumber | null {
	const number = validNumber(phone, country);
	if (!number) return null;
	const { nationalNumber, countryCallingCode } = number;
	const type = number.getType();
	return {
		e164: number.number,
		zalo: number.country === 'VN' ? `0${nationalNumber}` : `${countryCallingCode}${nationalNumber}`,
		isMobile: type === undefined || type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE',
	};
}

/** Bare digits as they are dialed within `country` or Vietnam, if what they lack for that is the zero before them; else null. */
export function dialledWithin(digits: string, country: CountryCode): string | null {
	const number = validNumber(digits, country);
	if (number?.nationalNumber !== digits) return null;
	return number.formatNational().replace(/\D/g, '') === `0${digits}` ? `0${digits}` : null;
}

/** What two phone numbers have in common if they are the same: E.164 with any extension or, of what is no number, its digits. */
export function phoneIdentity(phone: string, country: CountryCode): string {
	const number = validNumber(phone, country);
	if (!number) return phone.replace(/\D/g, '');
	return number.ext ? `${number.number}x${number.ext}` : number.number;
}

/** A number of `country` or, if it is none there, of Vietnam, as a search reads it too. */
function validNumber(phone: string, country: CountryCode) {
	return [country, home].map((each) => parsePhoneNumberFromString(phone, each)).find((number) => number?.isValid());
}
