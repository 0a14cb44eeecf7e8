import { companyId, contactId, tagId } from './seed.ts';

export type Page = { name: string; path: string };

/** What is timed, grouped; the first of each group is also weighed for its scripts. */
export const pages: Page[] = [
	{ name: 'Companies', path: '/companies' },
	{ name: 'Companies, page 500', path: '/companies?page=500' },
	...[
		'name.desc',
		'industry',
		'industry.desc',
		'size',
		'contacts',
		'contacts.asc',
		'deals',
		'activity',
		'created',
		'created.asc',
	].map((sort) => ({
		name: `Companies by ${sort}`,
		path: `/companies?sort=${sort}`,
	})),
	{ name: 'Companies, search "binh minh" (common)', path: '/companies?q=binh+minh' },
	{ name: 'Companies, search "cty12345" (rare)', path: '/companies?q=cty12345' },
	{ name: 'Companies, search "zzzz" (none)', path: '/companies?q=zzzz' },
	{ name: 'Companies, search of one letter', path: '/companies?q=a' },
	{ name: 'Companies, search by phone', path: '/companies?q=%2B84+28+00012345' },
	{ name: 'Companies, one industry', path: '/companies?industry=Thủy+sản' },
	{ name: 'Companies, one size', path: '/companies?size=51-200' },
	{ name: 'Companies, one tag', path: `/companies?tag=${tagId(3)}` },
	{
		name: 'Companies, industry, size, tag and search',
		path: `/companies?industry=Thủy+sản&size=51-200&tag=${tagId(3)}&q=hoa`,
	},
	{ name: 'Company', path: `/companies/${companyId(77)}` },
	{ name: 'Company, contacts', path: `/companies/${companyId(77)}?tab=contacts` },
	{ name: 'Company, edit', path: `/companies/${companyId(77)}/edit` },
	{ name: 'Company, new', path: '/companies/new' },
	{ name: 'Contacts', path: '/contacts' },
	{ name: 'Contacts by company', path: '/contacts?sort=company' },
	{ name: 'Contacts, search "nguyen" (common)', path: '/contacts?q=nguyen' },
	{ name: 'Contacts, search "nguoi54321" (rare)', path: '/contacts?q=nguoi54321' },
	{ name: 'Contact', path: `/contacts/${contactId(54321)}` },
	{ name: 'Dashboard', path: '/dashboard' },
	{ name: 'Company picker, empty', path: '/api/companies?q=' },
	{ name: 'Company picker, "cong ty"', path: '/api/companies?q=cong+ty' },
	{ name: 'Company picker, "sao mai"', path: '/api/companies?q=sao+mai' },
];
