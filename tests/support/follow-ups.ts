import { v7 as uuidv7 } from 'uuid';
import { newFollowUp } from '@/features/follow-ups/schema';
import { createFollowUp } from '@/features/follow-ups/server/follow-up-mutations';
import type { UserId } from '@/lib/auth/session';
import { parseInput } from '@/lib/request/validation';
import { act } from './act';

/** Makes a follow-up of what a form sends, which goes through the schema first, as in an action. */
export function addFollowUp(userId: UserId, form: object) {
	const parsed = parseInput(newFollowUp, { id: uuidv7(), title: 'Gửi báo giá', ...form });
	if (!parsed.ok) return Promise.reject(Object.assign(new Error(parsed.message), parsed));
	return act((tx) => createFollowUp(tx, userId, parsed.data));
}
