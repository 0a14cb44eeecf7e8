import 'server-only';
import { type FilterFields, fieldsWith, tagOptions } from '@/components/list/filter/filter-setup';
import { customListOf } from '@/domain/custom-fields/custom-list';
import { getSettings } from '@/features/account/server/account-queries';
import { askerOf } from '@/features/account/server/asker-sql';
import { listTagOptions } from '@/features/tags/server/tag-queries';
import type { UserId } from '@/lib/auth/session';
import type { FieldSql } from '@/lib/list/condition-sql';
import { fieldOf } from '@/lib/list/conditions';
import { searchParamsOf } from '@/lib/list/list-params';
import { type CountedField, countOptions, type OptionCounts } from '@/lib/list/option-counts-sql';
import { contactFieldSql } from './contact-field-sql';
import { contactListOf } from './contact-list';
import { contactListQuery } from './contact-sql';

/** What the account can filter its contacts by. */
export async function readContactFilters(userId: UserId): Promise<FilterFields> {
	const [list, tags] = await Promise.all([contactListOf(userId), listTagOptions(userId)]);
	return { fields: fieldsWith(list.fields, { tags: tagOptions(tags) }) };
}

/** How many of the account's contacts under a list's query have each value of a field. */
export async function countContactOptions(userId: UserId, { field, query }: CountedField): Promise<OptionCounts> {
	const settings = await getSettings(userId);
	const list = await contactListOf(userId);
	const state = list.parse(searchParamsOf(query));
	const listed = contactListQuery(userId, state, settings.timeZone);
	const sql: Record<string, FieldSql> = { ...contactFieldSql, ...customListOf(state).sql };
	return countOptions(listed, fieldOf(list.fields, field), sql[field], askerOf(userId, settings.timeZone));
}
