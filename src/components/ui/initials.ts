/** First letters of the first and the last word, as Vietnamese names are shortened: "Nguyễn Thị Minh Khai" is "NK". */
export function initials(name: string) {
	const letters = name
		.normalize('NFC')
		.split(/\s+/u)
		.map((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0])
		.filter((letter) => letter !== undefined);
	const [first = '?'] = letters;
	const last = letters.length > 1 ? (letters.at(-1) ?? '') : '';
	return (first + last).toLocaleUpperCase('vi');
}
