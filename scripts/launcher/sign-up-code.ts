import { randomBytes } from 'node:crypto';
import type { Config } from './config.ts';
import { withClient } from './with-client.ts';

/** Crockford's base 32: no letter that can be taken for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code of 40 random bits for the first sign-up, as in "7K2M-Q9XD"; undefined where none is asked for. */
export function makeSignUpCode({ isExposed, signUp }: Pick<Config, 'isExposed' | 'signUp'>): string | undefined {
	if (!isExposed || signUp === 'closed') return undefined;
	const code = Array.from(randomBytes(8), (byte) => ALPHABET[byte % 32]).join('');
	return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** True once somebody has an account; demo accounts do not count. */
export async function hasAccount(databaseUrl: string): Promise<boolean> {
	const { rowCount } = await withClient(databaseUrl, (client) =>
		client.query('SELECT FROM "user" WHERE NOT demo LIMIT 1'),
	);
	return rowCount !== 0;
}
