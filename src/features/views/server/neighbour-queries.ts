import 'server-only';
import { settleContacts } from '@/domain/settle-contacts';
import { getSettings } from '@/features/account/server/account-queries';
import { companyListOf } from '@/features/companies/server/company-list';
import { companyListQuery } from '@/features/companies/server/company-sql';
import { contactListOf } from '@/features/contacts/server/contact-list';
import { contactListQuery } from '@/features/contacts/server/contact-sql';
import { dealListOf } from '@/features/deals/server/deal-list';
import { dealListQuery } from '@/features/deals/server/deal-sql';
import type { UserId } from '@/lib/auth/session';
import { findNeighbours, type RowNeighbours } from '@/lib/list/list-neighbours';
import { type SearchParams, searchParamsOf } from '@/lib/list/list-params';
import type { ListQuery } from '@/lib/list/list-query';
import type { RowInList, SteppedList } from '../view';

const queries: Record<SteppedList, (userId: UserId, params: SearchParams, timeZone: string) => Promise<ListQuery>> = {
	companies: async (userId, params, zone) =>
		companyListQuery(userId, (await companyListOf(userId)).parse(params), zone),
	contacts: async (userId, params, zone) => contactListQuery(userId, (await contactListOf(userId)).parse(params), zone),
	deals: async (userId, params, zone) => dealListQuery(userId, (await dealListOf(userId)).parse(params), zone),
};

/** The records before and after one in a list, as its address searches, filters and sorts it. */
export async function findListNeighbours(userId: UserId, { list, query, id }: RowInList): Promise<RowNeighbours> {
	// the list is sorted by last contacts too
	await settleContacts(userId);
	const { timeZone } = await getSettings(userId);
	return findNeighbours(await queries[list](userId, searchParamsOf(query), timeZone), id);
}
