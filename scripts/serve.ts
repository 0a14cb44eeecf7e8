import { serveApp } from './launcher/app.ts';
import { launch } from './launcher/launch.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// What the container runs: the app as it was built with the image.
await runUntilStopped((stopping) => launch({ args: process.argv.slice(2), stopping, serve: serveApp }));
