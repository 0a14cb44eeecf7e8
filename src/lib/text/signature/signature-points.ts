import { otherNumber, trimSigns } from './signature-words';

/** A phone number as it stands in a signature, with the word for it if one is known. */
export type SignedPhone = { value: string; label: string | null };

/** What a piece of a signature says of how to reach somebody, and what is left of it. */
export type Points = { phones: SignedPhone[]; emails: string[]; websites: string[]; rest: string };

const email = /[^\s@<>"(),:;|[\]]{1,64}@[^\s@<>"(),:;|[\]]{1,190}\.[\p{L}]{2,24}/gu;
const website =
	/(?:https?:\/\/|www\.)[^\s<>"|,;()]{3,200}|(?<![\p{L}\d@.])(?:[a-z\d](?:[a-z\d-]{0,62}[a-z\d])?\.){1,4}(?:com|vn|net|org|io|co|biz|info|example|edu|gov|eu|uk|de|fr|sg|asia|tech|app|dev|ai)(?:\/[^\s<>"|,;()]{0,200})?(?![\p{L}\d@])/giu;
// no spaced dash, which stands between two numbers, and no line break
const phone =
	/(?:\(?\+|00)?\(?\d(?:(?:[ .()-]{1,2}|\) ?-?)?\d){6,16}(?:[\s,]*\(?(?:ext|extension|máy lẻ|nhánh|số lẻ|x|#)\s*[.:]?\s*\d{1,6}\)?)?/giu;

/** More than stands within a number, so that those before and after what was taken out are not one. */
const gap = '   ';

const words: [RegExp, string][] = [
	[/zalo/iu, 'Zalo'],
	[/whats\s?app/iu, 'WhatsApp'],
	[/(?<!\p{L})(?:m|c|mob|mobile|cell|cellphone|handphone|hp|di động|đtdđ|dđ|dd)(?!\p{L})/iu, 'Mobile'],
	[/hotline|switchboard|main|tổng đài/iu, 'Switchboard'],
	[/(?<!\p{L})(?:home|nhà riêng)(?!\p{L})/iu, 'Home'],
	[/(?<!\p{L})(?:o|d|office|direct|work|desk|landline|cố định|máy bàn|bàn|văn phòng|vp|cơ quan)(?!\p{L})/iu, 'Work'],
];

const generic =
	/(?<![\p{L}\p{M}\d])(?:t|p|e|w|a|m|o|d|c|h|tel|telephone|phone|ph|mob|mobile|cell|cellphone|handphone|hp|office|direct|work|desk|home|hotline|main|switchboard|điện thoại|số điện thoại|sđt|sdt|đt|dt|đtdđ|dđ|dd|di động|tổng đài|cố định|máy bàn|văn phòng|nhà riêng|cơ quan|zalo|whats\s?app|viber|email|e-mail|mail|web|website|site|url)\s*(?:[(/&+,]\s*(?:zalo|whats\s?app|viber|mobile|di động|hotline|tel|đt)\s*\)?\s*)?[.:：]*(?![\p{L}\p{M}\d])/giu;

/** The phones, emails and websites of a piece of text; those after a word such as "Fax" are left out. */
export function pointsIn(piece: string): Points {
	const emails: string[] = [];
	const websites: string[] = [];
	const phones: SignedPhone[] = [];
	let rest = piece.replace(email, (found) => {
		emails.push(trimSigns(found.replace(/^mailto:/i, ''), '', '.-'));
		return gap;
	});
	rest = rest.replace(website, (found) => {
		websites.push(trimSigns(found, '', '.-/'));
		return gap;
	});
	let before = 0;
	const text = rest;
	rest = text.replace(phone, (found, at: number) => {
		const said = text.slice(before, at);
		const count = found.replace(/(?:ext|máy|nhánh|số|x|#).*$/isu, '').replace(/\D/g, '').length;
		if (count < 8 || count > 15) return found;
		before = at + found.length;
		if (otherNumber.test(said)) return ' ';
		const next = text.slice(before, before + 12);
		phones.push({ value: tidied(found), label: labelOf(said) ?? labelAfter(next) ?? ownLabel(found) });
		return ' ';
	});
	const found = phones.length + emails.length + websites.length > 0 || before > 0;
	return { phones, emails, websites, rest: found ? withoutLabels(rest) : rest.trim() };
}

/** Without the words that announced what was taken out, and the signs around them. */
function withoutLabels(text: string): string {
	const bare = text.replace(generic, ' ').replace(new RegExp(otherNumber, 'giu'), ' ');
	return trimSigns(bare.replace(/\( ?\)/g, ' ').replace(/\s+/g, ' '), ' ,.:;|/()&+-', ' ,:;|/(&+-');
}

const labelOf = (said: string) => words.find(([word]) => word.test(said))?.[1] ?? null;
const labelAfter = (next: string) => {
	const inBrackets = /^\s*\(([^)]{1,10})\)?/u.exec(next)?.[1];
	return inBrackets ? labelOf(inBrackets) : null;
};

/** Vietnamese mobile numbers are told by their first digits. */
function ownLabel(number: string): string | null {
	const digits = number
		.replace(/\D/g, '')
		.replace(/^(?:00)?84/, '0')
		.replace(/^00/, '0');
	return /^0[35789]\d{8}$/.test(digits) ? 'Mobile' : null;
}

const extension = /(?:extension|ext|máy lẻ|nhánh|số lẻ|x|#)[ .:]{0,3}(\d{1,6})\)?$/iu;

/** As the field of a phone takes it: an extension stands in no brackets. */
function tidied(found: string): string {
	const [said, digits] = extension.exec(found) ?? [];
	return said && digits ? `${trimSigns(found.slice(0, -said.length), '', ' ,(')} ext. ${digits}` : found.trim();
}
