import { v7 as uuidv7 } from 'uuid';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';

/** Makes an account past the sign-up and returns the id that its queries and mutations take. */
export async function makeAccount(name: string): Promise<UserId> {
	const id = uuidv7();
	await db.user.create({ data: { id, name, email: `${id}@example.com` } });
	return id as UserId;
}
