import { maxPoints, type PointKind } from '@/domain/contact-points/contact-point';
import { normalizedHeader } from '../file/column-headers';

export const importKinds = ['companies', 'contacts', 'deals'] as const;
export type ImportKind = (typeof importKinds)[number];

/** A field that a column can go to. */
export type ImportField = {
	id: string;
	label: string;
	/** Its values are contact points of this kind, or the labels of such. */
	points?: PointKind;
	labels?: PointKind;
	/** The column's names in other programs, as `normalizedHeader` makes them; the likeliest first. */
	names: string[];
	/** Several columns may go there. */
	several?: true;
};

const field = (id: string, label: string, names: string): ImportField => ({
	id,
	label,
	names: [label, ...names.split(',')].map(normalizedHeader).filter(Boolean),
});

/** A field for points of a kind, and the one for their labels; each with the numbers that follow the first in an export. */
function pointFields(points: PointKind, id: string, label: string, names: string, labelNames: string): ImportField[] {
	const numbers = Array.from({ length: maxPoints - 1 }, (_, index) => index + 2);
	const numbered = (rest: string) => numbers.map((n) => `${label} ${n}${rest}`).join(',');
	return [
		{ ...field(id, label, `${names},${numbered('')}`), points, several: true },
		{ ...field(`${id}Label`, `${label} label`, `${labelNames},${numbered(' label')}`), labels: points, several: true },
	];
}

/** The names under which Google Contacts has the labels of its numbered values. */
const valueLabels = (noun: string) => [1, 2, 3].flatMap((n) => [`${noun} ${n} label`, `${noun} ${n} type`]).join(',');

const phones =
	'phone number,telephone,tel,mobile,mobile phone,cell,business phone,work phone,phone work,home phone,phone home,phone other,other phone,company main phone,primary phone,person phone,organization phone,phone 1 value,phone 2 value,phone 3 value,điện thoại,số điện thoại,sđt,di động';
const emails =
	'e-mail,email address,e-mail address,primary email,work email,email work,home email,email home,email other,other email,e-mail 2 address,e-mail 3 address,person email,organization email,e-mail 1 value,e-mail 2 value,e-mail 3 value,thư điện tử,địa chỉ email';
const links =
	'linkedin,linkedin url,linkedin profile,profile url,website,web page,website 1 value,website 2 value,website 3 value,trang web';
const companyNames =
	'company,account,account name,organization,organisation,organization name,organisation name,deal organization,associated company,associated company primary,primary associated company name,employer,công ty,tên công ty,doanh nghiệp';
const notes = 'note,description,background,comment,comments,about,ghi chú,mô tả';
const tags = 'tag,label,labels,group membership,categories,person label,organization label,nhãn,thẻ';

const introducers = [
	field('introducedBy', 'Introduced by', 'introducer,referred by,referrer,referral,người giới thiệu'),
	field(
		'introducedByCompany',
		'Introduced by (company)',
		'introducer company,referrer company,công ty người giới thiệu',
	),
];

export const importFields: Record<ImportKind, ImportField[]> = {
	companies: [
		field('name', 'Company name', `${companyNames},name,tên`),
		field('industry', 'Industry', 'sector,branch,ngành,ngành nghề,lĩnh vực'),
		field('size', 'Size', 'company size,employees,number of employees,employee count,headcount,quy mô,số nhân viên'),
		...pointFields(
			'link',
			'website',
			'Website',
			'web,url,web site,homepage,company domain name,domain,website url,organization website,trang web,website 1 value,website 2 value,website 3 value',
			valueLabels('website'),
		),
		...pointFields('phone', 'phone', 'Phone', phones, valueLabels('phone')),
		...pointFields('email', 'email', 'Email', emails, valueLabels('e-mail')),
		field('address', 'Address', 'full address,organization address,billing address,địa chỉ'),
		field('street', 'Street', 'street address,billing street,mailing street,address 1,đường'),
		field('city', 'City', 'billing city,mailing city,town,thành phố'),
		field('state', 'State or region', 'billing state,mailing state,state,region,province,tỉnh'),
		field('postalCode', 'Postal code', 'billing postal code,mailing postal code,zip,zip code,postcode,mã bưu điện'),
		field('country', 'Country', 'billing country,mailing country,country region,quốc gia'),
		...introducers,
		field('notes', 'Notes', notes),
		field('tags', 'Tags', tags),
	],
	contacts: [
		field('name', 'Contact name', 'full name,person name,name,display name,họ và tên,họ tên,tên liên hệ,người liên hệ'),
		field('firstName', 'First name', 'given name,firstname,tên'),
		field('middleName', 'Middle name', 'additional name,tên đệm'),
		field('lastName', 'Last name', 'family name,surname,họ'),
		field('company', 'Company name', `${companyNames},person organization`),
		field('jobTitle', 'Job title', 'organization title,position,role,title,person job title,chức danh,chức vụ'),
		...pointFields('email', 'email', 'Email', emails, valueLabels('e-mail')),
		...pointFields('phone', 'phone', 'Phone', phones, valueLabels('phone')),
		...pointFields('link', 'link', 'Link', links, valueLabels('website')),
		field('isDecisionMaker', 'Decision maker', 'decides,is decision maker,người quyết định'),
		field('authorityLevel', 'Authority level', 'authority,mức quyết định'),
		field('rhythm', 'Stay in touch', 'rhythm,keep in touch'),
		field('leftOn', 'Left on', 'left,date left,left company on,ngày nghỉ việc'),
		field('leftTo', 'Left to', 'new company,new employer'),
		...introducers,
		field('reportsTo', 'Reports to', 'manager,manager name,managers name,supervisor,báo cáo cho,quản lý,cấp trên'),
		field('notes', 'Notes', notes),
		field('tags', 'Tags', tags),
	],
	deals: [
		field('name', 'Deal name', 'deal title,opportunity,opportunity name,deal,title,name,tên thương vụ,cơ hội'),
		field('company', 'Company name', `${companyNames},deal organization name`),
		field(
			'contact',
			'Contact name',
			'contact,contact person,deal contact person,person,associated contact,người liên hệ',
		),
		field('people', 'Contacts and roles', 'contact roles,deal contacts,opportunity contact roles'),
		field('value', 'Deal value', 'value,amount,deal amount,price,giá trị,số tiền'),
		field('currency', 'Currency', 'deal currency,currency code,deal currency of value,tiền tệ'),
		field('stage', 'Stage', 'deal stage,status,pipeline stage,deal status,giai đoạn'),
		field('ownProbability', 'Own probability', 'probability,probability percent,deal probability,xác suất'),
		field(
			'expectedCloseOn',
			'Expected close date',
			'close date,expected close,deal expected close date,closing date,ngày dự kiến chốt',
		),
		field('closedOn', 'Closed', 'closed on,closed at,won time,lost time,deal closed on,deal won time,ngày chốt'),
		field('lostReason', 'Lost reason', 'closed lost reason,loss reason,deal lost reason,lý do thua'),
		field('notes', 'Notes', notes),
	],
};

/** Of which kind the records of a file are, by the names of its columns. */
export function likeliestKind(header: string[]): ImportKind {
	const names = new Set(header.map(normalizedHeader));
	const has = (...wanted: string[]) => wanted.filter((name) => names.has(normalizedHeader(name))).length;
	const deals = has(
		'Deal name',
		'Deal title',
		'Opportunity name',
		'Deal value',
		'Deal amount',
		'Deal stage',
		'Deal - Organization',
	);
	if (deals >= 2 || (deals >= 1 && has('Stage', 'Amount', 'Close date', 'Value') >= 1)) return 'deals';
	// beside what only people have, it is a deal of theirs
	if (
		has('Deal name', 'Deal title', 'Opportunity name') >= 1 &&
		has('First name', 'Last name', 'Job title', 'Email') === 0
	)
		return 'deals';
	const people = has(
		'First name',
		'Last name',
		'Given name',
		'Contact name',
		'Person - Name',
		'Full name',
		'Họ và tên',
		'Họ tên',
		'Job title',
		'Chức danh',
		'Chức vụ',
	);
	// a name beside that of a company is a person's
	const named =
		has('Name', 'Tên', 'Email') >= 1 && has(...companyNames.split(',').filter((name) => name !== 'company name')) >= 1;
	return people >= 1 || named ? 'contacts' : 'companies';
}

/** How many of these cells are names of columns that some field is known by. */
export function knownNames(cells: string[]): number {
	return cells.filter((cell) => allNames.has(normalizedHeader(cell))).length;
}

const allNames = new Set(Object.values(importFields).flatMap((fields) => fields.flatMap(({ names }) => names)));

/** Our own export names its columns for metadata so. */
const ownField = /^Field: (.+)$/s;

/** The target of a column: a field by its id, a custom field by its name, or none. */
export type Target = { field: string } | { metadata: string } | null;

/** The likeliest target of each column of a file. */
export function guessTargets(header: string[], kind: ImportKind): Target[] {
	const squeezedHeader = header.map(normalizedHeader);
	const targets: Target[] = header.map((name) => {
		const own = ownField.exec(name.trim())?.[1];
		return own ? { metadata: own } : null;
	});
	// the likeliest names of every field first, so that "Title" is a job title only if no field is called so
	const maxNames = Math.max(...importFields[kind].map(({ names }) => names.length));
	for (let rank = 0; rank < maxNames; rank++) {
		for (const { id, names, several } of importFields[kind]) {
			for (const [column, name] of squeezedHeader.entries()) {
				if (targets[column] || !name || names[rank] !== name) continue;
				const taken = targets.some((target) => target && 'field' in target && target.field === id);
				if (!taken || several) targets[column] = { field: id };
			}
		}
	}
	return withoutRest(targets, kind);
}

/** A whole name makes its parts needless, and an address too. */
function withoutRest(targets: Target[], kind: ImportKind): Target[] {
	const isField = (target: Target, ...ids: string[]) => target && 'field' in target && ids.includes(target.field);
	const parts = ['firstName', 'middleName', 'lastName'];
	const hasParts =
		targets.some((target) => isField(target, 'firstName')) && targets.some((target) => isField(target, 'lastName'));
	if (kind === 'contacts' && hasParts) return targets.map((target) => (isField(target, 'name') ? null : target));
	if (kind === 'contacts' && targets.some((target) => isField(target, 'name')))
		return targets.map((target) => (isField(target, ...parts) ? null : target));
	return targets;
}
