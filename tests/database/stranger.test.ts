import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { companyList } from '@/features/companies/schema';
import { contactList } from '@/features/contacts/schema';
import { inChangeSet } from '@/lib/change-set';
import { db, type Tx } from '@/lib/db';
import type { UserId } from '@/lib/session';
import { makeAccount } from '../support/accounts';
import { makeCompanyWithEverything } from '../support/sample-account';
import { snapshot } from '../support/snapshot';

type Ids = Awaited<ReturnType<typeof makeCompanyWithEverything>>;
/** What a stranger hands to a function of a feature after their own id, when they aim at somebody else's records. */
type Aim = (ids: Ids) => unknown[];

const companyFields = { name: 'Của tôi', website: null, phone: null, notes: null };
const contactFields = {
	name: 'Của tôi',
	jobTitle: null,
	email: null,
	phone: null,
	isDecisionMaker: false,
	authorityLevel: null,
	notes: null,
};

// One line for every function that a queries.ts exports, saying how a stranger would use it …
const queries: Record<string, Aim> = {
	'account.getSettings': () => [],
	'companies.listCompanies': () => [companyList.parse({ q: 'Bình Minh' })],
	'companies.getCompany': ({ company }) => [company],
	'companies.countWithCompany': ({ company }) => [company],
	'companies.findCompanyOptions': () => ['Bình Minh'],
	'contacts.listContacts': () => [contactList.parse({ q: 'Đặng' })],
	'contacts.listCompanyContacts': ({ company }) => [company],
	'contacts.getContact': ({ contact }) => [contact],
	'dashboard.getTotals': () => [],
};

// … and for every one that a mutations.ts exports.
const mutations: Record<string, Aim> = {
	'account.openSettings': () => [{ timeZone: 'Asia/Ho_Chi_Minh', locale: 'vi' }],
	'companies.createCompany': ({ company }) => [{ id: company, ...companyFields }],
	'companies.updateCompany': ({ company }) => [{ id: company, version: 1, ...companyFields }],
	'companies.deleteCompany': ({ company }) => [{ id: company }],
	'contacts.createContact': ({ contact, company }) => [{ id: contact, companyId: company, ...contactFields }],
	'contacts.updateContact': ({ contact, company }) => [
		{ id: contact, companyId: company, version: 1, ...contactFields },
	],
	'contacts.deleteContact': ({ contact }) => [{ id: contact }],
	'history.undoChangeSet': ({ changeSet }) => [{ id: changeSet }],
	'sample-data.loadSampleData': () => [],
};

type Functions = Record<string, (...args: unknown[]) => Promise<unknown>>;

function functionsOf(modules: Record<string, Functions>): [name: string, run: Functions[string]][] {
	return Object.entries(modules).flatMap(([path, module]) => {
		const feature = /features\/([^/]+)\//.exec(path)?.[1];
		return Object.entries(module)
			.filter(([, value]) => typeof value === 'function')
			.map(([name, run]): [string, Functions[string]] => [`${feature}.${name}`, run]);
	});
}

const allQueries = functionsOf(import.meta.glob<Functions>('../../src/features/*/queries.ts', { eager: true }));
const allMutations = functionsOf(import.meta.glob<Functions>('../../src/features/*/mutations.ts', { eager: true }));

let lan: UserId;
let stranger: UserId;
let ids: Ids;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	stranger = await makeAccount('Lê Văn Lạ');
	ids = await makeCompanyWithEverything(lan);
});

test('the lists above leave no function out and name none that is gone', () => {
	expect(Object.keys(queries).sort()).toEqual(allQueries.map(([name]) => name).sort());
	expect(Object.keys(mutations).sort()).toEqual(allMutations.map(([name]) => name).sort());
});

describe('a stranger reads nothing', () => {
	test.each(allQueries)('%s', async (name, run) => {
		const answer = JSON.stringify(await run(stranger, ...(queries[name]?.(ids) ?? []))) ?? '';
		for (const secret of ['Bình Minh', 'Đặng', ids.company, ids.contact, ids.deal])
			expect(answer).not.toContain(secret);
		// the same call by the owner shows that it would have found something
		const owned = JSON.stringify(await run(lan, ...(queries[name]?.(ids) ?? [])));
		if (!['account.getSettings'].includes(name)) expect(owned).not.toBe(answer);
	});
});

describe('a stranger changes nothing', () => {
	test.each(allMutations)('%s', async (name, run) => {
		const before = await snapshot(lan);
		const history = await db.changeLog.count({ where: { userId: lan } });
		await inChangeSet({ id: uuidv7(), label: 'Break in' }, (tx: Tx) =>
			run(tx, stranger, ...(mutations[name]?.(ids) ?? [])),
		).catch((error: Error) => expect(error.name).toBe('Refusal'));
		expect(await snapshot(lan)).toEqual(before);
		expect(await db.changeLog.count({ where: { userId: lan } })).toBe(history);
	});
});
