import { runUntilStopped } from './launcher/stopping.ts';
import { runSteps } from './testing/run-steps.ts';
import { lint, quickTests, types } from './testing/steps.ts';

// npm run check: the parts of npm test that are quick enough to run after every change.
await runUntilStopped((stopping) => runSteps([lint, types, quickTests], stopping));
