import { serveApp } from './launcher/app.ts';
import { buildIfStale } from './launcher/build.ts';
import { launch } from './launcher/launch.ts';
import { runUntilStopped } from './launcher/stopping.ts';

// npm start: the built app, for use.
await runUntilStopped((stopping) =>
	launch({
		args: process.argv.slice(2),
		stopping,
		prepare: (say) => buildIfStale({ say, signal: stopping.signal }),
		serve: serveApp,
	}),
);
