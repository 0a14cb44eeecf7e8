import { serveSources } from './launcher/app.ts';
import { launch } from './launcher/launch.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// npm run dev: the app from its sources, with hot reload.
await runUntilStopped((stopping) => launch({ args: process.argv.slice(2), stopping, serve: serveSources }));
