import type { Route } from 'next';
import type { ImportKind } from './row/import-fields';

/** The address of the rows of an import that were refused, as a file. */
export const refusedPath = (id: string) => `/api/import/refused?id=${id}`;

/** The list in which an import's records are, the latest first. */
export const importedListPath = (kind: ImportKind): Route =>
	({ companies: '/companies?sort=created.desc', contacts: '/contacts?sort=created.desc', deals: '/deals?view=list' })[
		kind
	] as Route;
