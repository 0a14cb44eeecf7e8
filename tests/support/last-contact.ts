import { v7 as uuidv7 } from 'uuid';
import type { ActivityType } from '@/features/activities/schema';
import type { AuthorityLevel, Rhythm } from '@/features/contacts/schema';
import { createContact } from '@/features/contacts/server/contact-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { act, recorded } from './act';
import { plainContact } from './plain-records';

// What the tests of last contacts and rhythms share.

export const zone = 'Asia/Ho_Chi_Minh';
export const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

export type Person = { rhythm?: Rhythm | null; authority?: AuthorityLevel | 'unknown'; added?: number };

/** Adds a person so many days ago; returns their id. */
export async function addPerson(
	userId: UserId,
	companyId: string,
	name: string,
	{ rhythm = null, authority, added = 400 }: Person = {},
): Promise<string> {
	const id = uuidv7();
	const isDecisionMaker = authority !== undefined;
	const authorityLevel = authority && authority !== 'unknown' ? authority : null;
	await act((tx) =>
		createContact(tx, userId, { ...plainContact(id, companyId, name), isDecisionMaker, authorityLevel, rhythm }),
	);
	await db.contact.update({ where: { userId_id: { userId, id } }, data: { createdAt: ago(added) } });
	return id;
}

/** Logs an activity with somebody; returns its id. */
export async function logActivity(
	userId: UserId,
	companyId: string,
	contactId: string,
	at: Date,
	type: ActivityType = 'call',
): Promise<string> {
	const id = uuidv7();
	await act((tx) => tx.activity.create({ data: { userId, id, companyId, contactId, type, subject: 'Gọi', at } }));
	return id;
}

export type ActivityChange = { at?: Date; type?: 'note' | 'call'; contactId?: string | null };

/** Changes an activity; with a contact, or null for none, that is who took part. */
export const changeActivity = (userId: UserId, id: string, data: ActivityChange) =>
	recorded(async (tx) => {
		await tx.activity.update({ where: { userId_id: { userId, id } }, data });
		if (data.contactId === undefined) return;
		const others = data.contactId === null ? {} : { contactId: { not: data.contactId } };
		await tx.activityPerson.deleteMany({ where: { userId, activityId: id, ...others } });
	});
