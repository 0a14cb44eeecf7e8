// Loaded into the app's process before Next.js.
import http from 'node:http';
import { captureConsole } from '../../src/lib/log.ts';
import './exit-with-parent.mjs';
import { trustForwardedHeaders } from './forwarded-headers.mjs';
import { logRequest } from './request-log.ts';

const trustedProxies = Number(process.env.TRUSTED_PROXIES ?? 0);
const origins = [process.env.APP_URL, ...(process.env.APP_ORIGINS ?? '').split(',')].filter(
	(origin) => origin !== undefined,
);
const emit = http.Server.prototype.emit;

/** @this {http.Server} @param {string} event @param {...any} args */
http.Server.prototype.emit = function (event, ...args) {
	if (event === 'request' || event === 'upgrade') trustForwardedHeaders(args[0], trustedProxies, origins);
	const answer = () => Reflect.apply(emit, this, [event, ...args]);
	if (event !== 'request' || !isServed) return answer();
	return logRequest(args[0], args[1], { trustsId: trustedProxies > 0, answer });
};

// Development has lines of its own about requests, and shows errors as they are.
const isServed = process.env.NODE_ENV === 'production';
if (isServed) {
	// where it runs says the launcher; what a page threw, instrumentation.ts reports under the id that the user sees
	captureConsole(/^\s*(▲|✓|⨯|- (Local|Network)|$)/u);
	process.stdout.on('error', () => {});
}
