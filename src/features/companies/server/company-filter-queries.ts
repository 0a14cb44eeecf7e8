import 'server-only';
import { type FilterFields, fieldsWith, tagOptions, textOptions } from '@/components/list/filter/filter-setup';
import { listTagOptions } from '@/features/tags/server/tag-queries';
import type { UserId } from '@/lib/auth/session';
import { companyFields } from '../company-fields';
import { listIndustries } from './company-queries';

/** What the account can filter its companies by. */
export async function readCompanyFilters(userId: UserId): Promise<FilterFields> {
	const [industries, tags] = await Promise.all([listIndustries(userId), listTagOptions(userId)]);
	return { fields: fieldsWith(companyFields, { industry: textOptions(industries), tags: tagOptions(tags) }) };
}
