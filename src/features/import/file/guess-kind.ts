import { beginsWithFamily, contentOf, isCompanyLike, isPersonLike } from '../row/column-contents';
import { companyNames } from '../row/column-names';
import type { ImportKind } from '../row/import-fields';
import { headerForms, normalizedHeader } from './column-headers';

const set = (names: string) => new Set(names.split(',').map(normalizedHeader));

const dealNames = set(
	'deal name,deal title,deal,opportunity,opportunity name,opportunity title,tên thương vụ,thương vụ,tên cơ hội,cơ hội,cơ hội bán hàng,tên giao dịch,tên deal',
);
const dealParts = set(
	'deal value,deal amount,opportunity amount,amount,value,expected revenue,deal stage,stage,stage name,sales stage,pipeline,pipeline stage,probability,close date,closing date,expected close date,expected closing,lost reason,giá trị,giá trị hợp đồng,giá trị dự kiến,doanh số,giai đoạn,giai đoạn bán hàng,xác suất,ngày dự kiến chốt,ngày chốt',
);
/** What only people have. */
const people = set(
	'first name,last name,given name,family name,surname,middle name,forename,full name,contact name,contact full name,person name,person,people,name first name,name last name,primary contact,contact person,job title,job position,salutation,họ và tên,họ tên,họ,tên đệm,họ và tên đệm,họ đệm,chữ đệm,tên liên hệ,tên người liên hệ,người liên hệ,chức danh,chức vụ,vorname,nachname,prénom,apellidos,birthday,birth date,ngày sinh,xưng hô,lifecycle stage',
);
/** What only companies have. */
const companies = set(
	'industry,number of employees,employees,no of employees,company size,company domain name,domain name,domain,account number,account type,mã số thuế,mst,tax code,tax id,vat number,người đại diện,người đại diện pháp luật,ngành nghề,ngành nghề chính,ngành nghề kinh doanh,lĩnh vực,vốn điều lệ,ngày thành lập,địa chỉ trụ sở,địa chỉ trụ sở chính,billing street,billing city,annual revenue,quy mô,số nhân viên',
);
const employers = set(`${companyNames},company name`);
const plainNames = set(
	'name,tên,display name,complete name,customer name,client name,tên khách hàng,khách hàng,tên đầy đủ,danh bạ',
);
const emails = set(
	'email,e-mail,mail,email address,e-mail address,primary email,work email,địa chỉ email,thư điện tử,emails',
);
const websites = set('website,web,web site,web page,homepage,trang web');

/** Of which kind the records of a file are, by all names of its columns and the values of those that leave it open. */
export function likeliestKind(header: string[], rows: string[][]): ImportKind {
	// as exact as can be: "Contact - Name" is the name of a contact, whatever the file is
	const forms = header.map((name) => headerForms(name, 'deals'));
	const columnsIn = (names: Set<string>) =>
		[...forms.keys()].filter((column) => forms[column]?.some((form) => names.has(form)));
	const count = (names: Set<string>) => columnsIn(names).length;
	const person = count(people);
	const [deal, parts] = [count(dealNames), count(dealParts)];
	const ofDeals = header.filter((name) => /^deal - /i.test(name.trim())).length;
	// people with deals beside them are deals with contacts
	if (ofDeals >= 2 || deal >= 1) return 'deals';
	if (parts >= 2 && header.some((name) => dealOnly.has(normalizedHeader(name)))) return 'deals';
	const [named, employer] = [columnsIn(plainNames), columnsIn(employers)];
	const own = count(companies);
	if (person > 0 && !(own > 0 && employer.length > 0 && person === 1 && !hasPersonName(forms))) return 'contacts';
	const besides = named.filter((column) => !employer.includes(column));
	if (besides.length > 0 && employer.length > 0) return 'contacts';
	if (employer.length > 0) return repeats(rows, employer[0] ?? 0) && own === 0 ? 'contacts' : 'companies';
	if (own > 0) return 'companies';
	const [name] = besides;
	if (name !== undefined) return kindOfNames(rows, name, columnsIn(emails)[0], count(websites) > 0);
	return kindOfContents(header, rows);
}

/** Where one of these stands beside another part of a deal, the rows are deals. */
const dealOnly = set(
	'stage,stage name,sales stage,deal stage,pipeline,pipeline stage,probability,close date,closing date,expected close date,expected closing,giai đoạn,giai đoạn bán hàng,xác suất,ngày dự kiến chốt',
);
const personNames = set(
	'first name,last name,full name,contact name,person name,person,people,họ và tên,họ tên,họ và tên đệm,vorname,nachname,given name,family name',
);
const hasPersonName = (forms: string[][]) => forms.some((each) => each.some((form) => personNames.has(form)));

/** Whether several rows have the same value in a column: one company has several people, and not the other way round. */
function repeats(rows: string[][], column: number): boolean {
	const values = rows.map((cells) => (cells[column] ?? '').trim().toLowerCase()).filter(Boolean);
	return new Set(values).size < values.length;
}

const roles =
	/^(?:info|sales|contact|office|hello|admin|support|mail|marketing|hr|service|kinhdoanh|lienhe|vanphong|ketoan)\b/i;

/** Whose names a column has: what they are made of counts, and how they go with the addresses beside them. */
function kindOfNames(rows: string[][], name: number, email: number | undefined, hasWebsite: boolean): ImportKind {
	let score = hasWebsite ? 0.5 : 0;
	let filled = 0;
	for (const cells of rows) {
		const text = (cells[name] ?? '').trim();
		if (text === '') continue;
		filled++;
		const [local = '', domain = ''] = (email === undefined ? '' : (cells[email] ?? '').trim().slice(0, 254)).split('@');
		const words = normalizedWords(text);
		if (isCompanyLike(text)) score++;
		else if (beginsWithFamily(text) || words.some((word) => normalizedHeader(local).includes(word))) score--;
		else if (roles.test(local) || words.some((word) => normalizedHeader(domain).includes(word))) score++;
		else if (isPersonLike(text) && local !== '') score -= 0.5;
	}
	return filled > 0 && score < 0 ? 'contacts' : 'companies';
}

const normalizedWords = (text: string) =>
	text
		.slice(0, 200)
		.split(/\s+/u)
		.map(normalizedHeader)
		.filter((word) => word.length > 1);

/** Where no column is called like a name: companies if one has companies' names and none has people's or addresses. */
function kindOfContents(header: string[], rows: string[][]): ImportKind {
	const contents = header.map((_, column) => contentOf(rows.map((cells) => cells[column] ?? '')));
	const has = (content: string) => contents.some((each) => each === content);
	if (has('person') || (has('email') && !has('company'))) return 'contacts';
	return 'companies';
}
