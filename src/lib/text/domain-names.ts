import 'server-only';
import { domainToASCII, domainToUnicode } from 'node:url';

/** A domain in Punycode where an address has its domain: not before an @, and not in a path. */
const inPunycode = /(?<=^|[\s@]|:\/\/)(?![^\s@/:]*@)[^\s@/:]*xn--[^\s@/:]*/gi;

/** An email or web address with its domain as people write it; browsers and programs send Punycode for what is not ASCII. */
export function readableAddress(address: string): string {
	// most have none, and looking for where it stands takes long
	if (!/xn--/i.test(address)) return address;
	return address.replace(inPunycode, (domain) => domainToUnicode(domain) || domain);
}

/** A record with its addresses as people write them. Websites are kept in ASCII, and so may old email addresses be. */
export function withReadable<
	Of extends { email: string | null; website?: string | null; points: { kind: string; value: string }[] },
>(record: Of): Of {
	const { email, website } = record;
	return {
		...record,
		email: email && readableAddress(email),
		...(website && { website: readableAddress(website) }),
		points: record.points.map((point) =>
			point.kind === 'phone' ? point : { ...point, value: readableAddress(point.value) },
		),
	};
}

/** The ways in which one domain can be kept: in ASCII and as people write it. */
export function waysToWrite(domain: string): string[] {
	return [...new Set([domain, domainToASCII(domain), domainToUnicode(domain)].filter(Boolean))];
}
