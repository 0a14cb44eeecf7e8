import 'server-only';
import type { FilterFields } from '@/components/list/filter/filter-setup';
import { customListOf } from '@/domain/custom-fields/custom-list';
import { getSettings } from '@/features/account/server/account-queries';
import { askerOf } from '@/features/account/server/asker-sql';
import type { UserId } from '@/lib/auth/session';
import type { FieldSql } from '@/lib/list/condition-sql';
import { fieldOf } from '@/lib/list/conditions';
import { searchParamsOf } from '@/lib/list/list-params';
import { type CountedField, countOptions, type OptionCounts } from '@/lib/list/option-counts-sql';
import { activityFieldSql } from './activity-field-sql';
import { activityListOf } from './activity-list';
import { activityListQuery } from './activity-sql';

/** What the account can filter its activities by. */
export async function readActivityFilters(userId: UserId): Promise<FilterFields> {
	return { fields: (await activityListOf(userId)).fields };
}

/** How many of the account's activities under a list's query have each value of a field. */
export async function countActivityOptions(userId: UserId, { field, query }: CountedField): Promise<OptionCounts> {
	const settings = await getSettings(userId);
	const list = await activityListOf(userId);
	const state = list.parse(searchParamsOf(query));
	const listed = activityListQuery(userId, state, settings);
	const sql: Record<string, FieldSql> = { ...activityFieldSql, ...customListOf(state).sql };
	return countOptions(listed, fieldOf(list.fields, field), sql[field], askerOf(userId, settings.timeZone));
}
