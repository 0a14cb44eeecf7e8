import 'server-only';
import {
	type FilterFields,
	type FilterSetup,
	fieldsWith,
	namesOf,
	textOptions,
} from '@/components/list/filter/filter-setup';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { askerOf } from '@/features/account/server/asker-sql';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { nameContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import type { FieldSql } from '@/lib/list/condition-sql';
import { valuesOn } from '@/lib/list/conditions';
import type { ListFields } from '@/lib/list/list-fields';
import { searchParamsOf } from '@/lib/list/list-params';
import { type CountedField, countOptions, type OptionCounts } from '@/lib/list/option-counts-sql';
import { dealFields } from '../deal-fields';
import { type DealListState, dealList } from '../schema';
import { usualLostReasons } from '../stage/stages';
import { dealFieldSql } from './deal-field-sql';
import { listDealCurrencies } from './deal-queries';
import { dealListQuery } from './deal-sql';

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

/** How many of the account's deals under a list's query have each value of a field. */
export async function countDealOptions(userId: UserId, { field, query }: CountedField): Promise<OptionCounts> {
	const settings = await getSettings(userId);
	const state = dealList.parse(searchParamsOf(query));
	const listed = dealListQuery(userId, state, settings.timeZone);
	const sql: Record<string, FieldSql> = dealFieldSql;
	const fields: ListFields = dealFields;
	if (!Object.hasOwn(fields, field)) return {};
	return countOptions(listed, fields[field], sql[field], askerOf(userId, settings.timeZone));
}
