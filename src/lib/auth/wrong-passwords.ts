import 'server-only';
import { db } from '@/lib/db/db';
import { verificationKey } from '@/lib/operations/verification-key';

/** So many attempts with a password are answered at once; each after them waits, twice as long every time. */
const free = 5;
const firstWait = 5_000;
/** Bounded, so that nobody who guesses keeps the owner out for good. */
const maxWaitMilliseconds = 60_000;
/** So long after the last of them attempts are remembered. */
const memory = 3_600_000;

/** Whose attempts are counted together; what names a person is in the database as a hash only. */
export type Attempts = { of: 'account' | 'device' | 'session'; id: string };

const keyOf = ({ of, id }: Attempts) => `password of ${of} ${verificationKey(id)}`;

type AttemptRow = { wait: number };

/**
 * Counts an attempt before its password is looked at, so that many at once are no way around; returns 0, or for how many
 * seconds it has to wait, when it does not count. The rows are among those of the rate limits, which are deleted some time
 * after their last request: that is when they are forgotten, and lies ahead.
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

/** Forgets the attempts before a right password. */
export async function forgetAttempts(attempts: Attempts): Promise<void> {
	await db.$executeRaw`DELETE FROM rate_limit WHERE key = ${keyOf(attempts)}`;
}
