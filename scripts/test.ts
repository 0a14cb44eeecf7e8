import { runUntilStopped } from './launcher/stopping.ts';
import { runSteps } from './testing/run-steps.ts';
import { browser, build, launcher, lint, stepsFor, types, unitAndDatabase } from './testing/steps.ts';
import { selectTests } from './testing/test-files.ts';

// npm test: everything, or with -- PATTERN one kind of tests, or files.
const patterns = process.argv.slice(2);
await runUntilStopped(async (stopping) => {
	const all = [lint, types, build, unitAndDatabase, launcher, browser];
	return runSteps(patterns.length > 0 ? stepsFor(selectTests(patterns)) : all, stopping);
});
