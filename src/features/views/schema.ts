import { z } from 'zod';
import type { ListName } from '@/domain/paths';
import { activityList } from '@/features/activities/schema';
import { companyList } from '@/features/companies/schema';
import { contactList } from '@/features/contacts/schema';
import { dealList } from '@/features/deals/schema';
import type { Filters } from '@/lib/list/list-filters';
import type { Vocabulary } from '@/lib/list/list-meaning';
import { type List, type ListState, type SearchParams, searchParamsOf } from '@/lib/list/list-params';
import { checkbox, recordId, requiredLine } from '@/lib/text/text';
import { listNames, maxViewNameLength } from './view';

export { listNames } from './view';

/** How a list writes its state; which page it is on and which view it was opened as are no part of it. */
const written =
	<F extends Filters, Sort extends string>(list: List<F, Sort>) =>
	(params: SearchParams) =>
		list.query(list.parse(params), { saved: '' } as Partial<ListState<F, Sort>>).slice(1);

const writers: Record<ListName, (params: SearchParams) => string> = {
	companies: written(companyList.anyAccount),
	contacts: written(contactList.anyAccount),
	deals: written(dealList.anyAccount),
	activities: written(activityList.anyAccount),
};

/** The canonical query of a list; empty for the list's defaults. */
export function queryOf(list: ListName, params: SearchParams): string {
	return writers[list](params);
}

const maxQueryLength = 8_000;
const tooLong = 'These are too many filters for one view. Remove some and save it again.';

/** The parameters of each list that a view keeps; `meaningOf` ignores the others. */
export const vocabularyOf: Record<ListName, Vocabulary> = {
	companies: companyList.vocabulary,
	contacts: contactList.vocabulary,
	deals: dealList.vocabulary,
	activities: activityList.vocabulary,
};

/** A query string in the form in which it is stored for a list, or a message if it can't be. */
export function readQuery(list: ListName, text: string): { query: string } | { message: string } {
	const query = queryOf(list, searchParamsOf(text));
	if (query === '') return { message: 'Search, filter or sort the list first; this is the whole list.' };
	return query.length > maxQueryLength ? { message: tooLong } : { query };
}

const name = requiredLine('View name', maxViewNameLength).transform((text) => text.replace(/\s+/gu, ' '));
const query = z.string('Must be text.').max(maxQueryLength, tooLong);

/** A new view of a list. Its id is made with the page, so that a form sent twice makes one view. */
export const newView = z
	.strictObject({
		id: recordId,
		list: z.enum(Object.keys(listNames) as [ListName], 'Choose one of the lists.'),
		name,
		query,
		isDefault: checkbox,
	})
	.transform((view, context) => {
		const read = readQuery(view.list, view.query);
		if ('query' in read) return { ...view, query: read.query };
		context.addIssue({ code: 'custom', path: ['query'], message: read.message });
		return z.NEVER;
	});

export const viewName = z.strictObject({ id: recordId, name });
export const viewQuery = z.strictObject({ id: recordId, query });
export const viewDefault = z.strictObject({ id: recordId, isDefault: z.boolean() });
export const viewMove = z.strictObject({ id: recordId, direction: z.enum(['up', 'down']) });
export const viewReference = z.strictObject({ id: recordId });
export const rowInList = z.strictObject({ list: z.enum(['companies', 'contacts', 'deals']), query, id: recordId });
