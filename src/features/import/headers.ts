/** No name that any field is known by is nearly as long. */
const longestName = 200;

/** A column's name in the form in which names are compared: no case, accents, spaces or punctuation; '' for a long text. */
export function squeezed(name: string): string {
	if (name.length > longestName) return '';
	return name
		.normalize('NFD')
		.replace(/[đĐ]/g, 'd')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/__c$/, '')
		.replace(/[^\p{L}\p{N}]/gu, '');
}
