import type { Route } from 'next';

/** The address of a company's page. */
export const companyPath = (id: string) => `/companies/${id}` as Route;

/** The address of a company's people. */
export const companyContactsPath = (id: string) => `/companies/${id}?tab=contacts` as Route;

/** The address of a contact's page. */
export const contactPath = (id: string) => `/contacts/${id}` as Route;

/** The address of the form for a new contact of a company. */
export const newContactPath = (companyId: string) => `/contacts/new?companyId=${companyId}` as Route;

/** The address of the list of a company's people. */
export const companyPeoplePath = (companyId: string) => `/contacts?company=${companyId}` as Route;

/** The address of a company's deals. */
export const companyDealsPath = (id: string) => `/companies/${id}?tab=deals` as Route;

/** The address of a contact's deals. */
export const contactDealsPath = (id: string) => `/contacts/${id}?tab=deals` as Route;

/** The address of a deal's page. */
export const dealPath = (id: string) => `/deals/${id}` as Route;

/** The address of the form for a new deal with a company or a contact. */
export const newDealPath = (of: { companyId: string } | { contactId: string }) =>
	`/deals/new?${new URLSearchParams(of)}` as Route;

/** The address of the list of a company's or a contact's deals. */
export const dealsPath = (of: { company: string } | { contact: string }) =>
	`/deals?view=list&${new URLSearchParams(of)}` as Route;
