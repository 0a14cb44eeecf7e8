import { fold } from '@/lib/list/search';

/** No name that any field is known by is nearly as long. */
const maxNameLength = 200;

/** A column's name in the form in which names are compared: no case, accents, spaces or punctuation; '' for a long text. */
export function normalizedHeader(name: string): string {
	if (name.length > maxNameLength) return '';
	return fold(name)
		.replace(/__c$/, '')
		.replace(/[^\p{L}\p{N}]/gu, '');
}
