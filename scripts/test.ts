import { runUntilStopped } from './launcher/stopping.ts';
import { runSteps } from './testing/run-steps.ts';
import { browser, build, launcher, lint, types, unitAndDatabase } from './testing/steps.ts';

// npm test: everything, the quick parts first.
await runUntilStopped((stopping) => runSteps([lint, types, unitAndDatabase, build, launcher, browser], stopping));
