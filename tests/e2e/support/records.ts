import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { actionHeaders } from '../../support/server-action.ts';
import { accountOf } from './accounts';
import { onDatabase } from './database';

// Records of the account that a page is signed in to, made by the app's own actions but without its forms: what is no matter
// of a test is not clicked through in it.

/** Calls a Server Action as the page would, and fails where it refuses. */
export async function call(page: Page, feature: string, action: string, input: object): Promise<void> {
	const { E2E_URL: url = '' } = process.env;
	const response = await page.request.post(`${url}/companies/new`, {
		headers: actionHeaders({ url }, feature, action),
		data: JSON.stringify([input]),
	});
	const answer = await response.text();
	if (!answer.includes('"ok":true'))
		throw new Error(`${action} was answered ${response.status()}: ${answer.slice(0, 500)}`);
}

/** Makes a record; returns its id. */
async function save(page: Page, feature: string, action: string, fields: object): Promise<string> {
	const id = uuidv7();
	await call(page, feature, action, { id, ...fields });
	return id;
}

type Named = 'company' | 'contact' | 'deal';

/** The id of a record by its name, the newest where several have it; undefined where there is none. */
export async function idOf(page: Page, table: Named, name: string): Promise<string | undefined> {
	const [found] = await onDatabase<{ id: string }>(
		`SELECT id FROM ${table} WHERE user_id = $1 AND name = $2 ORDER BY id DESC LIMIT 1`,
		[await accountOf(page), name],
	);
	return found?.id;
}

export type Company = {
	industry?: string;
	size?: string;
	website?: string;
	phone?: string;
	email?: string;
	address?: string;
	notes?: string;
	tags?: string[];
	/** Contacts that are made with it, by their names. */
	people?: Record<string, Contact>;
};

export async function saveCompany(
	page: Page,
	name: string,
	{ tags = [], people = {}, ...more }: Company = {},
): Promise<string> {
	const id = await save(page, 'companies', 'createCompany', { name, ...more, tags: JSON.stringify(tags) });
	for (const [person, fields] of Object.entries(people)) await saveContact(page, id, person, fields);
	return id;
}

type Contact = { jobTitle?: string; email?: string; phone?: string; authority?: string; tags?: string[] };

export function saveContact(page: Page, companyId: string, name: string, more: Contact = {}): Promise<string> {
	const { authority, tags = [], ...fields } = more;
	const decides = authority && { isDecisionMaker: true, authorityLevel: authority.toLowerCase() };
	return save(page, 'contacts', 'createContact', {
		companyId,
		name,
		...fields,
		...decides,
		tags: JSON.stringify(tags),
	});
}

type Deal = { value?: string; currency?: string; stage?: string; close?: string; contact?: string };

/** A deal of a company that is made with it where there is none of that name. */
export async function saveDeal(page: Page, name: string, company: string, more: Deal = {}): Promise<string> {
	const { value = '1000', currency, stage = 'Prospecting', close, contact } = more;
	const [settings] = await onDatabase<{ currency: string }>('SELECT currency FROM settings WHERE user_id = $1', [
		await accountOf(page),
	]);
	const companyId = (await idOf(page, 'company', company)) ?? (await saveCompany(page, company));
	return save(page, 'deals', 'createDeal', {
		name,
		companyId,
		value,
		currency: currency ?? settings?.currency,
		stage: stage.toLowerCase().replace(' ', '_'),
		...(close && { expectedCloseOn: close }),
		...(contact && { contactId: await idOf(page, 'contact', contact) }),
	});
}
