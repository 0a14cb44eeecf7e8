import 'server-only';
import { db } from '@/lib/db/db';
import { Refusal, refuseField } from '@/lib/errors/errors';
import { verifyPassword } from './password';
import type { UserId } from './session';
import { claimAttempt, forgetAttempts } from './wrong-passwords';

/**
 * Refuses unless the signed-in user has typed their own password, of which `currentPassword` is the field. Attempts count
 * together with those at changing it and at deleting the account.
 */
export async function confirmPassword(userId: UserId, password: string): Promise<void> {
	const attempts = { of: 'session', id: userId } as const;
	const wait = await claimAttempt(attempts);
	if (wait > 0)
		throw new Refusal(
			`Too many attempts. Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}. Nothing was changed.`,
		);
	const account = await db.account.findFirst({
		where: { userId, providerId: 'credential' },
		select: { password: true },
	});
	const isRight = account?.password && (await verifyPassword({ hash: account.password, password }));
	if (!isRight) refuseField({ currentPassword: 'This is not your password.' });
	await forgetAttempts(attempts);
}
