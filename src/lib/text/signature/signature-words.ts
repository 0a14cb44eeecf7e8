// The words by which the lines of a signature are told apart, in Vietnamese and English. Each is looked for as a whole word.

const wordsOf = (words: string) => new RegExp(`(?<![\\p{L}\\p{M}\\d])(?:${words})(?![\\p{L}\\p{M}\\d])`, 'iu');

/** What an organization is called by law. */
export const legalForm = wordsOf(
	'công ty|cong ty|cty|tnhh|mtv|cổ phần|tập đoàn|ngân hàng|doanh nghiệp|hợp tác xã|htx|jsc|joint stock|co\\.?,? ?ltd|ltd|llc|llp|inc|incorporated|corp|corporation|gmbh|ag|plc|pty|limited|s\\.a\\.?|b\\.v\\.?|bv|sdn bhd|pte',
);

/** What organizations call themselves. */
export const organization = wordsOf(
	'group|holdings?|company|bank|trường|đại học|bệnh viện|viện|trung tâm|university|hospital|institute|solutions|technologies|technology|industries|logistics|partners|agency|studio|systems|foods?|foundation|ventures|capital|international|xí nghiệp|nhà máy|chi nhánh',
);

/** What people do. */
export const jobWord = wordsOf(
	'giám đốc|gđ|trưởng|phó|chủ tịch|nhân viên|chuyên viên|chuyên gia|kế toán|kỹ sư|quản lý|trợ lý|thư ký|tổng giám đốc|tgđ|cán bộ|đại diện|điều phối|giảng viên|luật sư|kiến trúc sư|thủ kho|nhà sáng lập|đồng sáng lập|phụ trách|director|manager|head of|head|chief|ceo|cfo|cto|coo|cmo|cio|officer|president|vp|vice|founder|co-founder|owner|engineer|consultant|executive|assistant|lead|leader|specialist|analyst|coordinator|buyer|representative|accountant|developer|architect|supervisor|secretary|chairman|chairwoman|agent|partner|advisor|associate|planner|controller|treasurer|principal|designer|administrator|salesperson|strategist|attorney|counsel|merchandiser|technician',
);

/** A part of a company, which may follow the title: "Director, Procurement". */
export const department = wordsOf(
	'phòng|ban|bộ phận|khối|department|dept|division|team|sales|procurement|purchasing|marketing|operations|finance|hr|human resources|engineering|supply chain|sourcing|logistics|it|r&d',
);

/** What stands in the address of a place. */
export const placeWord = wordsOf(
	'đường|phố|quận|q\\.?|phường|p\\.?|tp\\.?|tphcm|hcm|tp hcm|thành phố|tỉnh|huyện|xã|ấp|khu phố|tầng|lầu|tòa nhà|toà nhà|lô|kcn|khu công nghiệp|kcx|ngõ|ngách|hẻm|số nhà|hà nội|ha noi|hanoi|ho chi minh|hồ chí minh|đà nẵng|hải phòng|cần thơ|việt nam|viet nam|vietnam|street|st|road|rd|avenue|ave|boulevard|blvd|suite|ste|floor|fl|building|bldg|district|ward|city|lane|ln|drive|dr|highway|hwy|square|plaza|tower|po box|p\\.o\\. box|parkway|industrial park|singapore|london|new york|usa|united kingdom|uk',
);

/** How a letter ends before its signature, and what programs add below it. */
export const closing =
	/^(?:[-_=*~\s]+|(?:trân trọng|thân mến|thân ái|thân|kính thư|kính chào|xin cảm ơn|cảm ơn|xin chân thành cảm ơn|best|kind|warm|many thanks|thanks|thank you|regards|sincerely|yours|cheers|respectfully|rgds|brgds|br)(?![\p{L}\p{M}\d])(?:[\s\p{L}&./]{0,30})?[,.!]*|(?:sent from|gửi từ|get outlook)\b.*)$/iu;

/** Where a disclaimer begins: nothing of the sender follows. */
export const disclaimer =
	/^[\s*"“(]*(?:this (?:e-?mail|message|communication|transmission)|the (?:information|contents?) (?:in|of|contained)|confidential|disclaimer|privileged|notice\s*:|important\s*:|please (?:consider|think|don['’]t print|do not print)|save (?:a tree|paper)|if you (?:are not|have received)|any views|email này|e-mail này|thư này|thông điệp này|nội dung (?:email|thư|của)|thông tin trong|lưu ý\s*:|khuyến cáo|tuyên bố|nếu (?:bạn|quý vị|anh|ông)|vui lòng (?:cân nhắc|xem xét)|hãy cân nhắc|(?:bảo mật|miễn trừ)\b)/iu;

/** How companies praise themselves. */
export const slogan =
	/^(?:["“«‘'*]|(?:your|our|we|together|making|building|driving|empowering|connecting|delivering|where|because|uy tín|chất lượng|vì|đồng hành|kết nối|nơi|giải pháp|cùng|luôn|hơn cả|vươn|niềm tin|kiến tạo|khẳng định|nâng tầm|trao|mang)(?![\p{L}\p{M}]))/iu;

/** Numbers that are no phone's. */
export const otherNumber = wordsOf(
	'fax|f|mst|mã số thuế|tax(?: code| id)?|vat|stk|số tài khoản|tài khoản|account|a/c|iban|swift|bic|gpkd|đkkd|reg(?:istration)?|license|cccd|cmnd|abn|ein|company no|crn',
);

/** Titles before a name. */
export const honorific = /^\(?(?:mr|ms|mrs|miss|dr|prof|ths|ts|gs|pgs|ông|bà)(?:\.|\)|\s|\.\))+\s*/iu;
/** Degrees and forms of address after a name. */
export const afterName =
	/(?:[ ,]{1,2}(?:mba|ph\.?d|md|cpa|pmp|cfa|msc|bsc|acca|jr\.?|sr\.?)| ?\((?:mr|ms|mrs|miss|she|he|they)\b[^)]{0,20}\)){1,3}\.?$/iu;

/** A text without some signs at its beginning and at its end. */
export function trimSigns(text: string, before: string, behind = before): string {
	let [from, to] = [0, text.length];
	while (from < to && before.includes(text.charAt(from))) from++;
	while (to > from && behind.includes(text.charAt(to - 1))) to--;
	return text.slice(from, to);
}
