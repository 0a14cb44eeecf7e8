import { unzipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { activityFile } from '@/features/activities/export-queries';
import { activityList } from '@/features/activities/schema';
import { companyFile } from '@/features/companies/export-queries';
import { companyList } from '@/features/companies/schema';
import { contactFile } from '@/features/contacts/export-queries';
import { contactList } from '@/features/contacts/schema';
import { dealFile } from '@/features/deals/export-queries';
import { dealList } from '@/features/deals/schema';
import { guessSettings } from '@/features/import/guess';
import type { ImportSettings } from '@/features/import/settings';
import { comingMonths, spanOf } from '@/features/reports/periods';
import { parseReports } from '@/features/reports/schema';
import { inChangeSet } from '@/lib/change-set';
import { dayIn } from '@/lib/dates';
import { db, type Tx } from '@/lib/db';
import type { Download } from '@/lib/download';
import type { UserId } from '@/lib/session';
import { makeAccount } from '../support/accounts';
import { plainDeal, plainLoss } from '../support/deals';
import { makeCompanyWithEverything } from '../support/sample-account';
import { snapshot } from '../support/snapshot';

type Ids = Awaited<ReturnType<typeof makeCompanyWithEverything>>;
/** Lan's records, with the versions that some of them are at, and records of the stranger's own. */
type Target = Ids & {
	session: string;
	file: string;
	contactVersion: number;
	companyVersion: number;
	dealVersion: number;
	ownCompany: string;
	ownCompanyVersion: number;
	ownContact: string;
	ownContactVersion: number;
	ownTag: string;
};
/** What a stranger hands to a function of a feature after their own id, when they aim at somebody else's records. */
type Aim = (target: Target) => unknown[];

const companyFields = {
	name: 'Của tôi',
	industry: null,
	size: null,
	website: null,
	phone: null,
	email: null,
	address: null,
	notes: null,
	tags: [],
};
const contactFields = {
	name: 'Của tôi',
	jobTitle: null,
	email: null,
	phone: null,
	isDecisionMaker: false,
	authorityLevel: null,
	rhythm: null,
	notes: null,
	tags: [],
};

const activityFields = {
	type: 'note',
	subject: 'Của tôi',
	description: null,
	at: null,
	durationMinutes: null,
	outcome: null,
	nextSteps: 'Của tôi',
	followUpOn: '2026-12-01',
};
const settings = { currency: 'VND', locale: 'vi-VN', timeZone: 'UTC', weekStart: 1 };
const lately = () => spanOf(parseReports({}), dayIn(new Date(), 'UTC'));

// One line for every function that a queries.ts or *-queries.ts exports, saying how a stranger would use it …
const queries: Record<string, Aim> = {
	'account.getSettings': () => [],
	'account.listSessions': () => [],
	'account.countAllRecords': () => [],
	'activities.listActivities': ({ company }) => [activityList.parse({ company }), settings],
	'activities.activityFile': () => [{}, settings],
	'activities.getActivity': ({ activity }) => [activity],
	'activities.listTimeline': ({ contact }) => [{ contactId: contact }],
	'activities.findOlderEntries': ({ deal }) => [{ dealId: deal, at: Date.UTC(2100, 0), id: uuidv7() }],
	'companies.listCompanies': () => [companyList.parse({ q: 'Bình Minh' }), 'UTC'],
	'companies.companyFile': () => [{}, settings],
	'companies.listIndustries': () => [],
	'companies.getCompany': ({ company }) => [company],
	'companies.countWithCompanies': ({ company }) => [[company]],
	'companies.nameCompanies': ({ company }) => [[company]],
	'companies.findCompanyOptions': () => ['Công ty'],
	'companies.findCompanyDuplicates': () => [
		{ name: 'BÌNH MINH Co., Ltd.', website: 'www.binhminh.example.com', email: '', phone: '' },
	],
	'contacts.listContacts': () => [contactList.parse({ q: 'Đặng' }), 'UTC'],
	'contacts.contactFile': () => [{}, settings],
	'contacts.listGoingQuiet': () => ['UTC'],
	'contacts.countGoingQuiet': () => ['UTC'],
	'contacts.findRhythms': () => [],
	'contacts.getDeciders': ({ company }) => [company],
	'contacts.listCompanyPeople': ({ company }) => [company],
	'contacts.getContact': ({ contact }) => [contact],
	'contacts.nameContacts': ({ contact }) => [[contact]],
	'contacts.findContactOptions': ({ company }) => [{ q: 'Đặng', companyId: company }],
	'contacts.findContactDuplicates': ({ company }) => [
		{ name: 'đặng thị ánh', email: '', phone: '0901 234 567', companyId: company },
	],
	'deals.listDeals': ({ company }) => [dealList.parse({ company }), 'UTC'],
	'deals.dealFile': () => [{}, settings],
	'deals.sumDeals': () => [dealList.parse({ q: 'Bình Minh' }), 'UTC'],
	'deals.getCard': ({ deal }) => [deal, 'UTC'],
	'deals.listCards': ({ company }) => [dealList.parse({ company }), 'UTC'],
	'deals.findBoard': () => [{ query: '', most: 25 }],
	'deals.readBoard': () => [dealList.parse({}), settings],
	'deals.nameDeals': ({ deal }) => [[deal]],
	'deals.findDealOptions': () => [{ q: 'kho' }],
	'deals.findMoreCards': ({ deal }) => [{ stage: 'prospecting', after: deal, query: '' }],
	'deals.getDeal': ({ deal }) => [deal],
	'deals.readSignals': ({ deal }) => [deal, settings],
	'deals.listDealsOf': ({ contact }) => [{ contactId: contact }],
	'export.exportList': ({ company }) => [contactFile, { company }],
	'export.exportEverything': () => [[companyFile, contactFile, dealFile, activityFile]],
	'follow-ups.listOpenFollowUps': ({ company }) => ['2026-12-01', { companyId: company }],
	'follow-ups.countOpenFollowUps': ({ contact }) => ['2026-12-01', { contactId: contact }],
	'history.listChanges': () => [200],
	'history.listRecordHistory': ({ company }) => [{ kind: 'company', id: company }],
	'history.readSets': ({ changeSet }) => [[changeSet], null],
	'history.readRecordChanges': ({ contact }) => [
		{ id: contact, entities: ['contact', 'contact_tag'] },
		{ first: '0', last: '999999999' },
	],
	'history.labelSets': ({ changeSet }) => [[changeSet]],
	'history.findUndone': ({ changeSet }) => [[changeSet]],
	'history.nameRecords': ({ company, tag }) => [
		[
			['company', company],
			['tag', tag],
		],
	],
	'dashboard.countGrowth': () => [
		{ now: { from: '2000-01-01', to: '2199-12-31' }, before: { from: '2000-01-01', to: '2000-01-31' } },
		'UTC',
	],
	'dashboard.hasCompanies': () => [],
	'deals.sumAllDeals': () => ['UTC'],
	'activities.listRecentActivities': () => [10],
	'activities.countByWeek': () => [[{ from: '2000-01-01', to: '2199-12-31' }], 'UTC'],
	'activities.countByType': () => [{ from: '2000-01-01', to: '2199-12-31' }, 'UTC'],
	'reports.readScope': () => [{}],
	'reports.listDealCurrencies': () => [],
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
	'search.findFirst': () => ['a', 6],
	'search.findAny': () => [['company'], 'a'],
	'search.findAlmost': () => [{ words: ['Bình'], mistyped: ['Bình'], likeness: 0.5, limit: 6 }],
	'search.findRecent': () => [8],
	'search.readRecords': ({ company, contact }) => [
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
	'import.previewFile': ({ file }) => [file, importGuess],
	'import.listRefusals': ({ file }) => [file, 10],
	'import.refusedFile': ({ file }) => [{ id: file }],
	'tags.listTags': () => [],
	'tags.listTagOptions': () => [],
	'tags.findTagOptions': () => ['VIP'],
	'tags.tagsOfCompanies': ({ company }) => [[company]],
	'tags.tagsOfContacts': ({ contact }) => [[contact]],
	'views.listViews': () => [],
};

/** Answers that are the same for everybody here: Lan has no such rows, or everybody has some. */
const sameForAll = [
	'account.getSettings',
	'contacts.findRhythms',
	'dashboard.hasCompanies',
	'history.findUndone',
	'reports.listDealCurrencies',
	'reports.readScope',
	'sample-data.getSampleData',
];

// … and for every one that a mutations.ts or *-mutations.ts exports.
const mutations: Record<string, Aim> = {
	'account.openSettings': () => [{ timeZone: 'Asia/Ho_Chi_Minh', locale: 'vi' }],
	'account.saveProfile': () => [{ name: 'Lê Văn Lạ' }],
	'account.saveRegion': () => [{ currency: 'VND', locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 }],
	'account.endSession': ({ session }) => [{ id: session }],
	'activities.createActivity': ({ company, contact, deal }) => [
		{ id: uuidv7(), ...activityFields, companyId: company, contactId: contact, dealId: deal },
	],
	'activities.updateActivity': ({ activity, ownCompany }) => [
		{ id: activity, version: 1, ...activityFields, companyId: ownCompany, contactId: null, dealId: null },
	],
	'activities.editActivityMetadata': ({ activity }) => [{ id: activity, version: 1, metadata: [['Của', 'tôi']] }],
	'activities.deleteActivity': ({ activity }) => [{ id: activity }],
	'activities.deleteActivities': ({ activity }) => [{ ids: [activity] }],
	'companies.createCompany': ({ company }) => [{ id: company, ...companyFields }],
	'companies.createCompanyByName': ({ company }) => [{ id: company, name: 'Của tôi' }],
	'companies.updateCompany': ({ company, companyVersion }) => [
		{ id: company, version: companyVersion, ...companyFields },
	],
	'companies.editCompanyMetadata': ({ company, companyVersion }) => [
		{ id: company, version: companyVersion, metadata: [] },
	],
	'companies.deleteCompany': ({ company }) => [{ id: company }],
	'companies.deleteCompanies': ({ company }) => [{ ids: [company] }],
	'companies.mergeCompanies': ({ company, companyVersion, ownCompany, ownCompanyVersion }) => [
		{
			...{ keep: ownCompany, keepVersion: ownCompanyVersion, gone: company, goneVersion: companyVersion },
			...{ name: 'gone', notes: 'both', metadata: [] },
		},
	],
	'contacts.createContact': ({ contact, company }) => [{ id: contact, companyId: company, ...contactFields }],
	'contacts.createContactByName': ({ contact, company }) => [{ id: contact, companyId: company, name: 'Của tôi' }],
	'contacts.updateContact': ({ contact, contactVersion, ownCompany }) => [
		{ id: contact, companyId: ownCompany, version: contactVersion, ...contactFields },
	],
	'contacts.editContactMetadata': ({ contact, contactVersion }) => [
		{ id: contact, version: contactVersion, metadata: [] },
	],
	'contacts.deleteContact': ({ contact }) => [{ id: contact }],
	'contacts.deleteContacts': ({ contact }) => [{ ids: [contact] }],
	'contacts.mergeContacts': ({ contact, contactVersion, ownContact, ownContactVersion }) => [
		{
			...{ keep: ownContact, keepVersion: ownContactVersion, gone: contact, goneVersion: contactVersion },
			...{ name: 'gone', company: 'gone', notes: 'both', metadata: [] },
		},
	],
	'deals.createDeal': ({ deal, company, contact }) => [
		{ id: deal, companyId: company, ...plainDeal, contactId: contact },
	],
	'deals.updateDeal': ({ deal, dealVersion, ownCompany }) => [
		{ id: deal, version: dealVersion, companyId: ownCompany, ...plainDeal, name: 'Của tôi', stage: 'proposal' },
	],
	'deals.editDealMetadata': ({ deal, dealVersion }) => [{ id: deal, version: dealVersion, metadata: [['Của', 'tôi']] }],
	'deals.moveDeal': ({ deal }) => [
		{ id: deal, stage: 'proposal', above: null, below: null, query: null, ...plainLoss },
	],
	'deals.changeStage': ({ deal }) => [
		{ id: deal, stage: 'closed_lost', lostReason: 'Price', tryAgainOn: '2099-01-01' },
	],
	'deals.deleteDeal': ({ deal }) => [{ id: deal }],
	'deals.deleteDeals': ({ deal }) => [{ ids: [deal] }],
	'follow-ups.createFollowUp': ({ company, contact, deal, activity }) => [
		{
			id: uuidv7(),
			title: 'Của tôi',
			dueOn: null,
			companyId: company,
			contactId: contact,
			dealId: deal,
			activityId: activity,
		},
	],
	'follow-ups.makeFollowUpOf': ({ company, contact, deal, activity }) => [
		{
			nextSteps: 'Của tôi',
			dueOn: '2026-12-01',
			companyId: company,
			contactId: contact,
			dealId: deal,
			activityId: activity,
		},
	],
	'follow-ups.editFollowUp': ({ followUp }) => [{ id: followUp, title: 'Của tôi', dueOn: null }],
	'follow-ups.completeFollowUp': ({ followUp }) => [{ id: followUp, done: true }],
	'follow-ups.snoozeFollowUp': ({ followUp }) => [{ id: followUp, until: 'tomorrow' }],
	'follow-ups.deleteFollowUp': ({ followUp }) => [{ id: followUp }],
	'history.undoChangeSet': ({ changeSet }) => [{ id: changeSet }],
	'import.changeImport': ({ file }) => [{ id: file, settings: importGuess }],
	'import.beginCheck': ({ file }) => [{ id: file, settings: importGuess }],
	'import.beginRun': ({ file }) => [{ id: file }],
	'import.removeImport': ({ file }) => [{ id: file }],
	'import.undoImport': ({ file }) => [{ id: file }],
	'sample-data.loadSampleData': () => [{ amongOwn: true }],
	'sample-data.removeSampleData': () => [],
	'tags.ensureTags': () => [['VIP']],
	'tags.setCompanyTags': ({ company }) => [company, []],
	'tags.setContactTags': ({ contact }) => [contact, []],
	'tags.uniteCompanyTags': ({ company, ownCompany }) => [{ from: company, into: ownCompany }],
	'tags.uniteContactTags': ({ contact, ownContact }) => [{ from: ownContact, into: contact }],
	'tags.tagCompanies': ({ company }) => [{ ids: [company], add: ['Của tôi'], remove: [] }],
	'tags.tagContacts': ({ contact }) => [{ ids: [contact], add: ['Của tôi'], remove: [] }],
	'tags.createTag': () => [{ name: 'Mới của tôi', colour: 'red' }],
	'tags.editTag': ({ tag }) => [{ id: tag, name: 'Của tôi', colour: 'red' }],
	'tags.mergeTags': ({ tag, ownTag }) => [{ from: tag, into: ownTag }],
	'tags.deleteTag': ({ tag }) => [{ id: tag }],
	'views.saveView': ({ view }) => [{ id: view, list: 'contacts', name: 'Của tôi', query: 'q=toi', isDefault: true }],
	'views.renameView': ({ view }) => [{ id: view, name: 'Của tôi' }],
	'views.changeView': ({ view }) => [{ id: view, query: 'q=toi' }],
	'views.setDefaultView': ({ view }) => [{ id: view, isDefault: true }],
	'views.moveView': ({ view }) => [{ id: view, direction: 'down' }],
	'views.deleteView': ({ view }) => [{ id: view }],
};

/** Parts of an import, which work on tables of their own transaction; tests/database/import.test.ts looks at the whole. */
const partsOfImports =
	/^import\.(workOff|takeFile|openStage|stageRows|noteRefusals|closeStage|countStage|matchRows|placeDeals|saveRows|countOthers)$/;

type Functions = Record<string, (...args: unknown[]) => Promise<unknown>>;

function functionsOf(modules: Record<string, Functions>): [name: string, run: Functions[string]][] {
	return Object.entries(modules).flatMap(([path, module]) => {
		const feature = /features\/([^/]+)\//.exec(path)?.[1];
		return Object.entries(module)
			.filter(([, value]) => typeof value === 'function')
			.map(([name, run]): [string, Functions[string]] => [`${feature}.${name}`, run]);
	});
}

const allQueries = functionsOf(
	import.meta.glob<Functions>(['../../src/features/*/queries.ts', '../../src/features/*/*-queries.ts'], {
		eager: true,
	}),
);
const allMutations = functionsOf(
	import.meta.glob<Functions>(['../../src/features/*/mutations.ts', '../../src/features/*/*-mutations.ts'], {
		eager: true,
	}),
).filter(([name]) => !partsOfImports.test(name));

/** What a query answers, as text; of a download what the browser would save. */
async function answerOf(asked: Promise<unknown>): Promise<string> {
	const answer = await Promise.resolve(asked).catch((error: Error) => {
		if (error.name !== 'Refusal') throw error;
		return 'refused';
	});
	if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer)
		return Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Uint8Array>)).toString();
	if (typeof answer !== 'object' || answer === null || !('pieces' in answer)) return JSON.stringify(answer) ?? '';
	const pieces = await Array.fromAsync((answer as Download).pieces);
	if (typeof pieces[0] === 'string') return pieces.join('');
	return Object.values(unzipSync(Buffer.concat(pieces as Uint8Array[])))
		.map((file) => new TextDecoder().decode(file))
		.join('');
}

let lan: UserId;
let stranger: UserId;
let ids: Target;
let importGuess: ImportSettings;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	stranger = await makeAccount('Lê Văn Lạ');
	const lans = await makeCompanyWithEverything(lan);
	const own = await makeCompanyWithEverything(stranger, 'Của người lạ');
	await makeCompanyWithEverything(stranger, 'Cũng của người lạ');
	const session = await db.session.create({
		data: { userId: lan, token: 'bí mật', expiresAt: new Date('2099-01-01') },
	});
	const contact = await db.contact.findFirstOrThrow({ where: { userId: lan } });
	await db.company.updateMany({ where: { userId: lan }, data: { industry: 'Thủy sản' } });
	const company = await db.company.findFirstOrThrow({ where: { userId: lan } });
	const deal = await db.deal.findFirstOrThrow({ where: { userId: lan } });
	const file = uuidv7();
	const guessed = await guessSettings(Buffer.from('Company name\nThủy sản Bình Minh\n'), 'utf-8', 'vi-VN');
	importGuess = guessed;
	await db.dataImport.create({
		data: {
			userId: lan,
			id: file,
			fileName: 'Bình Minh.csv',
			bytes: 40,
			status: 'uploaded',
			settings: guessed,
			parts: { create: { part: 0, bytes: Buffer.from('Company name\nThủy sản Bình Minh\n') } },
			refusals: { create: { line: 3, field: 'Company name', reason: 'bí mật', cells: ['Bình Minh'] } },
		},
	});
	// what the reports would tell: one deal that was won, and why another one was lost
	for (const { stage, lostReason } of [
		{ stage: 'closed_won', lostReason: null },
		{ stage: 'closed_lost', lostReason: 'bí mật' },
	] as const) {
		const id = uuidv7();
		const fields = { userId: lan, id, companyId: company.id, name: 'Bao bì', value: '900', currency: 'VND' };
		await db.deal.create({ data: { ...fields, position: `a0${id.replaceAll('-', '')}V` } });
		await db.deal.update({
			where: { userId_id: { userId: lan, id } },
			data: { stage, closedAt: new Date(), lostReason },
		});
	}
	const [ownCompany, ownContact] = await Promise.all([
		db.company.findFirstOrThrow({ where: { id: own.company } }),
		db.contact.findFirstOrThrow({ where: { id: own.contact } }),
	]);
	ids = {
		file,
		...lans,
		session: session.id,
		contactVersion: contact.version,
		companyVersion: company.version,
		dealVersion: deal.version,
		ownCompany: own.company,
		ownCompanyVersion: ownCompany.version,
		ownContact: own.contact,
		ownContactVersion: ownContact.version,
		ownTag: own.tag,
	};
});

test('the lists above leave no function out and name none that is gone', () => {
	expect(Object.keys(queries).sort()).toEqual(allQueries.map(([name]) => name).sort());
	expect(Object.keys(mutations).sort()).toEqual(allMutations.map(([name]) => name).sort());
});

describe('a stranger reads nothing', () => {
	test.each(allQueries)('%s', async (name, run) => {
		const answer = await answerOf(run(stranger, ...(queries[name]?.(ids) ?? [])));
		for (const secret of ['Bình Minh', 'Thủy sản', 'bí mật', ids.company, ids.contact, ids.deal, ids.tag])
			expect(answer).not.toContain(secret);
		// the same call by the owner shows that it would have found something
		const owned = await answerOf(run(lan, ...(queries[name]?.(ids) ?? [])));
		if (!sameForAll.includes(name)) expect(owned).not.toBe(answer);
	});
});

describe('a stranger changes nothing', () => {
	test.each(allMutations)('%s', async (name, run) => {
		const before = await snapshot(lan);
		const history = await db.changeLog.count({ where: { userId: lan } });
		const sessions = await db.session.count({ where: { userId: lan } });
		await inChangeSet({ id: uuidv7(), label: 'Break in' }, (tx: Tx) =>
			run(tx, stranger, ...(mutations[name]?.(ids) ?? [])),
		).catch((error: Error) => expect(error.name).toBe('Refusal'));
		expect(await snapshot(lan)).toEqual(before);
		expect(await db.changeLog.count({ where: { userId: lan } })).toBe(history);
		expect(await db.session.count({ where: { userId: lan } })).toBe(sessions);
	});
});
