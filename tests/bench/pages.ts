import { fieldPages } from './field-pages.ts';
import { activityId, busiest, changed, companyId, contactId, dealId, tagId } from './ids.ts';

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

/** Rows of a list with three conditions each, by what they say; "match" stands for any of them. */
function three(list: string, path: string, rows: Record<string, string[]>): Page[] {
	return Object.entries(rows).map(([name, conditions]) => ({
		name: `${list}, three conditions: ${name}`,
		path: `${path}${path.includes('?') ? '&' : '?'}${conditions.map((text) => (text === 'match' ? 'match=any' : `f=${text}`)).join('&')}`,
	}));
}

/** What is timed, grouped; the first of each group is also weighed for its scripts. */
export const pages: Page[] = [
	{ name: 'Companies', path: '/companies' },
	{ name: 'Companies, page 500', path: '/companies?page=500' },
	{ name: 'Companies, a page from its neighbour', path: `/companies?page=501&after=${companyId(15_000)}` },
	{
		name: 'Companies by lastContact, a page from its neighbour',
		path: `/companies?sort=lastContact&page=501&before=${companyId(15_000)}`,
	},
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
	{ name: 'Companies, last contact range', path: `/companies?lastFrom=${day(-60)}&lastTo=${day(-31)}` },
	{ name: 'Companies, created range', path: `/companies?createdFrom=${day(-90)}&createdTo=${day(-30)}` },
	{ name: 'Companies, one tag', path: `/companies?tag=${tagId(3)}` },
	{
		name: 'Companies, industry, size, tag and search',
		path: `/companies?industry=Thủy+sản&size=51-200&tag=${tagId(3)}&q=hoa`,
	},
	...three('Companies', '/companies', {
		'not an industry, silent, no follow-up': ['industry.none:Thủy+sản', 'lastContact.ago:60', 'nextFollowUp.empty'],
		'two sizes, a tag, contacted lately': ['size.any:1-10,51-200', `tags.any:${tagId(3)}`, 'lastContact.last:90'],
	}),
	{ name: 'Company', path: `/companies/${companyId(77)}` },
	{ name: 'Company, all follow-ups', path: `/companies/${companyId(77)}?followUps=most` },
	{ name: 'Company, history of 1,000 changes', path: `/companies/${companyId(changed.company)}/history` },
	{ name: 'Company, edit', path: `/companies/${companyId(77)}/edit` },
	{ name: 'Company, new', path: '/companies/new' },
	{ name: 'Contacts', path: '/contacts' },
	{ name: 'Contacts, a page from its neighbour', path: `/contacts?page=501&after=${contactId(65_000)}` },
	{
		name: 'Contacts by lastContact, a page from its neighbour',
		path: `/contacts?sort=lastContact&page=501&after=${contactId(65_000)}`,
	},
	...['30', '90', 'never'].map((silent) => ({
		name: `Contacts, no contact: ${silent}`,
		path: `/contacts?silent=${silent}`,
	})),
	{ name: 'Contacts, later than their rhythm', path: '/contacts?silent=rhythm' },
	...['name.desc', 'company', 'title', 'authority', 'email', 'lastContact', 'lastContact.asc', 'created'].map(
		(sort) => ({
			name: `Contacts by ${sort}`,
			path: `/contacts?sort=${sort}`,
		}),
	),
	{ name: 'Contacts, search "nguyen" (common)', path: '/contacts?q=nguyen' },
	{ name: 'Contacts, search "nguoi54321" (rare)', path: '/contacts?q=nguoi54321' },
	{ name: 'Contacts, search "nguyen" by lastContact', path: '/contacts?q=nguyen&sort=lastContact' },
	{ name: 'Contacts, search by phone', path: '/contacts?q=0900054321' },
	{ name: 'Contacts, decision makers', path: '/contacts?decides=yes' },
	{ name: 'Contacts, primary authority', path: '/contacts?authority=primary' },
	{ name: 'Contacts of one company', path: `/contacts?company=${companyId(77)}` },
	{ name: 'Contacts, last contact range', path: `/contacts?lastFrom=${day(-60)}&lastTo=${day(-31)}` },
	{ name: 'Contacts, created range', path: `/contacts?createdFrom=${day(-90)}&createdTo=${day(-30)}` },
	{ name: 'Contacts, one tag', path: `/contacts?tag=${tagId(3)}` },
	{ name: 'Contacts, one tag by lastContact', path: `/contacts?tag=${tagId(3)}&sort=lastContact` },
	...three('Contacts', '/contacts', {
		'never contacted, no follow-up, a tag': ['lastContact.empty', 'nextFollowUp.empty', `tags.any:${tagId(3)}`],
		'decision makers, silent, no follow-up': ['decisionMaker.is:yes', 'lastContact.ago:60', 'nextFollowUp.empty'],
		'silent, no tag, not at a company': [
			'lastContact.ago:60',
			`tags.none:${tagId(3)}`,
			`company.none:${companyId(77)}`,
		],
		'a follow-up soon, contacted lately, a title': ['nextFollowUp.next:14', 'lastContact.last:30', 'jobTitle.filled'],
		'any of three': ['match', 'lastContact.empty', 'nextFollowUp.next:14', `tags.any:${tagId(3)}`],
	}),
	...fieldPages,
	{ name: 'Contact, edit', path: `/contacts/${contactId(54321)}/edit` },
	{ name: 'Contact, new', path: `/contacts/new?companyId=${companyId(77)}` },
	{ name: 'Contact', path: `/contacts/${contactId(77)}` },
	{ name: 'Contact, history of 1,000 changes', path: `/contacts/${contactId(changed.contact)}/history` },
	{ name: 'Contact, timeline of 10,000', path: `/contacts/${contactId(busiest.contact)}` },
	{
		name: 'Contact, older entries of 10,000',
		path: `/api/timeline?contactId=${contactId(busiest.contact)}&at=${Date.now() - 365 * 86_400_000}&id=${activityId(1)}`,
	},
	{ name: 'Activities', path: '/activities' },
	{ name: 'Activities, page 500', path: '/activities?page=500' },
	{ name: 'Activities, a page from its neighbour', path: `/activities?page=501&after=${activityId(150_001)}` },
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
	{ name: 'Follow-ups', path: '/follow-ups' },
	{ name: 'Follow-ups, all', path: '/follow-ups?show=all' },
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
	{ name: 'Deals, board, closing this quarter', path: '/deals?close=quarter' },
	{ name: 'Deals, list', path: '/deals?view=list' },
	{ name: 'Deals, list, page 500', path: '/deals?view=list&page=500' },
	{ name: 'Deals, list, a page from its neighbour', path: `/deals?view=list&page=501&after=${dealId(15_000)}` },
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
	{ name: 'Deals, list, closing this quarter', path: '/deals?view=list&close=quarter' },
	{ name: 'Deals, list, no close date', path: '/deals?view=list&closeDay=none' },
	{ name: 'Deals, list, one currency', path: '/deals?view=list&currency=USD' },
	{ name: 'Deals, list, one contact', path: `/deals?view=list&contact=${contactId(54321)}` },
	{ name: 'Deals, list, created range', path: `/deals?view=list&createdFrom=${day(-90)}&createdTo=${day(-30)}` },
	...['none', 'overdue', 'today', 'later', 'stale', 'single', 'close'].flatMap((signal) => [
		{ name: `Deals, board, signal ${signal}`, path: `/deals?signal=${signal}` },
		{ name: `Deals, list, signal ${signal}`, path: `/deals?view=list&signal=${signal}` },
	]),
	...three('Deals, list', '/deals?view=list', {
		'open, large, no follow-up': ['stage.none:closed_won,closed_lost', 'value.min:500000000', 'nextFollowUp.empty'],
		'closing soon, likely, of a person': [
			'expectedClose.next:90',
			'probability.min:50',
			`contact.any:${contactId(54_321)}`,
		],
	}),
	{ name: 'Deals, list, lost for one reason', path: '/deals?view=list&lostReason=Gi%C3%A1%20cao' },
	{ name: 'Deals, list, lost for no reason', path: '/deals?view=list&noReason=yes' },
	{ name: 'Deals, list, closed range', path: `/deals?view=list&closedFrom=${day(-90)}&closedTo=${day(0)}` },
	{ name: 'Deal', path: `/deals/${dealId(10)}` },
	{ name: 'Deal, history', path: `/deals/${dealId(10)}/history` },
	{ name: 'Deal, edit', path: `/deals/${dealId(10)}/edit` },
	{ name: 'Deal, new', path: '/deals/new' },
	{ name: 'Today', path: '/dashboard' },
	{ name: 'Reports', path: '/reports' },
	...['month', 'quarter', 'year'].map((period) => ({
		name: `Reports, this ${period}`,
		path: `/reports?period=${period}`,
	})),
	{ name: 'Reports, three years', path: `/reports?period=own&from=${day(-3 * 365)}&to=${day(0)}` },
	{ name: 'Reports, the other currency', path: '/reports?currency=USD' },
	...['forecast', 'results', 'won', 'stages', 'lost', 'activities', 'companies'].map((name) => ({
		name: `Report as a file, ${name}`,
		path: `/api/reports/${name}`,
	})),
	{ name: 'Search, recent', path: '/api/search?q=' },
	...[
		['one letter', 'a'],
		['one word, common', 'nguyen'],
		['one word, rare', 'nguoi54321'],
		['one word, missing', 'zzzz'],
		['one word, a typo', 'nguyan'],
		['two words, common', 'binh minh'],
		['two words, rare', 'hoi tham 12345'],
		['two words, missing', 'zzzz yyyy'],
		['three words, common', 'gui bao gia'],
		['three words, missing', 'xqwv abcde fghij'],
		['phone', '0900012345'],
		['custom field, rare', '0300012345'],
		['custom field, common', 'mien nam'],
		['next steps', 'goi lai so'],
		['exact words, common', '"gui bao gia"'],
		['a word and not another', 'kho -lanh'],
		['a stage', 'stage:proposal'],
		['overdue follow-ups', 'is:overdue in:follow-ups'],
	].map(([what, q = '']) => ({ name: `Search, ${what}`, path: `/api/search?${new URLSearchParams({ q })}` })),
	{ name: 'Results, all kinds', path: '/search?q=gui+bao+gia' },
	{ name: 'Results, of one kind', path: '/search?q=minh&in=contacts&page=2' },
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
	...[
		['name', { name: 'Cơ khí Phú Quý 12345 JSC' }],
		[
			'all fields',
			{ name: 'CTCP Sao Mai', website: 'cty5.example.com', email: 'a@cty6.example.com', phone: '02800000007' },
		],
	].map(([what, typed]) => ({
		name: `Companies that a new one resembles, ${what}`,
		path: `/api/companies/duplicates?${new URLSearchParams(typed)}`,
	})),
	{
		name: 'People whom a new contact resembles, all fields',
		path: `/api/contacts/duplicates?${new URLSearchParams({ name: 'Lê Quốc Phúc', email: 'nguoi7@example.com', phone: '0900054321' })}`,
	},
	{ name: 'More cards of a column', path: `/api/deals/cards?stage=proposal&after=${dealId(2010)}` },
];
