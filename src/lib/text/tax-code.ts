/**
 * Why a text is hardly a tax code: a sentence to show beside it, null where nothing speaks against it. It is read as a VAT number
 * of the country of the European Union that it begins with, or else, of digits alone, as a tax code of Vietnam. Whatever else is
 * written is taken as it is.
 *
 * Vietnam: 10 digits, of which the last is 10 − (31a + 29b + 23c + 19d + 17e + 13f + 7g + 5h + 3i) mod 11, and three more for a branch,
 * from 001. So reckon python-stdnum (stdnum/vn/mst.py) and vn-ident (pypi.org/project/vn-ident), whose example 0100047516 is the one of
 * the circular on tax registration. The 12 digits that people and household businesses have instead can't be checked.
 * European Union: the table “VAT identification number structure” of the FAQ of VIES, ec.europa.eu/taxation_customs/vies.
 */
export function taxCodeWarning(text: string): string | null {
	const code = text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s.\-–/]/gu, '');
	if (code === '') return null;
	const country = vatNumbers[code.slice(0, 2) as keyof typeof vatNumbers];
	if (country && /\d/.test(code)) {
		const [name, pattern, example] = country;
		return pattern.test(code.slice(2))
			? null
			: `This doesn’t look like a VAT number of ${name}, such as ${example}. Check it for a typo.`;
	}
	const digits = /^(?:VN)?(\d+)$/.exec(code)?.[1];
	if (digits === undefined || digits.length === 12) return null;
	if (digits.length !== 10 && digits.length !== 13)
		return `A Vietnamese tax code has 10 digits, or 13 for a branch. This one has ${digits.length}.`;
	if (digits.length === 13 && digits.endsWith('000'))
		return 'The last three digits of a branch’s tax code begin with 001. Check it for a typo.';
	return Number(digits[9]) === checkDigit(digits)
		? null
		: 'The check digit of this Vietnamese tax code doesn’t match. Check it for a typo.';
}

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** The tenth digit that nine belong to; 10 where no code begins with these. */
const checkDigit = (digits: string): number =>
	10 - (weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11);

/** The countries by what their numbers begin with: what follows, and an example. */
const vatNumbers = {
	AT: ['Austria', /^U\d{8}$/, 'ATU12345678'],
	BE: ['Belgium', /^[01]\d{9}$/, 'BE0123456789'],
	BG: ['Bulgaria', /^\d{9,10}$/, 'BG123456789'],
	CY: ['Cyprus', /^\d{8}[A-Z]$/, 'CY12345678L'],
	CZ: ['Czechia', /^\d{8,10}$/, 'CZ12345678'],
	DE: ['Germany', /^\d{9}$/, 'DE123456789'],
	DK: ['Denmark', /^\d{8}$/, 'DK12345678'],
	EE: ['Estonia', /^\d{9}$/, 'EE123456789'],
	EL: ['Greece', /^\d{9}$/, 'EL123456789'],
	ES: ['Spain', /^(?:[A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$/, 'ESA12345678'],
	FI: ['Finland', /^\d{8}$/, 'FI12345678'],
	FR: ['France', /^[A-HJ-NP-Z\d]{2}\d{9}$/, 'FR12345678901'],
	HR: ['Croatia', /^\d{11}$/, 'HR12345678901'],
	HU: ['Hungary', /^\d{8}$/, 'HU12345678'],
	IE: ['Ireland', /^\d(?:\d{6}[A-W][A-I]?|[A-Z\d+*]\d{5}[A-W])$/, 'IE1234567WA'],
	IT: ['Italy', /^\d{11}$/, 'IT12345678901'],
	LT: ['Lithuania', /^(?:\d{9}|\d{12})$/, 'LT123456789'],
	LU: ['Luxembourg', /^\d{8}$/, 'LU12345678'],
	LV: ['Latvia', /^\d{11}$/, 'LV12345678901'],
	MT: ['Malta', /^\d{8}$/, 'MT12345678'],
	NL: ['the Netherlands', /^[A-Z\d+*]{9}B\d{2}$/, 'NL123456789B01'],
	PL: ['Poland', /^\d{10}$/, 'PL1234567890'],
	PT: ['Portugal', /^\d{9}$/, 'PT123456789'],
	RO: ['Romania', /^\d{2,10}$/, 'RO1234567890'],
	SE: ['Sweden', /^\d{12}$/, 'SE123456789001'],
	SI: ['Slovenia', /^\d{8}$/, 'SI12345678'],
	SK: ['Slovakia', /^\d{10}$/, 'SK1234567890'],
	XI: ['Northern Ireland', /^(?:\d{9}|\d{12}|(?:GD|HA)\d{3})$/, 'XI123456789'],
} satisfies Record<string, [name: string, pattern: RegExp, example: string]>;
