import { randomBytes } from 'node:crypto';
import { startServerForTests } from '../../support/app-server.ts';

/** Starts MiniCRM once for all browser tests, on an empty data folder, open to any number of accounts. */
export default async function setup() {
	// known here, so that a browser can be signed in by a cookie
	const AUTH_SECRET = randomBytes(32).toString('hex');
	const server = await startServerForTests({ env: { SIGN_UP: 'open', TRUSTED_PROXIES: '1', AUTH_SECRET } });
	process.env.E2E_AUTH_SECRET = AUTH_SECRET;
	process.env.E2E_URL = server.url;
	process.env.E2E_DATABASE_URL = server.databaseUrl;
	return async () => {
		const code = await server.stop();
		if (code !== 0) throw new Error(`MiniCRM stopped with exit code ${code}:\n${server.output()}`);
	};
}
