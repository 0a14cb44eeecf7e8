import { readConfig } from './launcher/config.ts';
import { findInstallation } from './launcher/find-installation.ts';
import { Refusal } from './launcher/refusal.ts';
import { makeResetToken } from './launcher/reset-link.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// npm run reset-password -- EMAIL: prints a link for who forgot the password, whether MiniCRM runs or not.
await runUntilStopped(async (stopping) => {
	const [email, ...rest] = process.argv.slice(2);
	if (!email || rest.length > 0) throw new Refusal('Say whose password: npm run reset-password -- name@example.com.');
	const config = readConfig(process.env);
	const { databaseUrl, runsAt } = await findInstallation(config, stopping);
	const token = await makeResetToken(databaseUrl, email);
	if (!token) throw new Refusal(`There is no account with the email address ${email}.`);
	// the address of the running one, whatever the settings of this terminal are
	const address = runsAt ?? config.appUrl;
	console.log(`Open this link within ten minutes, while MiniCRM runs:\n${address}/reset-password?token=${token}`);
	return 0;
});
