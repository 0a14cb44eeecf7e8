import { afterName, department, honorific, jobWord, legalForm, organization, placeWord } from './signature-words';

/** A piece of a signature that is neither a number nor an address of a mailbox, and what it is. */
export type Piece = {
	kind: 'title' | 'legal' | 'organization' | 'department' | 'place' | 'text';
	text: string;
	taken?: boolean;
};

const placeLabel =
	/^(?:địa chỉ|đ\/c|đc|address|addr?|a|trụ sở(?: chính)?|văn phòng|vp|office|hq|head office)\s*[.:：]\s*/iu;
const companyLabel = /^(?:company|công ty|organi[sz]ation|đơn vị)\s*[:：]\s*/iu;
const nameLabel = /^(?:name|họ (?:và )?tên|full name)\s*[:：]\s*/iu;
const titleLabel = /^(?:title|position|chức vụ|chức danh|job title)\s*[:：]\s*/iu;

/** The pieces of a line: at bars, dots in the middle and spaced dashes; of a signature in one line also at commas. */
export function splitPiece(line: string, isOnlyLine: boolean): string[] {
	if (placeLabel.test(line) || (isPlace(line) && !/[|•·@]/.test(line))) return [line];
	const signs = isOnlyLine ? / ?[|•·;] ?| [-–—/] |, /u : / ?[|•·;] ?| [-–—/] /u;
	return line.split(signs).filter(Boolean);
}

/** What the text that is left of a piece is; a title may stand with the name before it or the company after it. */
export function kindOf(rest: string, piece: string, isOnlyLine: boolean): Piece[] {
	if (placeLabel.test(rest) || placeLabel.test(piece)) return [{ kind: 'place', text: rest.replace(placeLabel, '') }];
	if (companyLabel.test(rest) && !legalForm.test(rest.replace(companyLabel, '')))
		return [{ kind: 'legal', text: rest.replace(companyLabel, '') }];
	if (nameLabel.test(rest)) return [{ kind: 'text', text: rest.replace(nameLabel, '') }];
	if (titleLabel.test(rest)) return [{ kind: 'title', text: rest.replace(titleLabel, '') }];
	if (isPlace(rest)) return [{ kind: 'place', text: rest }];
	if (legalForm.test(rest) && !startsWithJob(rest)) return [{ kind: 'legal', text: rest }];
	if (isOnlyLine) return [whole(rest)];
	const person = rest.replace(afterName, '');
	const [head = '', ...others] = person.split(/, | (?:at|tại|@) /u);
	const tail = others.join(', ');
	if (!tail) return [whole(rest.replace(afterName, ''))];
	if (jobWord.test(head)) {
		const isPart = department.test(tail) && !legalForm.test(tail);
		return isPart ? [{ kind: 'title', text: rest }] : [{ kind: 'title', text: head }, whole(tail)];
	}
	if (isNameLike(head)) return [{ kind: 'text', text: head }, ...kindOf(tail, tail, false)];
	return [whole(rest)];
}

function whole(text: string): Piece {
	if (startsWithJob(text) || (jobWord.test(text) && !organization.test(text))) return { kind: 'title', text };
	if (legalForm.test(text)) return { kind: 'legal', text };
	if (organization.test(text)) return { kind: 'organization', text };
	if (jobWord.test(text)) return { kind: 'title', text };
	return { kind: department.test(text) ? 'department' : 'text', text };
}

const startsWithJob = (text: string) => (jobWord.exec(text)?.index ?? -1) === 0;

/** Whether a text says where something is: a number and a word for a place, or several of these words. */
function isPlace(text: string): boolean {
	if (jobWord.test(text)) return false;
	const parts = text.split(/,\s*/);
	const named = parts.filter((part) => placeWord.test(part)).length;
	if (legalForm.test(parts[0] ?? '') && named < 2) return false;
	return (named > 0 && /\d/.test(text)) || named > 1 || (parts.length > 2 && /^(?:số\s*)?\d/iu.test(text));
}

/** Whether a text can be the name of a person: two to six words that begin with a capital, and no digit. */
export function isNameLike(text: string): boolean {
	const bare = text.replace(honorific, '').replace(afterName, '').trim();
	const words = bare.split(/\s+/);
	if (words.length < 2 || words.length > 6 || bare.length > 60 || /[\d@/\\:!?]/.test(bare)) return false;
	return words.every(
		(word) => /^[(“"']?\p{Lu}/u.test(word) || /^(?:van|von|de|da|der|di|la|le|bin|binti|al|y)$/iu.test(word),
	);
}

/** A name without titles; one in capitals as names are written. */
export function asName(text: string): string {
	const bare = text.replace(honorific, '').replace(afterName, '').trim();
	if (/\p{Ll}/u.test(bare)) return bare;
	return bare.toLowerCase().replace(/(?<![\p{L}\p{M}’'])\p{L}/gu, (letter) => letter.toUpperCase());
}
