import 'server-only';
import type { Property } from '@/components/form/in-place/property';
import { ownFields } from '@/domain/fields/own-fields';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { allCompanyProperties } from '../company-properties';
import { getCompany } from './company-queries';

/** One field of a company as an editor in place needs it; null if the company is gone or has no such field. */
export async function readCompanyField(
	userId: UserId,
	{ id, field }: { id: string; field: string },
): Promise<Property | null> {
	const [company, settings] = await Promise.all([getCompany(userId, id), getSettings(userId)]);
	if (!company) return null;
	const own = await ownFields(userId, 'company', company);
	return (
		allCompanyProperties(company, own, settings).find((property) => property.field === field && !property.isReadOnly) ??
		null
	);
}
