import 'server-only';
import {
	type FilterFields,
	type FilterSetup,
	fieldsWith,
	namesOf,
	textOptions,
} from '@/components/list/filter/filter-setup';
import { customListOf } from '@/domain/custom-fields/custom-list';
import { nameCustomValues } from '@/domain/custom-fields/custom-rows';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { askerOf } from '@/features/account/server/asker-sql';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { nameContacts } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import type { FieldSql } from '@/lib/list/condition-sql';
import { fieldOf, valuesOn } from '@/lib/list/conditions';
import { searchParamsOf } from '@/lib/list/list-params';
import { type CountedField, countOptions, type OptionCounts } from '@/lib/list/option-counts-sql';
import { type DealListState, dealList } from '../schema';
import { usualLostReasons } from '../stage/stages';
import { dealFieldSql } from './deal-field-sql';
import { dealListOf } from './deal-list';
import { listDealCurrencies } from './deal-queries';
import { dealListQuery } from './deal-sql';

/** What the filters of a list of deals are called, in the list and on the board alike. */
export async function nameDealFilters(
	userId: UserId,
	state: DealListState,
	{ locale, currency }: Settings,
): Promise<FilterSetup> {
	const where = dealList.of(state).whereOf(state);
	const [companies, contacts, custom] = await Promise.all([
		nameCompanies(userId, valuesOn(where, 'company')),
		nameContacts(userId, valuesOn(where, 'contact')),
		nameCustomValues(userId, state, { shown: [], rows: [], where }),
	]);
	return { names: { ...namesOf(companies, contacts), ...custom }, style: { locale, currency } };
}

/** What the account can filter its deals by. */
export async function readDealFilters(userId: UserId): Promise<FilterFields> {
	const [{ currency }, used] = await Promise.all([getSettings(userId), listDealCurrencies(userId)]);
	const currencies = [...new Set([currency, ...used])];
	const options = { currency: textOptions(currencies), lostReason: textOptions(usualLostReasons) };
	const list = await dealListOf(userId);
	return { fields: fieldsWith(list.fields, options), currencies };
}

/** How many of the account's deals under a list's query have each value of a field. */
export async function countDealOptions(userId: UserId, { field, query }: CountedField): Promise<OptionCounts> {
	const settings = await getSettings(userId);
	const list = await dealListOf(userId);
	const state = list.parse(searchParamsOf(query));
	const listed = dealListQuery(userId, state, settings.timeZone);
	const sql: Record<string, FieldSql> = { ...dealFieldSql, ...customListOf(state).sql };
	return countOptions(listed, fieldOf(list.fields, field), sql[field], askerOf(userId, settings.timeZone));
}
