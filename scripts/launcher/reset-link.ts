import { randomBytes } from 'node:crypto';
import { resetIdentifier, verificationKey } from '../../src/lib/operations/verification-key.ts';
import { withClient } from './with-client.ts';

/** Makes a token by which whoever has it may choose a new password, within ten minutes; null where nobody has the address. */
export async function makeResetToken(databaseUrl: string, email: string): Promise<string | null> {
	const token = randomBytes(24).toString('base64url');
	const { rowCount } = await withClient(databaseUrl, (client) =>
		client.query(
			`INSERT INTO verification (id, identifier, value, expires_at)
			 SELECT gen_random_uuid(), $1, id::text, now() + interval '10 minutes' FROM "user" WHERE email = $2`,
			[verificationKey(resetIdentifier(token)), email.trim().toLowerCase()],
		),
	);
	return rowCount ? token : null;
}
