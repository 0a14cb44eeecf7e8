import 'server-only';
import { domainToASCII, domainToUnicode } from 'node:url';

/** The part of a text in which a domain is written in Punycode. */
const inPunycode = /(?<![^\s@/:])[^\s@/:]*xn--[^\s@/:]*/gi;

/** An email or web address with its domain as people write it; browsers and programs send Punycode for what is not ASCII. */
export function readable(address: string): string {
	return address.replace(inPunycode, (domain) => domainToUnicode(domain) || domain);
}

/** The ways in which one domain can be kept: in ASCII and as people write it. */
export function waysToWrite(domain: string): string[] {
	return [...new Set([domain, domainToASCII(domain), domainToUnicode(domain)].filter(Boolean))];
}
