import { v7 as uuidv7 } from 'uuid';
import * as companyMerges from '@/features/companies/server/company-merge-mutations';
import * as companies from '@/features/companies/server/company-mutations';
import * as contactMerges from '@/features/contacts/server/contact-merge-mutations';
import * as contacts from '@/features/contacts/server/contact-mutations';
import * as tags from '@/features/tags/server/tag-mutations';
import { plainCompany, plainContact } from '../plain-records';
import { type Action, idsOf, metadata, pointsOf, type Row, some } from './drawn';

/** What is done to companies and contacts. */
export const customerActions = {
	createCompany: ({ tx, userId, n }) =>
		companies.createCompany(tx, userId, {
			...plainCompany(uuidv7(), some(n)),
			points: pointsOf(n),
			tags: [`Nhãn ${n % 3}`],
		}),
	updateCompany: async ({ tx, userId, n, one, rows }) => {
		const { id, version } = one(rows.companies) ?? {};
		if (!id || version === undefined) return;
		const tagged = n % 2 ? [`Nhãn ${n % 5}`] : [];
		const form = { ...plainCompany(id, some(n)), points: pointsOf(n), tags: tagged };
		await companies.updateCompany(tx, userId, { ...form, version });
	},
	companyMetadata: async ({ tx, userId, n, one, rows }) => {
		const company = one(rows.companies);
		if (!company) return;
		const { id, version } = company;
		await companies.editCompanyMetadata(tx, userId, { id, version, metadata: n % 3 ? metadata(n) : [] });
	},
	deleteCompanies: ({ tx, userId, one, rows }) =>
		companies.deleteCompanies(tx, userId, { ids: idsOf(one(rows.companies), one(rows.companies, 7)) }),
	mergeCompanies: async ({ tx, userId, n, one, rows }) => {
		const pair = pairOf(rows.companies, one(rows.companies), n);
		const sides = {
			industry: 'kept',
			size: 'kept',
			website: 'gone',
			phone: 'gone',
			email: 'gone',
			address: 'gone',
		} as const;
		if (pair) await companyMerges.mergeCompanies(tx, userId, { ...pair, ...sides, name: n % 2 ? 'gone' : 'kept' });
	},
	tagCompanies: ({ tx, userId, n, rows }) =>
		tags.tagCompanies(tx, userId, {
			ids: idsOf(...rows.companies),
			add: [`Nhãn ${n % 4}`],
			remove: [`Nhãn ${(n + 1) % 4}`],
		}),
	createContact: async ({ tx, userId, n, one, rows }) => {
		const company = one(rows.companies);
		if (company) await contacts.createContact(tx, userId, plainContact(uuidv7(), company.id, some(n)));
	},
	updateContact: async ({ tx, userId, n, one, rows }) => {
		const [person, company] = [one(rows.contacts), one(rows.companies, n % 3)];
		if (!person || !company) return;
		const { version } = person;
		const form = {
			...plainContact(person.id, company.id, some(n)),
			email: `chinh${n % 4}@example.com`,
			points: pointsOf(n),
		};
		await contacts.updateContact(tx, userId, { ...form, version });
	},
	contactMetadata: async ({ tx, userId, n, one, rows }) => {
		const person = one(rows.contacts);
		if (!person) return;
		const { id, version } = person;
		await contacts.editContactMetadata(tx, userId, { id, version, metadata: metadata(n) });
	},
	deleteContacts: ({ tx, userId, one, rows }) =>
		contacts.deleteContacts(tx, userId, { ids: idsOf(one(rows.contacts), one(rows.contacts, 7)) }),
	mergeContacts: async ({ tx, userId, n, one, rows }) => {
		const pair = pairOf(rows.contacts, one(rows.contacts), n);
		const sides = { jobTitle: 'kept', email: 'gone', phone: 'gone', decides: 'gone', rhythm: 'gone' } as const;
		const [name, company] = n % 2 ? (['gone', 'kept'] as const) : (['kept', 'gone'] as const);
		if (pair) await contactMerges.mergeContacts(tx, userId, { ...pair, ...sides, name, company });
	},
	tagContacts: ({ tx, userId, n, rows }) =>
		tags.tagContacts(tx, userId, { ids: idsOf(...rows.contacts), add: [`Nhãn ${n % 4}`], remove: [] }),
} satisfies Record<string, Action>;

/** A row and another of its kind, to be merged. */
function pairOf(rows: Row[], kept: Row | undefined, n: number) {
	const others = rows.filter(({ id }) => id !== kept?.id);
	const gone = others[n % Math.max(others.length, 1)];
	if (!kept || !gone) return;
	const versions = { keep: kept.id, keepVersion: kept.version, gone: gone.id, goneVersion: gone.version };
	return { ...versions, notes: n % 3 ? ('both' as const) : ('kept' as const), metadata: n % 4 ? ['Zalo'] : [] };
}
