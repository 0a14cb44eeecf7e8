/**
 * The `tel:` link of a phone number as it was typed (RFC 3966). An extension becomes a parameter, and a "(0)" after a country
 * code is left out, as it is dialed only within the country.
 */
export function telephoneLink(phone: string): string {
	const [number = '', ...rest] = phone.split(/(?:ext\.?|m[aá]y l[eẻ]|nh[aá]nh|x|#)/iu);
	const dialled = (number.trim().startsWith('+') ? number.replace(/\(0\)/, '') : number).replace(/[^\d+*]/g, '');
	const extension = rest.join('').replace(/\D/g, '');
	return `tel:${dialled}${extension && `;ext=${extension}`}`;
}
