import 'server-only';
import type { Property } from '@/components/form/in-place/property';
import { ownFields } from '@/domain/fields/own-fields';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { allContactProperties } from '../contact-properties';
import { getContact } from './contact-queries';

/** One field of a contact as an editor in place needs it; null if the contact is gone or has no such field. */
export async function readContactField(
	userId: UserId,
	{ id, field }: { id: string; field: string },
): Promise<Property | null> {
	const [contact, settings] = await Promise.all([getContact(userId, id), getSettings(userId)]);
	if (!contact) return null;
	const own = await ownFields(userId, 'contact', contact);
	return (
		allContactProperties(contact, own, settings).find((property) => property.field === field && !property.isReadOnly) ??
		null
	);
}
