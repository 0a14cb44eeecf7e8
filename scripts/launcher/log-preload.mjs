// Loaded into the process of the built app, after app-preload.mjs: logs its requests and what it prints, sends the files of
// the build, and ends it well.
import http from 'node:http';
import path from 'node:path';
import { captureConsole, requests } from '../../src/lib/operations/log.ts';
import { builtFiles } from './built-files.mjs';
import { flushTogether } from './flush-together.mjs';
import { logRequest } from './request-log.ts';
import { answerUnlessStopping } from './stop-gracefully.mjs';

const trustsId = Number(process.env.TRUSTED_PROXIES ?? 0) > 0;
const answerBuiltFile = builtFiles(path.join(import.meta.dirname, '../../.next/standalone'));
const emit = http.Server.prototype.emit;

/** @this {http.Server} @param {string} event @param {...any} args */
http.Server.prototype.emit = function (event, ...args) {
	const emitted = () => Reflect.apply(emit, this, [event, ...args]);
	if (event !== 'request') return emitted();
	flushTogether(args[1]);
	const answered = () => answerBuiltFile(args[0], args[1]) || emitted();
	const answer = () => answerUnlessStopping(this, args[1], answered);
	return logRequest(args[0], args[1], { trustsId, answer });
};

/**
 * What a page threw, instrumentation.ts reports under the digest that the user sees. A body that cannot be read, and an action
 * that is gone since an upgrade, are told by the status of the request.
 * @param {Error} error
 */
const isReported = (error) =>
	'digest' in error ||
	requests.getStore()?.isUnreadable ||
	/failed-to-find-server-action|bodysizelimit|Failed to parse body as FormData|Invalid Server Actions request/.test(
		error.message,
	);

// where it runs says the launcher
captureConsole((text, errors) =>
	errors.length > 0 ? errors.every(isReported) : /^\s*(▲|✓|- (Local|Network)|$)/u.test(text),
);
process.stdout.on('error', () => {});
