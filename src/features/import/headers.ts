/** A column's name in the form in which names are compared: no case, accents, spaces or punctuation. */
export function squeezed(name: string): string {
	return name
		.normalize('NFD')
		.replace(/[đĐ]/g, 'd')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/__c$/, '')
		.replace(/[^\p{L}\p{N}]/gu, '');
}
