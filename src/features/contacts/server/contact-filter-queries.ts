import 'server-only';
import { type FilterFields, fieldsWith, tagOptions } from '@/components/list/filter/filter-setup';
import { listTagOptions } from '@/features/tags/server/tag-queries';
import type { UserId } from '@/lib/auth/session';
import { contactFields } from '../contact-fields';

/** What the account can filter its contacts by. */
export async function readContactFilters(userId: UserId): Promise<FilterFields> {
	return { fields: fieldsWith(contactFields, { tags: tagOptions(await listTagOptions(userId)) }) };
}
