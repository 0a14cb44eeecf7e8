/** What the values of a column, whose name nobody knows, are. */
export type ColumnContent = 'email' | 'phone' | 'link' | 'company' | 'person';

/** No value that is told by its looks is longer. */
const maxLength = 254;

const companyWords =
	/(?<![\p{L}\p{N}])(?:ltd|limited|llc|inc|incorporated|corp|corporation|co|company|plc|llp|gmbh|kg|ohg|sarl|sas|bv|nv|pty|sro|srl|spa|oy|jsc|group|holdings?|bank|university|hospital|hotel|industries|partners|associates|foundation|công ty|c[ôo]ng ty|cty|tnhh|cổ phần|ctcp|dntn|mtv|doanh nghiệp|tập đoàn|hợp tác xã|htx|ngân hàng|trường|bệnh viện|xí nghiệp|nhà máy|nhà hàng|khách sạn|cửa hàng|siêu thị|chi nhánh|hộ kinh doanh|văn phòng|trung tâm|viện|sở)(?![\p{L}\p{N}])/iu;

const familyNames = new Set(
	'nguyễn,trần,lê,phạm,hoàng,huỳnh,phan,vũ,võ,đặng,bùi,đỗ,hồ,ngô,dương,lý,đinh,đào,đoàn,trịnh,mai,tô,hà,cao,lâm,tạ,lương,chu,châu,quách,thái,tống,trương'.split(
		',',
	),
);

/** Whether a text says that it is a company's name. */
export const isCompanyLike = (text: string) => text.length <= maxLength && companyWords.test(text.normalize('NFC'));

/** Whether a text may be a person's name: a few words that begin with capital letters, without digits. */
export function isPersonLike(text: string): boolean {
	if (text.length > 80 || isCompanyLike(text)) return false;
	const words = text.normalize('NFC').replaceAll(',', ' ').trim().split(/\s+/u);
	if (words.length < 2 || words.length > 6) return false;
	const capital = words.filter((word) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word)).length;
	return capital >= 2 && words.every((word) => /^[\p{L}\p{M}.'’()-]+$/u.test(word));
}

/** Whether a name begins with one of the families' that most Vietnamese have. */
export const beginsWithFamily = (text: string) =>
	isPersonLike(text) && familyNames.has(text.normalize('NFC').trim().split(/\s+/u)[0]?.toLowerCase() ?? '');

const isEmail = (text: string) => /^(?:mailto:)?[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/i.test(text);
const isPhone = (text: string) => {
	const digits = text.replace(/\D/g, '').length;
	// a plain number is a phone only where its beginning says so
	const looks = /^['’=" ]*(?:\+|0|\()/u.test(text) || /^\d{2,4}[ .-]\d{2,4}[ .-]\d{2,5}/.test(text);
	return digits >= 8 && digits <= 15 && looks && /^['’="+()\d\s./-]+$/u.test(text) && !isDayLike(text);
};
const isDayLike = (text: string) => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:\D|$)/.test(text);
const isLink = (text: string) =>
	/^(?:https?:\/\/|www\.)\S+$/i.test(text) ||
	/^[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|net|org|vn|io|co|de|fr|uk|eu)(?:\/\S*)?$/i.test(text);

/** What most of the values of a column are; null if they are none of these. */
export function contentOf(values: string[]): ColumnContent | null {
	const filled = values.map((value) => value.trim()).filter((value) => value !== '');
	if (filled.length === 0) return null;
	const tests: [ColumnContent, (text: string) => boolean, share: number][] = [
		['email', isEmail, 0.7],
		['phone', isPhone, 0.7],
		['link', isLink, 0.7],
		['company', isCompanyLike, 0.5],
		['person', isPersonLike, 0.8],
	];
	const isMost = ([, test, share]: (typeof tests)[number]) =>
		filled.filter((value) => value.length <= maxLength && test(value)).length >= share * filled.length;
	return tests.find(isMost)?.[0] ?? null;
}
