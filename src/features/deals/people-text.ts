import { type DealRole, dealRoles, roleNames } from './roles';

// The contacts of a deal in one cell of a file: "Trần Minh (Champion); Lê An @ Hoa Sen (Blocker); Vũ Hà". What follows @ is the
// company of somebody who works at another one than the deal's. In a name, a sign with a meaning stands after a backslash.

/** Somebody in such a cell; without a company, they work at the deal's. */
export type NamedPerson = { name: string; company: string | null; role: DealRole | null };

/** The contacts in a cell that `dealFile` has written, or somebody else; what stands in parentheses and is no role is part of the name. */
export function readPeople(text: string): NamedPerson[] {
	return partsOf(text, ';').flatMap((part) => {
		const { rest, role } = roleAtEnd(part);
		const [name = '', ...company] = partsOf(rest, '@');
		const person = { name: plain(name), company: plain(company.join('@')) || null, role };
		return person.name ? [person] : [];
	});
}

function roleAtEnd(part: string): { rest: string; role: DealRole | null } {
	const [, rest = '', inside = ''] = /^(.*[^\\])\(([^()]*)\)\s*$/s.exec(part) ?? [];
	const role = dealRoles.find((each) => roleNames[each].toLowerCase() === inside.trim().toLowerCase());
	return role ? { rest, role } : { rest: part, role: null };
}

/** The parts of a text between a sign, where it has no backslash before it. */
function partsOf(text: string, sign: string): string[] {
	const parts = [''];
	for (let at = 0; at < text.length; at++) {
		const letter = text.charAt(at);
		const last = parts.length - 1;
		if (letter === sign) parts.push('');
		else if (letter === '\\') parts[last] += letter + text.charAt(++at);
		else parts[last] += letter;
	}
	return parts;
}

const plain = (text: string) => text.trim().replace(/\\(.)/gs, '$1').trim();
