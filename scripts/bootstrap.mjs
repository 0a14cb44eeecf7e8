import fs from 'node:fs';
import { forwardSignals, runOnTerminal } from './bootstrap/child.mjs';
import { generate, isGenerated } from './bootstrap/generate.mjs';
import { install, isInstalled } from './bootstrap/install.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { inCheckout, refuse } from './bootstrap/paths.mjs';
import { findNode, isAtLeast } from './bootstrap/runtime.mjs';

// node scripts/bootstrap.mjs COMMAND [ARGUMENTS]: what every npm script of this project begins with. It makes a fresh
// clone ready, on any Node from 20.9 and without a single dependency, then runs scripts/COMMAND.ts on the locked Node.

const [command = '', ...args] = process.argv.slice(2);
const script = inCheckout('scripts', `${command}.ts`);

if (!isAtLeast(20, 9)) {
	refuse(
		`MiniCRM needs Node 20.9 or newer, and this is ${process.versions.node}: install the current version from https://nodejs.org.`,
	);
}
if (!/^[a-z-]+$/.test(command) || !fs.existsSync(script)) {
	refuse(`There is no command "${command}": package.json lists the commands, such as npm start.`);
}
forwardSignals();
if (!isInstalled() || !isGenerated()) {
	await withLock(async () => {
		if (!isInstalled()) await install();
		if (!isGenerated()) await generate(findNode());
	});
}
process.exit(await runOnTerminal(findNode(), ['--disable-warning=ExperimentalWarning', script, ...args]));
