import { v7 as uuidv7 } from 'uuid';
import { customName } from '@/domain/custom-fields/custom-field-types';
import { searchedKinds } from '@/domain/search/searched-kinds';
import { activityList } from '@/features/activities/schema';
import { activityFile } from '@/features/activities/server/activity-export-queries';
import type { BriefSubject } from '@/features/brief/server/brief-queries';
import { companyList } from '@/features/companies/schema';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { contactList } from '@/features/contacts/schema';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { dealList } from '@/features/deals/schema';
import { dealFile } from '@/features/deals/server/deal-export-queries';
import { noFilter } from '@/features/history/history-filter';
import { comingMonths, spanOf } from '@/features/reports/report-periods';
import { parseReports } from '@/features/reports/schema';
import type { Sought } from '@/features/search/server/search-find-queries';
import { dayIn } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';
import type { Aim } from './target';

const settings = { currency: 'VND', locale: 'vi-VN', timeZone: 'UTC', weekStart: 1 };
const about = (company: string): BriefSubject => ({
	company: { id: company, name: 'Của tôi' },
	...{ deal: null, meeting: null, lastMeeting: null, lastContactAt: null },
});
const lately = () => spanOf(parseReports({}), dayIn(new Date(), 'UTC'));

/** A search that every record fits. */
const anything: Sought = {
	query: { words: [], phrases: [], refused: [], conditions: [], unfinished: [] },
	sql: { inColumn: Prisma.sql`true`, asked: null, notRefused: () => Prisma.empty, notIn: () => Prisma.empty },
	kept: null,
	conditions: Object.fromEntries(searchedKinds.map((kind) => [kind, Prisma.empty])),
};

/** One line for every function that a queries.ts or *-queries.ts exports, saying how a stranger would use it. */
export const queries: Record<string, Aim> = {
	'account.getSettings': () => [],
	'account.isOwner': () => [],
	'account.listSessions': () => [],
	'account.countAllRecords': () => [],
	'activities.listActivities': ({ company }) => [activityList.parse({ company }), settings],
	'activities.readActivityFilters': () => [],
	'activities.countActivityOptions': () => [{ field: 'type', query: '' }],
	'activities.activityFile': () => [{}, settings],
	'activities.findLikelyLinks': ({ company, contact, deal }) => [
		{ companyId: company, contactId: contact, dealId: deal },
	],
	'activities.getActivity': ({ activity }) => [activity],
	'activities.readTimeline': ({ company }) => [{ companyId: company }, 9],
	'activities.listTimeline': ({ contact }) => [{ contactId: contact }, { limit: 9 }],
	'activities.findEntries': ({ deal }) => [{ dealId: deal, at: Date.UTC(2100, 0), id: uuidv7() }],
	'companies.listCompanies': () => [companyList.parse({ q: 'Bình Minh' }), 'UTC'],
	'companies.companyFile': () => [{}, settings],
	'companies.listIndustries': () => [],
	'companies.getCompany': ({ company }) => [company],
	'companies.readCompanyField': ({ company }) => [{ id: company, field: 'name' }],
	'companies.countWithCompanies': ({ company }) => [[company]],
	'companies.nameCompanies': ({ company }) => [[company]],
	'companies.nameIntroducers': ({ contact }) => [[contact]],
	'companies.findCompanyOptions': () => ['Công ty'],
	'companies.findCompanyDuplicates': () => [
		{ name: 'BÌNH MINH Co., Ltd.', website: 'www.binhminh.example.com', email: '', phone: '' },
	],
	'contacts.listContacts': () => [contactList.parse({ q: 'Đặng' }), 'UTC'],
	'contacts.contactFile': () => [{}, settings],
	'contacts.readCompanyPeople': ({ company }) => [{ companyId: company }, 4],
	'contacts.listCompanyPeopleLines': ({ company }) => [{ companyId: company }],
	'contacts.getContact': ({ contact }) => [contact],
	'contacts.readContactField': ({ contact }) => [{ id: contact, field: 'name' }],
	'contacts.countFollowUps': ({ contact }) => [contact],
	'contacts.nameContacts': ({ contact }) => [[contact]],
	'contacts.findContactOptions': ({ company }) => [{ q: 'Đặng', companyId: company }],
	'contacts.findContactDuplicates': ({ company }) => [
		{ name: 'đặng thị ánh', email: '', phone: '0901 234 567', companyId: company },
	],
	'reminders.readReminders': () => [],
	'name-cards.readNameCard': ({ contact }) => [{ kind: 'contact', id: contact }],
	'decision-map.findDecisionMap': ({ company }) => [{ companyId: company }],
	'decision-map.readDecisionMap': ({ company }) => [company],
	'deals.listDeals': ({ company }) => [dealList.parse({ company }), 'UTC'],
	'deals.dealFile': () => [{}, settings],
	'deals.sumDeals': () => [dealList.parse({ q: 'Bình Minh' }), 'UTC'],
	'deals.getCard': ({ deal }) => [deal, 'UTC'],
	'deals.listCards': ({ company }) => [dealList.parse({ company }), 'UTC'],
	'deals.findBoard': () => [{ query: '', most: 25 }],
	'deals.readGroups': () => [dealList.parse({ view: 'company' }), settings, 'company'],
	'deals.nameDealFilters': ({ company }) => [dealList.parse({ company }), settings],
	'deals.readDealFilters': () => [],
	'deals.countDealOptions': () => [{ field: 'stage', query: '' }],
	'deals.readBoard': () => [dealList.parse({}), settings],
	'deals.nameDeals': ({ deal }) => [[deal]],
	'deals.findDealOptions': () => [{ q: 'kho' }],
	'deals.listCardFields': () => [],
	'deals.readCardFields': ({ deal, dealField }) => [{ fields: [customName(dealField)], deals: [deal] }],
	'deals.findMoreCards': ({ deal }) => [{ stage: 'prospecting', after: deal, query: '' }],
	'deals.getDeal': ({ deal }) => [deal],
	'deals.readDealField': ({ deal }) => [{ id: deal, field: 'value' }],
	'deals.listDealPeople': ({ deal }) => [deal],
	'deals.listOpenDeals': ({ company }) => [company, settings],
	'deals.readSignals': ({ deal }) => [deal, settings],
	'deals.readRailDeals': ({ contact }) => [{ contactId: contact }, 5],
	'deals.listRailDeals': ({ company }) => [{ companyId: company }],
	'companies.readCompanyFilters': () => [],
	'companies.countCompanyOptions': () => [{ field: 'size', query: '' }],
	'contacts.readContactFilters': () => [],
	'contacts.countContactOptions': () => [{ field: 'decisionMaker', query: '' }],
	'fields.findTypeOutlook': ({ field }) => [{ id: field, type: 'number' }],
	'fields.countFieldValues': () => [{ kind: 'company' }],
	'fields.listFields': () => ['company'],
	'fields.listSettableFields': () => [{ kind: 'company' }],
	'privacy.readErasure': ({ contact }) => ['contact', contact],
	'privacy.personFile': ({ contact }) => [{ id: contact }],
	'export.exportList': ({ company }) => [contactFile, { company }],
	'export.exportEverything': () => [[companyFile, contactFile, dealFile, activityFile]],
	'search.findLinkOptions': ({ company }) => [{ q: '', companyId: company }],
	'follow-ups.getFollowUp': ({ followUp }) => [followUp],
	'follow-ups.readOpenFollowUps': ({ company }) => ['2026-12-01', { companyId: company }],
	'history.listChanges': () => [200],
	'history.listHistory': () => [{ ...noFilter, q: 'Bình Minh' }, settings],
	'history.findChangeSets': () => [{ filter: noFilter, limit: 9 }],
	'history.readKeptHistory': () => [],
	'history.readKeptChoice': () => [],
	'history.readMark': () => [],
	'history.listRecordHistory': ({ company }) => [{ kind: 'company', id: company }],
	'history.readSets': ({ changeSet }) => [[changeSet], null],
	'history.readRecordChanges': ({ contact }) => [
		{ id: contact, entities: ['contact', 'contact_tag'] },
		{ first: '0', last: '999999999' },
	],
	'history.labelSets': ({ changeSet }) => [[changeSet]],
	'history.findUndone': ({ changeSet }) => [[changeSet]],
	'history.nameRecords': ({ company, tag, activityField, option }) => [
		[
			['company', company],
			['tag', tag],
		],
		[[activityField, option]],
	],
	'history.listChangesSince': ({ company, contact }) => [[company, contact], new Date(0), settings],
	'brief.findBriefSubject': ({ company }) => [{ companyId: company }],
	'brief.listBriefPeople': ({ company }) => [about(company)],
	'brief.listPromises': ({ company }) => [about(company), new Date(0)],
	'brief.listLastTouches': ({ company }) => [about(company)],
	'brief.listBriefRecords': ({ company }) => [about(company)],
	'dashboard.hasCompanies': () => [],
	'deals.sumForToday': () => ['UTC'],
	'deals.listDecisions': () => [settings],
	'deals.listLatestWins': () => ['2000-01-01', 'UTC'],
	'today.readAgenda': () => [settings],
	'today.readComingDays': () => [settings],
	'today.readEntryDetails': ({ company, contact, deal }) => [{ companyId: company, contactId: contact, dealId: deal }],
	'activities.countActivities': () => {
		const days = { from: '2000-01-01', to: '2199-12-31' };
		return [{ weeks: [days], days }, 'UTC'];
	},
	'quick-create.readPreset': ({ deal }) => [{ dealId: deal }],
	'reports.readScope': () => [{}],
	'deals.listDealCurrencies': () => [],
	'reports.readForecast': () => ['VND', comingMonths('2026-11-27', 6)],
	'reports.readResults': () => ['VND', lately(), 'UTC'],
	'reports.readWonByMonth': () => ['VND', [lately().now], 'UTC'],
	'reports.readLostReasons': () => ['VND', lately(), 'UTC'],
	'reports.readStages': () => ['VND', lately(), 'UTC'],
	'reports.countByLastContact': () => ['2026-11-27', 'UTC'],
	'reports.forecastFile': () => [{}],
	'reports.resultsFile': () => [{}],
	'reports.wonFile': () => [{}],
	'reports.stagesFile': () => [{}],
	'reports.lostFile': () => [{}],
	'reports.activitiesFile': () => [{ period: 'own', from: '2026-11-01', to: '2026-11-30' }],
	'reports.companiesFile': () => [{}],
	'search.findRecords': () => [{ q: 'a' }],
	'search.findResults': () => [{ q: 'a', page: 1 }],
	'search.findFirst': () => [[...searchedKinds], anything],
	'search.findAny': () => [[...searchedKinds], anything],
	'search.findSpokenTo': () => [[...searchedKinds], anything],
	'search.findNamed': ({ company, contact, deal, activity }) => [
		[
			{ kind: 'company', ids: [company] },
			{ kind: 'contact', ids: [contact] },
			{ kind: 'deal', ids: [deal] },
			{ kind: 'activity', ids: [activity] },
		],
		anything,
	],
	'search.findWearing': () => [['company', 'contact'], { ...anything, query: { ...anything.query, words: ['v'] } }],
	'search.findLatestTexts': () => [6],
	'search.findAlmost': () => [
		['company', 'contact', 'deal', 'follow_up'],
		{ words: ['Bình'], mistyped: ['Bình'], likeness: 0.5, limit: 6 },
	],
	'search.findRecent': () => [8],
	'search.findOpened': () => [],
	'search.readFoundRecords': ({ company, contact }) => [
		[
			{ kind: 'company', id: company },
			{ kind: 'contact', id: contact },
		],
	],
	'sample-data.getSampleData': () => [],
	'import.listImports': () => [],
	'import.getImport': ({ file }) => [file],
	'import.getProgress': ({ file }) => [{ id: file }],
	'import.readFile': ({ file }) => [file],
	'import.readFileStart': ({ file }) => [file],
	'import.asBefore': ({ guess }) => [guess, ['Company name']],
	'import.previewFile': ({ file, guess }) => [file, guess],
	'import.listRefusals': ({ file }) => [file, 10],
	'import.listShownRows': ({ file }) => [file],
	'import.getLine': ({ file }) => [{ id: file, line: 2 }],
	'import.refusedFile': ({ file }) => [{ id: file }],
	'notes.previewNoteDraft': ({ draft }) => [{ draft }],
	'tags.listTags': () => [],
	'tags.listTagOptions': () => [],
	'tags.nameTags': ({ tag }) => [[tag]],
	'tags.findTagOptions': () => ['VIP'],
	'views.findListNeighbours': ({ company }) => [{ list: 'companies', query: '', id: company }],
	'views.listViews': () => [],
};

/** Answers that are the same for everybody here: Lan has no such rows, or everybody has some. */
export const sameForAll = [
	'import.asBefore',
	'account.getSettings',
	'dashboard.hasCompanies',
	'history.findUndone',
	'history.readKeptChoice',
	'deals.listDealCurrencies',
	'deals.readDealFilters',
	'deals.listDecisions',
	'today.readComingDays',
	'reports.readScope',
	'sample-data.getSampleData',
];
