import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { writeOnce } from './private-file.ts';
import { Refusal } from './refusal.ts';

export interface Secrets {
	databasePassword: string;
	authSecret: string;
}

/** The secrets of an installation, 32 random bytes each, made on the first call. Refuses a damaged file. */
export function ensureSecrets(dataFolder: string): Secrets {
	const file = path.join(dataFolder, 'secrets.json');
	if (!fs.existsSync(file)) {
		const fresh: Secrets = {
			databasePassword: randomBytes(32).toString('hex'),
			authSecret: randomBytes(32).toString('hex'),
		};
		writeOnce(file, `${JSON.stringify(fresh, null, '\t')}\n`);
	}
	const secrets = parse(fs.readFileSync(file, 'utf8'));
	if (secrets) return secrets;
	throw new Refusal(`The secrets in ${file} are damaged: restore that file from a backup of the data folder.`);
}

function parse(text: string): Secrets | undefined {
	try {
		const { databasePassword, authSecret } = JSON.parse(text);
		const isSecret = (value: unknown) => typeof value === 'string' && value.length >= 32;
		return isSecret(databasePassword) && isSecret(authSecret) ? { databasePassword, authSecret } : undefined;
	} catch {
		return undefined;
	}
}
