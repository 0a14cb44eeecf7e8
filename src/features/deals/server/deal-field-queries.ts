import 'server-only';
import type { Property } from '@/components/form/in-place/property';
import { ownFields } from '@/domain/fields/own-fields';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { allDealProperties } from '../deal-properties';
import { getDeal } from './deal-queries';

/** One field of a deal as an editor in place needs it; null if the deal is gone or has no such field. */
export async function readDealField(
	userId: UserId,
	{ id, field }: { id: string; field: string },
): Promise<Property | null> {
	const [deal, settings] = await Promise.all([getDeal(userId, id), getSettings(userId)]);
	if (!deal) return null;
	const own = await ownFields(userId, 'deal', deal);
	return (
		allDealProperties(deal, own, settings).find((property) => property.field === field && !property.isReadOnly) ?? null
	);
}
