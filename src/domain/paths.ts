import type { Route } from 'next';

/** The address of a company's page. */
export const companyPath = (id: string) => `/companies/${id}` as Route;

/** The address of an import's page. */
export const importPath = (id: string) => `/import/${id}` as Route;

/** The address of a contact's page. */
export const contactPath = (id: string) => `/contacts/${id}` as Route;

/** The address of the form for a new contact of a company. */
export const newContactPath = (companyId: string) => `/contacts/new?companyId=${companyId}` as Route;

/** The address of the list of a company's people. */
export const companyPeoplePath = (companyId: string) => `/contacts?company=${companyId}` as Route;

/** The address of the page that merges a record with another. */
export const companyMergePath = (id: string) => `/companies/${id}/merge` as Route;
export const contactMergePath = (id: string) => `/contacts/${id}/merge` as Route;

/** The address of the page that erases a record for good. */
export const companyErasePath = (id: string) => `/companies/${id}/erase` as Route;
export const contactErasePath = (id: string) => `/contacts/${id}/erase` as Route;

/** The address of the file with everything about a contact. */
export const personFilePath = (id: string) => `/api/contacts/everything?id=${id}`;

/** The address of a deal's page. */
export const dealPath = (id: string) => `/deals/${id}` as Route;

/** The address of a deal's page that asks what it was lost for. */
export const loseDealPath = (id: string) => `/deals/${id}?lose=ask` as Route;

/** The address of the form for a new deal with a company or a contact. */
export const newDealPath = (of: { companyId: string } | { contactId: string }) =>
	`/deals/new?${new URLSearchParams(of)}` as Route;

/** The address of the list of a company's or a contact's deals. */
export const dealsPath = (of: { company: string } | { contact: string }) =>
	`/deals?view=list&${new URLSearchParams(of)}` as Route;

/** The address of all open follow-ups: of some of each group, and of as many as are shown. */
/** All results of a search, of one kind or of all. */
export const searchPath = (q: string, kind?: string, page = 1) =>
	`/search?${new URLSearchParams({ q, ...(kind && { in: kind }), ...(page > 1 && { page: String(page) }) })}` as Route;

export const followUpsPath = '/follow-ups' as Route;
export const allFollowUpsPath = '/follow-ups?show=all' as Route;

export type ListName = 'companies' | 'contacts' | 'deals' | 'activities';

/** The address of a list under some filters; one of several values names its parameter several times. */
export function listPath(list: ListName, filters: Record<string, string | readonly string[]>): Route {
	const query = new URLSearchParams(
		Object.entries(filters).flatMap(([name, values]) =>
			[values].flat().map((value): [string, string] => [name, value]),
		),
	);
	return `/${list}${query.size > 0 ? `?${query}` : ''}` as Route;
}

/** The list around the page of a record, where that is one of these. */
export function listAround(pathname: string, ids: string[]): Route | null {
	const [, list, id] = /^(\/(?:companies|contacts|deals|activities))\/([\da-f-]{36})(?:\/|$)/.exec(pathname) ?? [];
	return list && id && ids.includes(id) ? (list as Route) : null;
}

/** The address of a list as a saved view has it. */
export const viewPath = ({ list, query, id }: { list: ListName; query: string; id: string }) =>
	`/${list}?${query}&saved=${id}` as Route;

/** The address of a list without search and filters, also where one of its views is its default. */
export const wholeListPath = (list: ListName) => `/${list}?saved=none` as Route;

/** The address of an activity's page. */
export const activityPath = (id: string) => `/activities/${id}` as Route;

/** The address of the brief before a meeting: about a company, a deal, or the meeting itself. */
export const companyBriefPath = (id: string) => `/companies/${id}/brief` as Route;
export const dealBriefPath = (id: string) => `/deals/${id}/brief` as Route;
export const meetingBriefPath = (id: string) => `/activities/${id}/brief` as Route;

/** Which part of a record's history: of one field, and from before a change. */
type HistoryPart = { field?: string | undefined; before?: string | undefined };

/** The address of a record's history. */
export const companyHistoryPath = (id: string, part?: HistoryPart) => historyOf(`${companyPath(id)}/history`, part);
export const contactHistoryPath = (id: string, part?: HistoryPart) => historyOf(`${contactPath(id)}/history`, part);
export const dealHistoryPath = (id: string, part?: HistoryPart) => historyOf(`${dealPath(id)}/history`, part);
export const activityHistoryPath = (id: string, part?: HistoryPart) => historyOf(activityPath(id), part);

function historyOf(path: string, { field, before }: HistoryPart = {}) {
	const asked = new URLSearchParams({ ...(field && { field }), ...(before && { before }) });
	// on an older page the history begins where the eyes are
	return `${path}${asked.size > 0 ? `?${asked}` : ''}${before ? '#history' : ''}` as Route;
}

/** The address of the form for an activity of one type with a company or a contact. */
export const newActivityOfTypePath = (
	type: string,
	of: { companyId: string } | { contactId: string } | { dealId: string },
) => `/activities/new?${new URLSearchParams({ ...of, type })}` as Route;

/** The address of the form for what came of a follow-up, with its title and whom it is about. */
export const logFollowUpPath = (id: string) => `/activities/new?followUpId=${id}` as Route;
