import { v7 as uuidv7 } from 'uuid';
import { customName } from '@/domain/custom-fields/custom-field-types';
import { plainDeal, plainLoss } from '../../support/deals';
import { password } from '../../support/password';
import { plainActivity, plainCompany, plainContact } from '../../support/plain-records';
import type { Aim } from './target';

const written = (company: string) => ({
	...plainActivity('Của tôi', company),
	nextSteps: 'Của tôi',
	followUpOn: '2026-12-01',
});

/** One line for every function that a mutations.ts or *-mutations.ts exports, saying how a stranger would use it. */
export const mutations: Record<string, Aim> = {
	'account.openSettings': () => [{ timeZone: 'Asia/Ho_Chi_Minh', locale: 'vi' }],
	'account.saveProfile': () => [{ name: 'Lê Văn Lạ' }],
	'account.saveRegion': () => [{ currency: 'VND', locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 }],
	'account.endSession': ({ session }) => [{ id: session }],
	'activities.createActivity': ({ company, contact, deal }) => [
		{ ...written(company), id: uuidv7(), contactId: contact, dealId: deal },
	],
	'activities.updateActivity': ({ activity, ownCompany }) => [{ ...written(ownCompany), id: activity, version: 1 }],
	'activities.changeActivityField': ({ activity, activityField }) => [
		{ id: activity, was: '', change: { field: customName(activityField), value: 'Của tôi' }, more: {} },
	],
	'activities.logOutcome': ({ activity }) => [{ id: activity, outcome: 'Của tôi' }],
	'activities.postponeActivity': ({ activity }) => [{ id: activity, until: '2026-12-24' }],
	'activities.pinNote': ({ activity, company }) => [{ id: activity, noun: 'company', recordId: company }],
	'activities.unpinNote': ({ activity, company }) => [{ id: activity, noun: 'company', recordId: company }],
	'activities.deleteActivity': ({ activity }) => [{ id: activity }],
	'activities.deleteActivities': ({ activity }) => [{ ids: [activity] }],
	'companies.createCompany': ({ company }) => [plainCompany(company, 'Của tôi')],
	'companies.createCompanyByName': ({ company }) => [{ id: company, name: 'Của tôi' }],
	'companies.updateCompany': ({ company, companyVersion }) => [
		{ ...plainCompany(company, 'Của tôi'), version: companyVersion },
	],
	'companies.changeCompanyField': ({ company }) => [
		{ id: company, was: '', change: { field: 'industry', value: 'Của tôi' }, more: {} },
	],
	'companies.deleteCompany': ({ company }) => [{ id: company }],
	'companies.deleteCompanies': ({ company }) => [{ ids: [company] }],
	'companies.mergeCompanies': ({ company, companyVersion, ownCompany, ownCompanyVersion }) => [
		{
			...{ keep: ownCompany, keepVersion: ownCompanyVersion, gone: company, goneVersion: companyVersion },
			...{ name: 'gone', notes: 'both', metadata: [] },
		},
	],
	'contacts.createContact': ({ contact, company }) => [plainContact(contact, company, 'Của tôi')],
	'contacts.createChosen': ({ contact, company }) => [
		{ companyId: company, contactId: contact, newContact: 'Của tôi' },
	],
	'contacts.updateContact': ({ contact, contactVersion, ownCompany }) => [
		{ ...plainContact(contact, ownCompany, 'Của tôi'), version: contactVersion },
	],
	'contacts.markLeft': ({ contact, contactVersion }) => [
		{ id: contact, version: contactVersion, leftOn: '2026-06-30', leftTo: 'Của tôi' },
	],
	'contacts.snoozeContact': ({ contact }) => [{ id: contact, until: '2026-12-24' }],
	'contacts.moveContact': ({ contact, contactVersion, ownCompany }) => [
		{ id: contact, version: contactVersion, companyId: ownCompany, jobTitle: 'Của tôi' },
	],
	'contacts.changeContactField': ({ contact }) => [
		{ id: contact, was: '', change: { field: 'jobTitle', value: 'Của tôi' }, more: {} },
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
	'deals.changeDealField': ({ deal, company }) => [
		{
			id: deal,
			was: company,
			change: { field: 'companyId', value: uuidv7() },
			more: { newCompany: 'Của tôi', ...plainLoss },
		},
	],
	'deals.moveDeal': ({ deal }) => [
		{ id: deal, stage: 'proposal', above: null, below: null, query: null, ...plainLoss },
	],
	'deals.changeStage': ({ deal }) => [
		{ id: deal, stage: 'closed_lost', lostReason: 'Price', tryAgainOn: '2099-01-01' },
	],
	'deals.settleWin': ({ deal }) => [
		{ id: deal, was: '50000.00 USD', value: '1', currency: 'USD', closedOn: '2026-11-01' },
	],
	'deals.addDealPerson': ({ deal, contact }) => [{ dealId: deal, contactId: contact, role: 'champion' }],
	'deals.changeDealRole': ({ deal, contact }) => [{ dealId: deal, contactId: contact, role: 'blocker' }],
	'deals.setMainContact': ({ deal, contact }) => [{ dealId: deal, contactId: contact }],
	'deals.removeDealPerson': ({ deal, contact }) => [{ dealId: deal, contactId: contact }],
	'deals.deleteDeal': ({ deal }) => [{ id: deal }],
	'deals.deleteDeals': ({ deal }) => [{ ids: [deal] }],
	'fields.createField': () => [
		{ id: uuidv7(), kind: 'company', type: 'text', name: 'Của tôi', help: null, inList: false, options: [] },
	],
	'fields.createFieldOfRecord': ({ company }) => [
		{
			...{ id: uuidv7(), kind: 'company', type: 'text', name: 'Của tôi', help: null, inList: false, options: [] },
			...{ recordId: company, value: 'Của tôi' },
		},
	],
	'fields.editField': ({ field }) => [{ id: field, name: 'Của tôi', help: null, inList: false, options: [] }],
	'fields.showField': ({ field }) => [{ id: field, inList: true }],
	'fields.moveField': ({ field }) => [{ id: field, before: null }],
	'fields.archiveField': ({ field }) => [{ id: field, isArchived: true }],
	'fields.addReadyMadeField': () => [{ id: uuidv7(), kind: 'company', preset: 'taxCode' }],
	'fields.changeFieldType': ({ field }) => [{ id: field, type: 'number', lost: 1_000 }],
	'fields.deleteField': ({ field }) => [{ id: field }],
	'fields.setField': ({ field, company }) => [{ kind: 'company', field, ids: [company], how: 'set', value: 'Của tôi' }],
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
	'follow-ups.moveFollowUps': ({ followUp }) => [{ ids: [followUp], until: '2026-12-01' }],
	'follow-ups.completeFollowUps': ({ followUp }) => [{ ids: [followUp] }],
	'follow-ups.deleteFollowUps': ({ followUp }) => [{ ids: [followUp] }],
	'history.keepHistory': () => [{ historyKept: '90 days' }],
	'privacy.eraseContact': ({ contact }) => [{ id: contact, currentPassword: password, texts: 'all' }],
	'privacy.eraseCompany': ({ company }) => [{ id: company, currentPassword: password, texts: 'all' }],
	'history.undoChangeSet': ({ changeSet }) => [{ id: changeSet }],
	'import.changeImport': ({ file, guess }) => [{ id: file, settings: guess }],
	'import.beginCheck': ({ file, guess }) => [{ id: file, settings: guess }],
	'import.checkMapped': ({ file, guess }) => [{ id: file, settings: guess }],
	'import.editImportRow': ({ file }) => [{ id: file, line: 2, cells: { 0: 'Hoa Sen' } }],
	'import.decideImport': ({ file }) => [{ id: file, line: 2, decision: 'same' }],
	'import.beginRun': ({ file }) => [{ id: file }],
	'import.removeImport': ({ file }) => [{ id: file }],
	'import.undoImport': ({ file }) => [{ id: file }],
	'quick-create.createRecords': ({ company, contact, deal }) => [
		{
			company: plainCompany(company, 'Của tôi'),
			contact: plainContact(contact, company, 'Của tôi'),
			deal: { id: deal, companyId: company, ...plainDeal, contactId: contact },
		},
	],
	'sample-data.loadSampleData': () => [{ amongOwn: true }],
	'sample-data.removeSampleData': () => [],
	'notes.changeBox': ({ company }) => [
		{ text: 'company.notes', id: company, box: 0, line: '- [ ] bí mật', checked: true },
	],
	'notes.saveNotes': ({ company, draft }) => [
		{ noun: 'company', id: company, notes: 'Của tôi', was: '- [ ] bí mật', drafts: [draft] },
	],
	'notes.keepNoteDraft': ({ company, draft }) => [
		{ noun: 'company', record: company, draft, editor: draft, seq: 2, text: 'Của tôi', was: '' },
	],
	'search.keepOpened': ({ company }) => [{ kind: 'company', id: company }],
	'notes.discardNoteDraft': ({ draft }) => [{ draft }],
	'tags.ensureTags': () => [['VIP']],
	'tags.setCompanyTags': ({ company }) => [company, []],
	'tags.setContactTags': ({ contact }) => [contact, []],
	'tags.copyCompanyTags': ({ company, ownCompany }) => [{ from: company, into: ownCompany }],
	'tags.copyContactTags': ({ contact, ownContact }) => [{ from: ownContact, into: contact }],
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
