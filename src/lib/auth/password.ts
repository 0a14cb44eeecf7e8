import { hash, verify } from '@node-rs/argon2';
import common from './common-passwords.json' with { type: 'json' };

export const passwordLength = { min: 12, max: 128 };

const commonPasswords = new Set(common);

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB of memory, two passes, one lane
// (argon2id is this library's default algorithm)
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is wrong with a new password, in words for the user, or undefined. */
export function passwordProblem(password: string): string | undefined {
	const characters = [...password].length;
	if (characters < passwordLength.min)
		return `Use at least ${passwordLength.min} characters; a short sentence is easy to remember.`;
	if (characters > passwordLength.max) return `Use at most ${passwordLength.max} characters.`;
	if (commonPasswords.has(password.toLowerCase()))
		return 'This is one of the most common passwords, tried first by everybody who guesses. Choose another.';
	return undefined;
}

/** The argon2id hash of a password, in PHC string format. */
export function hashPassword(password: string): Promise<string> {
	return hash(password.normalize('NFKC'), parameters);
}

/** Whether a password is the one that was hashed. */
export function verifyPassword({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> {
	return verify(stored, password.normalize('NFKC'));
}
