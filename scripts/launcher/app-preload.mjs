// Loaded into the app's process before Next.js.
import http from 'node:http';
import './exit-with-parent.mjs';
import { trustForwardedHeaders } from './forwarded-headers.mjs';
import { answerOddRequest } from './odd-requests.mjs';

const trustedProxies = Number(process.env.TRUSTED_PROXIES ?? 0);
const origins = [process.env.APP_URL, ...(process.env.APP_ORIGINS ?? '').split(',')].filter(
	(origin) => origin !== undefined,
);
const emit = http.Server.prototype.emit;

/** @this {http.Server} @param {string} event @param {...any} args */
http.Server.prototype.emit = function (event, ...args) {
	if (event === 'request' || event === 'upgrade') trustForwardedHeaders(args[0], trustedProxies, origins);
	if (event === 'request' && answerOddRequest(args[0], args[1])) return true;
	return Reflect.apply(emit, this, [event, ...args]);
};
