import { v7 as uuidv7 } from 'uuid';
import { changeCompanyField } from '@/features/companies/server/company-field-mutations';
import * as companyMerges from '@/features/companies/server/company-merge-mutations';
import * as companies from '@/features/companies/server/company-mutations';
import { changeContactField } from '@/features/contacts/server/contact-field-mutations';
import * as contactMerges from '@/features/contacts/server/contact-merge-mutations';
import * as contacts from '@/features/contacts/server/contact-mutations';
import * as tags from '@/features/tags/server/tag-mutations';
import { Refusal } from '@/lib/errors/errors';
import { plainCompany, plainContact } from '../plain-records';
import { type Action, customChange, idsOf, pointsOf, type Row, some } from './drawn';

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
		const introducedById = n % 3 ? (one(rows.contacts, n)?.id ?? null) : null;
		const form = { ...plainCompany(id, some(n)), introducedById, points: pointsOf(n), tags: tagged };
		await companies.updateCompany(tx, userId, { ...form, version });
	},
	companyField: async ({ tx, userId, n, one, rows }) => {
		const company = one(rows.companies);
		if (company) await changeCompanyField(tx, userId, await customChange(tx, userId, 'company', company, n));
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
			introducedBy: 'gone',
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
		const colleagues = rows.contacts.filter(({ id, companyId }) => companyId === company.id && id !== person.id);
		const ties = {
			introducedById: n % 4 ? (one(rows.contacts, n % 5)?.id ?? null) : null,
			reportsToId: n % 5 ? (one(colleagues, n % 7)?.id ?? null) : null,
			leftOn: n % 6 ? null : '2026-03-31',
		};
		const email = `chinh${n % 4}@example.com`;
		const form = { ...plainContact(person.id, company.id, some(n)), ...ties, email, points: pointsOf(n), version };
		await unlessRefused(contacts.updateContact(tx, userId, form));
	},
	markLeft: async ({ tx, userId, n, one, rows }) => {
		const person = one(rows.contacts);
		if (!person) return;
		const { id, version } = person;
		await contacts.markLeft(tx, userId, { id, version, leftOn: '2026-06-30', leftTo: some(n) });
	},
	moveContact: async ({ tx, userId, n, one, rows }) => {
		const person = one(rows.contacts);
		// to their own one would be refused
		const company = one(rows.companies.filter(({ id }) => id !== person?.companyId));
		if (!person || !company) return;
		const { id, version } = person;
		const move = { id, version, companyId: company.id, jobTitle: some(n) };
		await unlessRefused(contacts.moveContact(tx, userId, move));
	},
	contactField: async ({ tx, userId, n, one, rows }) => {
		const person = one(rows.contacts);
		if (person) await changeContactField(tx, userId, await customChange(tx, userId, 'contact', person, n));
	},
	// to a company that is made with it
	contactToNewCompany: async ({ tx, userId, n, one, rows }) => {
		const { id, companyId: was } = one(rows.contacts) ?? {};
		if (!id || !was) return;
		const change = { field: 'companyId' as const, value: uuidv7() };
		await changeContactField(tx, userId, { id, was, change, more: { newCompany: some(n) } });
	},
	deleteContacts: ({ tx, userId, one, rows }) =>
		contacts.deleteContacts(tx, userId, { ids: idsOf(one(rows.contacts), one(rows.contacts, 7)) }),
	mergeContacts: async ({ tx, userId, n, one, rows }) => {
		const pair = pairOf(rows.contacts, one(rows.contacts), n);
		const sides = {
			...({ jobTitle: 'kept', email: 'gone', phone: 'gone', decides: 'gone', rhythm: 'gone' } as const),
			...({ left: 'gone', introducedBy: n % 2 ? 'gone' : 'kept', reportsTo: n % 3 ? 'gone' : 'kept' } as const),
		};
		const [name, company] = n % 2 ? (['gone', 'kept'] as const) : (['kept', 'gone'] as const);
		if (pair) await unlessRefused(contactMerges.mergeContacts(tx, userId, { ...pair, ...sides, name, company }));
	},
	tagContacts: ({ tx, userId, n, rows }) =>
		tags.tagContacts(tx, userId, { ids: idsOf(...rows.contacts), add: [`Nhãn ${n % 4}`], remove: [] }),
} satisfies Record<string, Action>;

/** Does nothing where a contact would report to themselves, introduce themselves, or move to where they are. */
async function unlessRefused(done: Promise<unknown>): Promise<void> {
	await done.catch((error: unknown) => {
		if (!(error instanceof Refusal)) throw error;
	});
}

/** A row and another of its kind, to be merged. */
function pairOf(rows: Row[], kept: Row | undefined, n: number) {
	const others = rows.filter(({ id }) => id !== kept?.id);
	const gone = others[n % Math.max(others.length, 1)];
	if (!kept || !gone) return;
	const versions = { keep: kept.id, keepVersion: kept.version, gone: gone.id, goneVersion: gone.version };
	return { ...versions, notes: n % 3 ? ('both' as const) : ('kept' as const), metadata: n % 4 ? ['Zalo'] : [] };
}
