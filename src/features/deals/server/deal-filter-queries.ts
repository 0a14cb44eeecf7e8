import 'server-only';
import {
	type FilterFields,
	type FilterSetup,
	fieldsWith,
	namesOf,
	textOptions,
} from '@/components/list/filter/filter-setup';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { nameContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { valuesOn } from '@/lib/list/conditions';
import { dealFields } from '../deal-fields';
import { type DealListState, dealList } from '../schema';
import { usualLostReasons } from '../stage/stages';
import { listDealCurrencies } from './deal-queries';

/** What the filters of a list of deals are called, in the list and on the board alike. */
export async function nameDealFilters(
	userId: UserId,
	state: DealListState,
	{ locale, currency }: Settings,
): Promise<FilterSetup> {
	const where = dealList.whereOf(state);
	const [companies, contacts] = await Promise.all([
		nameCompanies(userId, valuesOn(where, 'company')),
		nameContacts(userId, valuesOn(where, 'contact')),
	]);
	return { names: namesOf(companies, contacts), style: { locale, currency } };
}

/** What the account can filter its deals by. */
export async function readDealFilters(userId: UserId): Promise<FilterFields> {
	const [{ currency }, used] = await Promise.all([getSettings(userId), listDealCurrencies(userId)]);
	const currencies = [...new Set([currency, ...used])];
	const options = { currency: textOptions(currencies), lostReason: textOptions(usualLostReasons) };
	return { fields: fieldsWith(dealFields, options), currencies };
}
