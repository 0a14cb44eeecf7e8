import { asName, isNameLike, kindOf, type Piece, splitPiece } from './signature-pieces';
import { pointsIn, type SignedPhone } from './signature-points';
import { closing, disclaimer, slogan, trimSigns } from './signature-words';

/** What a signature of an email says of its sender; what it does not say is null or empty. */
export type Signature = {
	name: string | null;
	jobTitle: string | null;
	company: string | null;
	phones: SignedPhone[];
	emails: string[];
	website: string | null;
	address: string | null;
};

const maxLength = 4_000;
const maxLines = 40;
const maxLine = 300;
/** As many phones and emails as a signature can reasonably have. */
const maxEach = 5;

/** Addresses of pages that are not the company's own. */
const social =
	/(?:linkedin|facebook|fb|twitter|instagram|youtube|tiktok|calendly|zalo|t|wa|x|skype)\.(?:com|me|be|gg)(?:\/|$)/iu;

/**
 * Reads the signature of an email: several lines, or one with an address or a phone number in it. Null where the text is no
 * signature, such as a name alone.
 */
export function readSignature(text: string): Signature | null {
	const lines = linesOf(text);
	const found: Signature = {
		...{ name: null, jobTitle: null, company: null, website: null, address: null },
		...{ phones: [], emails: [] },
	};
	const pieces: Piece[] = [];
	for (const line of lines) {
		for (const piece of splitPiece(line, lines.length === 1)) {
			const { rest, phones, emails, websites } = pointsIn(piece);
			found.phones.push(...phones);
			found.emails.push(...emails);
			found.website ??= websites.find((website) => !social.test(website)) ?? null;
			if (rest && !closing.test(rest) && !slogan.test(rest)) pieces.push(...kindOf(rest, piece, lines.length === 1));
		}
	}
	if (lines.length < 2 && found.phones.length + found.emails.length === 0) return null;
	takeNames(found, pieces);
	found.phones = withoutRepeats(found.phones, ({ value }) => value.replace(/\D/g, '')).slice(0, maxEach);
	found.emails = withoutRepeats(found.emails, (email) => email.toLowerCase()).slice(0, maxEach);
	return isEnough(found) ? found : null;
}

function linesOf(text: string): string[] {
	const all = text
		.slice(0, maxLength)
		.normalize('NFC')
		.split(/[\n\r\u2028\u2029]+/)
		.slice(0, maxLines)
		.map((line) => {
			const spaced = line.slice(0, maxLine).replace(/\p{Cc}|\p{Cf}|\p{Zs}/gu, ' ');
			// columns that are set apart by spaces
			return trimSigns(spaced.replace(/ {3,}/g, ' | ').replace(/ +/g, ' '), ' >*•·▪–—-', ' *');
		});
	const end = all.findIndex((line) => disclaimer.test(line));
	return all.slice(0, end < 0 ? undefined : end).filter((line) => line !== '' && !closing.test(line));
}

/** Gives the pieces that are no number and no address of a mailbox to the fields that they are for. */
function takeNames(found: Signature, pieces: Piece[]) {
	const first = (kind: Piece['kind']) => pieces.find((piece) => piece.kind === kind && !piece.taken);
	const take = (piece: Piece | undefined) => {
		if (piece) piece.taken = true;
		return piece?.text ?? null;
	};
	const title = first('title');
	const organization =
		first('legal') ?? pieces.find(({ kind, text }) => isOfMailbox(kind, text, found.emails)) ?? first('organization');
	if (organization) organization.taken = true;
	const name = pieces.find(({ kind, taken, text }) => !taken && kind === 'text' && isNameLike(text));
	found.name = name ? asName(take(name) ?? '') : null;
	found.jobTitle = take(title);
	// a company without a word for it is what stands next
	found.company =
		organization?.text ?? take(pieces.find(({ kind, taken, text }) => !taken && kind === 'text' && isTitled(text)));
	const part = first('department');
	if (!found.jobTitle) found.jobTitle = take(part);
	found.address =
		pieces
			.filter(({ kind }) => kind === 'place')
			.map(({ text }) => text)
			.join(', ') || null;
}

/** Whether a text begins like the name of something. */
const isTitled = (text: string) => /^[\p{Lu}\d]/u.test(text) && text.split(' ').length <= 6;

/** Whether the domain of a mailbox is a name, such as "acb" in anh@acb.example. */
function isOfMailbox(kind: Piece['kind'], text: string, emails: string[]): boolean {
	if (kind !== 'text' && kind !== 'organization') return false;
	const letters = plain(text);
	return emails.some((email) => {
		const domain = plain(email.split('@')[1]?.split('.')[0] ?? '');
		return domain.length >= 2 && letters.startsWith(domain);
	});
}

const plain = (text: string) =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/đ/g, 'd')
		.replace(/[^a-z\d]/g, '');

function withoutRepeats<Item>(items: Item[], keyOf: (item: Item) => string): Item[] {
	return items.filter((item, at) => items.findIndex((other) => keyOf(other) === keyOf(item)) === at);
}

/** Somebody, or some company, and something else about them. */
function isEnough({ name, jobTitle, company, phones, emails, website, address }: Signature): boolean {
	const others = [jobTitle, website, address, phones[0], emails[0]];
	return Boolean(name || company) && others.some(Boolean);
}
