import 'server-only';
import { type FilterSetup, namesOf, textOptions } from '@/components/list/filter/filter-setup';
import type { Settings } from '@/features/account/server/account-queries';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { nameContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { valuesOn } from '@/lib/list/conditions';
import { type DealListState, dealList } from '../schema';
import { listDealCurrencies } from '../server/deal-queries';
import { usualLostReasons } from '../stage/stages';

/** What the account has to filter its deals by, in the list and on the board alike. */
export async function readDealFilters(
	userId: UserId,
	state: DealListState,
	{ locale, currency }: Settings,
): Promise<FilterSetup> {
	const where = dealList.whereOf(state);
	const [companies, contacts, used] = await Promise.all([
		nameCompanies(userId, valuesOn(where, 'company')),
		nameContacts(userId, valuesOn(where, 'contact')),
		listDealCurrencies(userId),
	]);
	const currencies = [...new Set([currency, ...used])];
	return {
		options: { currency: textOptions(currencies), lostReason: textOptions(usualLostReasons) },
		names: namesOf(companies, contacts),
		style: { locale, currency },
		currencies,
	};
}
