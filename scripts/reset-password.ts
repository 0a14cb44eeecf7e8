import { appEnvironment } from './launcher/app.ts';
import { runInForeground } from './launcher/child.ts';
import { CHECKOUT, readConfig } from './launcher/config.ts';
import { findInstallation } from './launcher/find-installation.ts';
import { APP_SCRIPT } from './launcher/launch.ts';
import { Refusal } from './launcher/refusal.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// npm run reset-password -- EMAIL: prints a link for who forgot the password, whether MiniCRM runs or not.
await runUntilStopped(async (stopping) => {
	const [email, ...rest] = process.argv.slice(2);
	if (!email || rest.length > 0) throw new Refusal('Say whose password: npm run reset-password -- name@example.com.');
	const config = readConfig(process.env);
	const installation = await findInstallation(config, stopping);
	// The address of the running one goes into the link, whatever the settings of this terminal are.
	if (installation.runsAt) config.appUrl = installation.runsAt;
	const script = `${CHECKOUT}/scripts/reset-password-link.ts`;
	return runInForeground(
		process.execPath,
		[...APP_SCRIPT, script, email],
		appEnvironment(config, installation),
		stopping,
	);
});
