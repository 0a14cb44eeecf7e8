import 'server-only';
import { getSettings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import type { Tx } from '@/lib/db/db';
import { refuseField } from '@/lib/errors/errors';
import { parseMoney } from '@/lib/money/money-reading';

/** The typed value as a decimal string, read as the account writes numbers. */
export async function readValue(tx: Tx, userId: UserId, { value, currency }: { value: string; currency: string }) {
	const { locale } = await getSettings(userId, tx);
	const read = parseMoney(value, { locale, currency });
	return read.ok ? read.value : refuseField({ value: read.message });
}
