/** The family names that nearly all Vietnamese names begin with, folded. */
const familyNames = new Set(
	'nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh doan trinh luong mai dao truong lam phung cao ta thai chau quach tong'.split(
		' ',
	),
);

const titles = /^(ông|bà|anh|chị|cô|chú|em|mr|mrs|ms|miss|dr)\.?$/iu;

const plain = (word: string) =>
	word
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/đ/g, 'd');

/**
 * What somebody is called by: the last word of a Vietnamese name, the first one of others. "Nguyễn Hoàng Phương Thảo Vy" is
 * Vy, "Christopher Bartholomew" is Christopher.
 */
export function calledName(name: string): string {
	const words = name.trim().split(/\s+/u);
	const own = words.length > 1 && titles.test(words[0] ?? '') ? words.slice(1) : words;
	const [first = name] = own;
	return (familyNames.has(plain(first)) ? own.at(-1) : first) ?? name;
}
