import 'server-only';
import { db } from '@/lib/db/db';
import { verificationKey } from '@/lib/operations/verification-key';

/** The number of attempts without a delay. After that, the delay doubles with each attempt. */
const free = 5;
const firstWait = 5_000;
/** The longest delay, so that guessing can't lock the owner out for good. */
const maxWaitMilliseconds = 60_000;
/** How long attempts are remembered after the last one. */
const memory = 3_600_000;

/** Whose attempts are counted together. The database has only a hash of what identifies a person. */
export type Attempts = { of: 'account' | 'device' | 'session'; id: string };

const keyOf = ({ of, id }: Attempts) => `password of ${of} ${verificationKey(id)}`;

type AttemptRow = { wait: number };

/**
 * Counts an attempt before its password is checked, so that simultaneous attempts don't get around the limit. Returns 0, or the
 * seconds to wait, in which case the attempt isn't counted. The rows are stored with those of the rate limit, which are
 * deleted some time after their last request; the stored time is therefore in the future.
 */
export async function claimAttempt(attempts: Attempts): Promise<number> {
	const key = keyOf(attempts);
	const now = Date.now();
	const claimed = await db.$executeRaw`
		INSERT INTO rate_limit AS r (id, key, count, last_request)
		VALUES (gen_random_uuid(), ${key}, 1, ${now + memory}::bigint)
		ON CONFLICT (key) DO UPDATE SET
			count = CASE WHEN r.last_request < ${now}::bigint THEN 1 ELSE r.count + 1 END, last_request = excluded.last_request
		WHERE r.count < ${free} OR r.last_request < ${now}::bigint
			OR r.last_request - ${memory}::bigint
				+ least(${maxWaitMilliseconds}::float8, ${firstWait}::float8 * power(2, least(r.count - ${free}, 20))) <= ${now}::bigint`;
	if (claimed > 0) return 0;
	const [row] = await db.$queryRaw<AttemptRow[]>`
		SELECT (last_request - ${memory}::bigint - ${now}::bigint
			+ least(${maxWaitMilliseconds}::float8, ${firstWait}::float8 * power(2, least(count - ${free}, 20))))::float8 AS wait
		FROM rate_limit WHERE key = ${key}`;
	return Math.max(1, Math.ceil((row?.wait ?? 0) / 1_000));
}

/** Forgets the attempts that came before a correct password. */
export async function forgetAttempts(attempts: Attempts): Promise<void> {
	await db.$executeRaw`DELETE FROM rate_limit WHERE key = ${keyOf(attempts)}`;
}
