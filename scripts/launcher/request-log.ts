import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { busySeconds } from '../../src/lib/operations/busy.ts';
import { log, type RequestState, requests } from '../../src/lib/operations/log.ts';

/** What is asked for all the time and says nothing: files of the build, and the health checks. */
const SILENT = /^\/(_next\/static\/|api\/health\/|icon\.svg$|favicon\.ico$)/;

/**
 * Answers a request under an id, which a proxy may have given it and which every line logged meanwhile carries, and logs how
 * it ended: method, path without its query, status, and the milliseconds until the last byte was handed over.
 */
export function logRequest(
	request: IncomingMessage,
	response: ServerResponse,
	{ trustsId, answer }: { trustsId: boolean; answer: () => boolean },
): boolean {
	const given = request.headers['x-request-id'];
	const id = trustsId && typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
	const begun = performance.now();
	response.setHeader('X-Request-Id', id);
	// Next.js adds one for each attempt to find a page, and has several for an address that cannot be decoded
	response.setMaxListeners(30);
	response.on('close', () => {
		const { writableFinished } = response;
		const status = sent ?? response.statusCode;
		const path = (request.url ?? '').split(/[?#]/)[0]?.slice(0, 500) ?? '';
		const durationMs = Math.round((performance.now() - begun) * 10) / 10;
		// whoever asked has left before there was an answer
		const isUnanswered = !response.headersSent;
		log[isUnanswered ? 'warn' : levelOf(status, path)]({
			requestId: id,
			method: request.method,
			path,
			...(!isUnanswered && { status }),
			durationMs,
			...(!writableFinished && { aborted: true }),
		});
	});
	const state: RequestState = { id };
	// Next.js can change the status once more when the headers have left
	let sent: number | undefined;
	const writeHead = response.writeHead;
	// a page that threw is 500 to Next.js, whatever it threw
	response.writeHead = (...head: unknown[]) => {
		if (head[0] === 500 && state.isUnreadable) head[0] = 400;
		if (state.saysBusy || (head[0] === 500 && state.isBusy)) {
			head[0] = 503;
			response.setHeader('Retry-After', busySeconds);
		}
		sent = Number(head[0]);
		return Reflect.apply(writeHead, response, head);
	};
	return requests.run(state, answer);
}

function levelOf(status: number, path: string): 'debug' | 'info' | 'warn' | 'error' {
	if (status >= 400 && path.startsWith('/api/health/')) return 'warn';
	// no fault: the app is stopping, or has too much to do
	if (status === 503) return 'warn';
	if (status >= 500) return 'error';
	if (status >= 400 && status !== 404) return 'warn';
	return SILENT.test(path) ? 'debug' : 'info';
}
