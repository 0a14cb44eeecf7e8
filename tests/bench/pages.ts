import { activityId, busiest, changed, companyId, contactId, dealId, tagId } from './seed.ts';

export type Page = {
	name: string;
	path: string;
	/** The account with 100,000 companies, instead of the one that everything else is measured in. */
	manyCompanies?: true;
};

/** The day (YYYY-MM-DD) in so many days from today. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const billions = 'valueFrom=500000000&valueTo=1000000000';
const nextMonth = `closeFrom=${day(0)}&closeTo=${day(30)}`;

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
		'lastContact',
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
	...['30', '90', 'never'].map((silent) => ({
		name: `Companies, no contact: ${silent}`,
		path: `/companies?silent=${silent}`,
	})),
	{ name: 'Companies, one tag', path: `/companies?tag=${tagId(3)}` },
	{
		name: 'Companies, industry, size, tag and search',
		path: `/companies?industry=Thủy+sản&size=51-200&tag=${tagId(3)}&q=hoa`,
	},
	{ name: 'Company', path: `/companies/${companyId(77)}` },
	{ name: 'Company, contacts', path: `/companies/${companyId(77)}?tab=contacts` },
	{ name: 'Company, deals', path: `/companies/${companyId(77)}?tab=deals` },
	{ name: 'Company, activities', path: `/companies/${companyId(77)}?tab=activities` },
	{ name: 'Company, history of 1,000 changes', path: `/companies/${companyId(changed.company)}?tab=history` },
	{ name: 'Company, edit', path: `/companies/${companyId(77)}/edit` },
	{ name: 'Company, new', path: '/companies/new' },
	{ name: 'Contacts', path: '/contacts' },
	...['30', '90', 'never'].map((silent) => ({
		name: `Contacts, no contact: ${silent}`,
		path: `/contacts?silent=${silent}`,
	})),
	{ name: 'Contacts by company', path: '/contacts?sort=company' },
	{ name: 'Contacts, search "nguyen" (common)', path: '/contacts?q=nguyen' },
	{ name: 'Contacts, search "nguoi54321" (rare)', path: '/contacts?q=nguoi54321' },
	{ name: 'Contacts by last contact', path: '/contacts?sort=lastContact' },
	{ name: 'Contacts, search by phone', path: '/contacts?q=0900054321' },
	{ name: 'Contacts, decision makers', path: '/contacts?decides=yes' },
	{ name: 'Contacts, primary authority', path: '/contacts?authority=primary' },
	{ name: 'Contacts of one company', path: `/contacts?company=${companyId(77)}` },
	{ name: 'Contacts, one tag', path: `/contacts?tag=${tagId(3)}` },
	{ name: 'Contact, edit', path: `/contacts/${contactId(54321)}/edit` },
	{ name: 'Contact, new', path: `/contacts/new?companyId=${companyId(77)}` },
	{ name: 'Contact', path: `/contacts/${contactId(54321)}` },
	{ name: 'Contact, deals', path: `/contacts/${contactId(54321)}?tab=deals` },
	{ name: 'Contact, history of 1,000 changes', path: `/contacts/${contactId(changed.contact)}?tab=history` },
	{ name: 'Contact, timeline of 10,000', path: `/contacts/${contactId(busiest.contact)}?tab=activities` },
	{
		name: 'Contact, older entries of 10,000',
		path: `/api/timeline?contactId=${contactId(busiest.contact)}&at=${Date.now() - 365 * 86_400_000}&id=${activityId(1)}`,
	},
	{ name: 'Activities', path: '/activities' },
	{ name: 'Activities, page 500', path: '/activities?page=500' },
	...['when.asc', 'type', 'type.desc'].map((sort) => ({
		name: `Activities by ${sort}`,
		path: `/activities?sort=${sort}`,
	})),
	...['today', 'week', 'month', '30days'].map((when) => ({
		name: `Activities, ${when}`,
		path: `/activities?when=${when}`,
	})),
	{ name: 'Activities, own range', path: `/activities?from=${day(-400)}&to=${day(-300)}` },
	{ name: 'Activities, one type', path: '/activities?type=meeting' },
	{ name: 'Activities, two types by type', path: '/activities?type=call&type=email&sort=type' },
	{ name: 'Activities, one company', path: `/activities?company=${companyId(77)}` },
	{ name: 'Activities, one contact (10,000)', path: `/activities?contact=${contactId(busiest.contact)}` },
	{ name: 'Activities, one deal', path: `/activities?deal=${dealId(10)}` },
	{ name: 'Activities, search "bao gia" (common)', path: '/activities?q=bao+gia' },
	{ name: 'Activities, search "gọi hỏi thăm 12345" (rare)', path: '/activities?q=gọi+hỏi+thăm+12345' },
	{ name: 'Activities, search "zzzz" (none)', path: '/activities?q=zzzz' },
	{ name: 'Activities, type, month and search', path: '/activities?type=call&when=month&q=gia' },
	{ name: 'Activity', path: `/activities/${activityId(24)}` },
	{ name: 'Activity, edit', path: `/activities/${activityId(24)}/edit` },
	{ name: 'Activity, new', path: `/activities/new?contactId=${contactId(77)}` },
	{ name: 'Deals, board', path: '/deals' },
	{ name: 'Deals, board, search "binh minh" (common)', path: '/deals?q=binh+minh' },
	{ name: 'Deals, board, search "hd12345" (rare)', path: '/deals?q=hd12345' },
	{ name: 'Deals, board, search "zzzz" (none)', path: '/deals?q=zzzz' },
	{ name: 'Deals, board, one company', path: `/deals?company=${companyId(77)}` },
	{ name: 'Deals, board, value range', path: `/deals?${billions}` },
	{ name: 'Deals, board, one stage', path: '/deals?stage=proposal' },
	{ name: 'Deals, board, close range', path: `/deals?${nextMonth}` },
	{ name: 'Deals, list', path: '/deals?view=list' },
	{ name: 'Deals, list, page 500', path: '/deals?view=list&page=500' },
	...[
		'name',
		'company',
		'contact',
		'stage',
		'value',
		'value.asc',
		'probability',
		'close.desc',
		'closed',
		'created',
	].map((sort) => ({ name: `Deals, list by ${sort}`, path: `/deals?view=list&sort=${sort}` })),
	{ name: 'Deals, list, search "binh minh" (common)', path: '/deals?view=list&q=binh+minh' },
	{ name: 'Deals, list, search "hd12345" (rare)', path: '/deals?view=list&q=hd12345' },
	{ name: 'Deals, list, one stage', path: '/deals?view=list&stage=proposal' },
	{ name: 'Deals, list, value range', path: `/deals?view=list&${billions}` },
	{ name: 'Deals, list, close range', path: `/deals?view=list&${nextMonth}` },
	{ name: 'Deals, list, created range', path: `/deals?view=list&createdFrom=${day(-90)}&createdTo=${day(-30)}` },
	...['none', 'overdue', 'stale', 'single', 'close'].flatMap((signal) => [
		{ name: `Deals, board, signal ${signal}`, path: `/deals?signal=${signal}` },
		{ name: `Deals, list, signal ${signal}`, path: `/deals?view=list&signal=${signal}` },
	]),
	{ name: 'Deals, list, closed range', path: `/deals?view=list&closedFrom=${day(-90)}&closedTo=${day(0)}` },
	{ name: 'Deal', path: `/deals/${dealId(10)}` },
	{ name: 'Deal, activities', path: `/deals/${dealId(10)}?tab=activities` },
	{ name: 'Deal, edit', path: `/deals/${dealId(10)}/edit` },
	{ name: 'Deal, new', path: '/deals/new' },
	{ name: 'Dashboard', path: '/dashboard' },
	{ name: 'Settings, history', path: '/settings/history' },
	...['', 'cong ty', 'sao mai', 'cty12345'].flatMap((q) =>
		[undefined, true as const].map((manyCompanies) => ({
			name: `Company picker, "${q}"${manyCompanies ? ', 100,000 companies' : ''}`,
			path: `/api/companies?q=${encodeURIComponent(q)}`,
			...(manyCompanies && { manyCompanies }),
		})),
	),
	...['', 'nguyen', 'nguoi54321'].map((q) => ({
		name: `Contact picker, "${q}"`,
		path: `/api/contacts?q=${encodeURIComponent(q)}`,
	})),
	{ name: 'Contact picker, one company', path: `/api/contacts?companyId=${companyId(77)}&q=` },
	{ name: 'More cards of a column', path: `/api/deals/cards?stage=proposal&after=${dealId(2010)}` },
];
