import type { PointKind } from '@/domain/contact-points/contact-point';
import type { FieldType } from '@/domain/custom-fields/custom-field-types';
import type { RecordNoun } from '@/domain/named-record';
import { normalizedHeader } from '../file/column-headers';
import {
	companyColumns,
	companyNames,
	contactColumns,
	emailNames,
	firstNames,
	lastNames,
	linkNames,
	lostReasonNames,
	middleNames,
	noteNames,
	phoneNames,
	tagColumnNames,
	valueLabels,
} from './column-names';

export const importKinds = ['companies', 'contacts', 'deals'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Whose custom fields the columns of a file go to. */
export const kindNouns = {
	companies: 'company',
	contacts: 'contact',
	deals: 'deal',
} as const satisfies Record<ImportKind, RecordNoun>;

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

const namesOf = (names: string) => names.split(',').map(normalizedHeader).filter(Boolean);

const field = (id: string, label: string, names: string): ImportField => {
	return { id, label, names: namesOf(`${label},${names}`) };
};

/** A field for points of a kind, and the one for their labels. */
function pointFields(points: PointKind, id: string, label: string, names: string, labelNames: string): ImportField[] {
	return [
		{ ...field(id, label, names), points, several: true },
		{ ...field(`${id}Label`, `${label} label`, labelNames), labels: points, several: true },
	];
}

const introducers = [
	field('introducedBy', 'Introduced by', 'introducer,referred by,referrer,referral,người giới thiệu'),
	field(
		'introducedByCompany',
		'Introduced by (company)',
		'introducer company,referrer company,công ty người giới thiệu',
	),
];

const addresses = [
	field(
		'address',
		'Address',
		'full address,billing address,address formatted,mailing address,business address,work address,địa chỉ,địa chỉ trụ sở,địa chỉ trụ sở chính,trụ sở,trụ sở chính,địa chỉ liên hệ,địa chỉ xuất hóa đơn,địa chỉ kinh doanh,đc,adresse,anschrift,dirección',
	),
	field(
		'street',
		'Street',
		'street address,billing street,mailing street,shipping street,address street,primary address street,billing address street,business street,work street,home street,address street 1,address address street 1,address line 1,address line,street line 1,home address,đường,số nhà,strasse',
	),
	field(
		'city',
		'City',
		'billing city,mailing city,address city,address address city,primary address city,billing address city,business city,work city,home city,town,thành phố,tỉnh thành,tỉnh thành phố,tp,quận huyện,ort,ville',
	),
	field(
		'state',
		'State or region',
		'billing state,mailing state,address state,address region,address address state,primary address state,billing address state,business state,work state,home state,state,state region,region,province,tỉnh',
	),
	field(
		'postalCode',
		'Postal code',
		'billing postal code,billing code,billing zip,mailing postal code,mailing zip,address postal code,primary address postal code,primary address postalcode,billing address postal code,business postal code,work zip code,home zip code,zip,zip code,postcode,zip postal code,mã bưu điện,mã bưu chính,plz',
	),
	field(
		'country',
		'Country',
		'billing country,mailing country,address country,primary address country,billing address country,business country region,business country,work country,home country,country region,quốc gia,nước,land',
	),
];

const nameParts = [
	field('firstName', 'First name', firstNames),
	field('middleName', 'Middle name', middleNames),
	field('lastName', 'Last name', lastNames),
];

/** The fields of the contact person in a row of another kind, with further names of each. */
function contactPerson({
	name = '',
	email = '',
	phone = '',
	title = '',
}: Partial<typeof contactColumns>): ImportField[] {
	return [
		field('contact', 'Contact name', `${contactColumns.name},${name}`),
		field('contactEmail', 'Contact’s email', `${contactColumns.email},${email}`),
		field('contactPhone', 'Contact’s phone', `${contactColumns.phone},${phone}`),
		field('contactTitle', 'Contact’s job title', `${contactColumns.title},${title}`),
	];
}

/** What the rows of contacts and deals have beside them of their company. */
const companyFields = [
	field('companyWebsite', 'Company’s website', companyColumns.website),
	field('companyPhone', 'Company’s phone', companyColumns.phone),
	field('companyEmail', 'Company’s email', companyColumns.email),
	field('companyIndustry', 'Company’s industry', `company industry,industry,${companyColumns.industry}`),
	field('companySize', 'Company’s size', companyColumns.size),
	field('companyAddress', 'Company’s address', companyColumns.address),
];

export const importFields: Record<ImportKind, ImportField[]> = {
	companies: [
		field('name', 'Company name', `${companyNames},name,display name,complete name,tên,tên khách hàng,khách hàng`),
		field('industry', 'Industry', companyColumns.industry),
		field('size', 'Size', companyColumns.size),
		...pointFields(
			'link',
			'website',
			'Website',
			`web,url,web site,homepage,web page,website link,${companyColumns.website},domain,domain name,domain name link url,domain name primary link url,website url,website address,trang web,trang chủ,tên miền,website value`,
			valueLabels('website'),
		),
		...pointFields('phone', 'phone', 'Phone', `${phoneNames},${companyColumns.phone}`, valueLabels('phone')),
		...pointFields('email', 'email', 'Email', `${emailNames},${companyColumns.email}`, valueLabels('e-mail')),
		...addresses.map((each) =>
			each.id === 'address' ? { ...each, names: [...each.names, ...namesOf(companyColumns.address)] } : each,
		),
		...introducers,
		...contactPerson({}),
		field('notes', 'Notes', noteNames),
		field('tags', 'Tags', tagColumnNames),
	],
	contacts: [
		field(
			'name',
			'Contact name',
			'full name,person name,name,display name,complete name,contact full name,fullname,person,people,contact,contact person,lead name,customer name,client name,họ và tên,họ tên,họ và tên người liên hệ,họ tên khách hàng,họ và tên khách hàng,tên đầy đủ,tên liên hệ,tên người liên hệ,người liên hệ,người phụ trách,đầu mối liên hệ,tên khách hàng,khách hàng,ansprechpartner',
		),
		...nameParts,
		field('company', 'Company name', `${companyNames},person organization`),
		...companyFields,
		field(
			'jobTitle',
			'Job title',
			'organization title,position,job position,job role,role,title,occupation,person job title,chức danh,chức vụ,vị trí,vị trí công việc,vai trò,nghề nghiệp,funktion,fonction,cargo',
		),
		...pointFields('email', 'email', 'Email', emailNames, valueLabels('e-mail')),
		...pointFields('phone', 'phone', 'Phone', phoneNames, valueLabels('phone')),
		...pointFields('link', 'link', 'Link', linkNames, valueLabels('website')),
		field('isDecisionMaker', 'Decision maker', 'decides,is decision maker,người quyết định'),
		field('authorityLevel', 'Authority level', 'authority,mức quyết định'),
		field('rhythm', 'Stay in touch', 'rhythm,keep in touch'),
		field('leftOn', 'Left on', 'left,date left,left company on,ngày nghỉ việc'),
		field('leftTo', 'Left to', 'new company,new employer'),
		...introducers,
		field('reportsTo', 'Reports to', 'manager,manager name,managers name,supervisor,báo cáo cho,quản lý,cấp trên'),
		...addresses,
		field('notes', 'Notes', noteNames),
		field('tags', 'Tags', tagColumnNames),
	],
	deals: [
		field(
			'name',
			'Deal name',
			'deal title,opportunity,opportunity name,opportunity title,deal,title,name,subject,project,project name,tên thương vụ,thương vụ,tên cơ hội,cơ hội,cơ hội bán hàng,tên giao dịch,giao dịch,tên dự án,dự án,tên deal,tên hợp đồng,hợp đồng',
		),
		field(
			'company',
			'Company name',
			`${companyNames},deal organization name,customer,client,khách hàng,tên khách hàng`,
		),
		...companyFields,
		...contactPerson({
			name: 'deal contact person,person,person name,associated contact,full name,liên hệ,họ và tên,họ tên',
			email: 'email,e-mail,email address,email liên hệ,thư điện tử',
			phone: 'phone,phone number,mobile,mobile phone,điện thoại,số điện thoại,sđt,sđt liên hệ',
		}),
		...nameParts,
		field('people', 'Contacts and roles', 'contact roles,deal contacts,opportunity contact roles'),
		field(
			'value',
			'Deal value',
			'value,amount,deal amount,opportunity amount,expected revenue,revenue,price,total,total amount,sum,budget,contract value,giá trị,giá trị hợp đồng,giá trị đơn hàng,giá trị cơ hội,giá trị dự kiến,giá trị deal,doanh số,doanh số dự kiến,doanh thu,doanh thu dự kiến,số tiền,thành tiền,tổng tiền,betrag,montant,importe',
		),
		field(
			'currency',
			'Currency',
			'deal currency,currency code,currency iso code,deal currency of value,tiền tệ,loại tiền,đơn vị tiền tệ,währung,devise',
		),
		field(
			'stage',
			'Stage',
			'deal stage,stage name,sales stage,pipeline stage,opportunity stage,phase,step,giai đoạn,giai đoạn bán hàng,bước,phase name',
		),
		field(
			'status',
			'Won or lost',
			'status,deal status,outcome,result,is won,won lost,opportunity status,trạng thái,tình trạng,kết quả',
		),
		field(
			'ownProbability',
			'Own probability',
			'probability,probability percent,deal probability,win probability,xác suất,xác suất thành công,khả năng thành công,tỷ lệ thành công,tỷ lệ thắng',
		),
		field(
			'expectedCloseOn',
			'Expected close date',
			'close date,expected close,expected closing,deal expected close date,closing date,expected closing date,estimated close date,target close date,ngày dự kiến chốt,ngày chốt dự kiến,ngày dự kiến,ngày dự kiến ký,dự kiến chốt,ngày kết thúc dự kiến',
		),
		{
			...field(
				'closedOn',
				'Closed',
				'closed on,closed at,closed date,closed time,won time,lost time,won on,lost on,won date,lost date,date won,date lost,deal closed on,deal closed time,deal won time,deal lost time,actual close date,ngày chốt,ngày đóng,ngày ký,ngày ký hợp đồng,ngày thắng,ngày thua',
			),
			several: true,
		},
		field(
			'createdOn',
			'Created',
			'created on,created at,created date,created time,create date,creation date,date created,date entered,add time,added on,deal created,deal deal created,ngày tạo,ngày bắt đầu',
		),
		field('lostReason', 'Lost reason', lostReasonNames),
		field('notes', 'Notes', noteNames),
	],
};

/** The target of a column: a field by its id, a custom field by its id, a new custom field, or none. */
export type Target = { field: string } | { custom: string } | { create: { name: string; type: FieldType } } | null;
