import type { Route } from 'next';

/** The address of a company's page. */
export const companyPath = (id: string) => `/companies/${id}` as Route;

/** The address of a contact's page. */
export const contactPath = (id: string) => `/contacts/${id}` as Route;

/** The address of the form for a new contact of a company. */
export const newContactPath = (companyId: string) => `/contacts/new?companyId=${companyId}` as Route;

/** A list's address with its query string. */
export const listPath = (path: '/companies' | '/contacts', query: string) => `${path}${query}` as Route;
