import 'server-only';
import { type FilterFields, fieldsWith, tagOptions, textOptions } from '@/components/list/filter/filter-setup';
import { customListOf } from '@/domain/custom-fields/custom-list';
import { getSettings } from '@/features/account/server/account-queries';
import { askerOf } from '@/features/account/server/asker-sql';
import { listTagOptions } from '@/features/tags/server/tag-queries';
import type { UserId } from '@/lib/auth/session';
import type { FieldSql } from '@/lib/list/condition-sql';
import { fieldOf } from '@/lib/list/conditions';
import { searchParamsOf } from '@/lib/list/list-params';
import { type CountedField, countOptions, type OptionCounts } from '@/lib/list/option-counts-sql';
import { companyFieldSql } from './company-field-sql';
import { companyListOf } from './company-list';
import { listIndustries } from './company-queries';
import { companyListQuery } from './company-sql';

/** What the account can filter its companies by. */
export async function readCompanyFilters(userId: UserId): Promise<FilterFields> {
	const [list, industries, tags] = await Promise.all([
		companyListOf(userId),
		listIndustries(userId),
		listTagOptions(userId),
	]);
	return { fields: fieldsWith(list.fields, { industry: textOptions(industries), tags: tagOptions(tags) }) };
}

/** How many of the account's companies under a list's query have each value of a field. */
export async function countCompanyOptions(userId: UserId, { field, query }: CountedField): Promise<OptionCounts> {
	const settings = await getSettings(userId);
	const list = await companyListOf(userId);
	const state = list.parse(searchParamsOf(query));
	const listed = companyListQuery(userId, state, settings.timeZone);
	const sql: Record<string, FieldSql> = { ...companyFieldSql, ...customListOf(state).sql };
	return countOptions(listed, fieldOf(list.fields, field), sql[field], askerOf(userId, settings.timeZone));
}
