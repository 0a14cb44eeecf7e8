import 'server-only';
import { getSettings } from '@/features/account/server/account-queries';
import { askerOf } from '@/features/account/server/asker-sql';
import type { UserId } from '@/lib/auth/session';
import type { FieldSql } from '@/lib/list/condition-sql';
import type { ListFields } from '@/lib/list/list-fields';
import { searchParamsOf } from '@/lib/list/list-params';
import { type CountedField, countOptions, type OptionCounts } from '@/lib/list/option-counts-sql';
import { activityFields } from '../activity-fields';
import { activityList } from '../schema';
import { activityFieldSql } from './activity-field-sql';
import { activityListQuery } from './activity-sql';

/** How many of the account's activities under a list's query have each value of a field. */
export async function countActivityOptions(userId: UserId, { field, query }: CountedField): Promise<OptionCounts> {
	const settings = await getSettings(userId);
	const state = activityList.parse(searchParamsOf(query));
	const listed = activityListQuery(userId, state, settings);
	const sql: Record<string, FieldSql> = activityFieldSql;
	const fields: ListFields = activityFields;
	if (!Object.hasOwn(fields, field)) return {};
	return countOptions(listed, fields[field], sql[field], askerOf(userId, settings.timeZone));
}
