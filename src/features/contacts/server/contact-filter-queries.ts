import 'server-only';
import { type FilterFields, fieldsWith, tagOptions } from '@/components/list/filter/filter-setup';
import { getSettings } from '@/features/account/server/account-queries';
import { askerOf } from '@/features/account/server/asker-sql';
import { listTagOptions } from '@/features/tags/server/tag-queries';
import type { UserId } from '@/lib/auth/session';
import type { FieldSql } from '@/lib/list/condition-sql';
import type { ListFields } from '@/lib/list/list-fields';
import { searchParamsOf } from '@/lib/list/list-params';
import { type CountedField, countOptions, type OptionCounts } from '@/lib/list/option-counts-sql';
import { contactFields } from '../contact-fields';
import { contactList } from '../schema';
import { contactFieldSql } from './contact-field-sql';
import { contactListQuery } from './contact-sql';

/** What the account can filter its contacts by. */
export async function readContactFilters(userId: UserId): Promise<FilterFields> {
	return { fields: fieldsWith(contactFields, { tags: tagOptions(await listTagOptions(userId)) }) };
}

/** How many of the account's contacts under a list's query have each value of a field. */
export async function countContactOptions(userId: UserId, { field, query }: CountedField): Promise<OptionCounts> {
	const settings = await getSettings(userId);
	const state = contactList.parse(searchParamsOf(query));
	const listed = contactListQuery(userId, state, settings.timeZone);
	const sql: Record<string, FieldSql> = contactFieldSql;
	const fields: ListFields = contactFields;
	if (!Object.hasOwn(fields, field)) return {};
	return countOptions(listed, fields[field], sql[field], askerOf(userId, settings.timeZone));
}
