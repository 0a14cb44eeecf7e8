import 'server-only';
import { settleContacts } from '@/domain/settle-contacts';
import { getSettings } from '@/features/account/server/account-queries';
import { companyList } from '@/features/companies/schema';
import { companyListQuery } from '@/features/companies/server/company-sql';
import { contactList } from '@/features/contacts/schema';
import { contactListQuery } from '@/features/contacts/server/contact-sql';
import { dealList } from '@/features/deals/schema';
import { dealListQuery } from '@/features/deals/server/deal-sql';
import type { UserId } from '@/lib/auth/session';
import { findNeighbours, type RowNeighbours } from '@/lib/list/list-neighbours';
import { type SearchParams, searchParamsOf } from '@/lib/list/list-params';
import type { ListQuery } from '@/lib/list/list-query';
import type { RowInList, SteppedList } from '../view';

const queries: Record<SteppedList, (userId: UserId, params: SearchParams, timeZone: string) => ListQuery> = {
	companies: (userId, params, zone) => companyListQuery(userId, companyList.parse(params), zone),
	contacts: (userId, params, zone) => contactListQuery(userId, contactList.parse(params), zone),
	deals: (userId, params, zone) => dealListQuery(userId, dealList.parse(params), zone),
};

/** The records before and after one in a list, as its address searches, filters and sorts it. */
export async function findListNeighbours(userId: UserId, { list, query, id }: RowInList): Promise<RowNeighbours> {
	// the list is sorted by last contacts too
	await settleContacts(userId);
	const { timeZone } = await getSettings(userId);
	return findNeighbours(queries[list](userId, searchParamsOf(query), timeZone), id);
}
