import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';
import { pino } from 'pino';
import { describeError } from './describe-error.ts';

/** What is known of a request while it is answered. */
export type RequestState = {
	id: string;
	/** No connection to the database became free for it. */
	isBusy?: boolean;
	/** Its response says that the server is busy, although its status is a success, as for an action. */
	saysBusy?: boolean;
	/** An action was called, so that a failure from then on is the server's. */
	hasAction?: boolean;
	/** It could not be read. */
	isUnreadable?: boolean;
};

const shared = globalThis as { minicrmRequests?: AsyncLocalStorage<RequestState> };
shared.minicrmRequests ??= new AsyncLocalStorage();

/** The request that is being answered. There is one store for the process, however many copies of this module a build has. */
export const requests = shared.minicrmRequests;

/** Marks the request as one that calls an action. */
export function noteAction(): void {
	const request = requests.getStore();
	if (request) request.hasAction = true;
}

const levels = ['debug', 'info', 'warn', 'error'];

/** Whether log lines are JSON: they are, unless a terminal shows them. LOG_FORMAT (json or text) decides otherwise. */
export const logsJson = process.env.LOG_FORMAT ? process.env.LOG_FORMAT === 'json' : !process.stdout.isTTY;

/**
 * The log: one line each, with time, level and the id of the request. Callers pass what happened and ids, never what people
 * typed, nor their names or addresses. LOG_LEVEL (debug, info, warn or error) says from which level on.
 */
export const log = pino(
	{
		level: levels.find((level) => level === process.env.LOG_LEVEL) ?? 'info',
		base: null,
		timestamp: () => `,"time":"${new Date().toISOString()}"`,
		formatters: { level: (label) => ({ level: label }) },
		mixin: () => {
			const request = requests.getStore();
			return request ? { requestId: request.id } : {};
		},
	},
	{
		write: (line: string) =>
			void process.stdout.write(
				logsJson
					? `${escaped(line.trimEnd())}
`
					: readableLogLine(JSON.parse(line)),
			),
	},
);

type LogLine = { time: string; level: string; msg?: string; [field: string]: unknown };

/** A log line for a terminal. Control characters are escaped, as some of it was sent by a client. */
export function readableLogLine({ time, level, msg = '', ...fields }: LogLine): string {
	const { method, path, status, durationMs, requestId, ...others } = fields;
	const request = method ? [method, path, status, `${durationMs} ms`] : [];
	// after a success the id would only make the line longer
	const shown = level === 'info' ? others : { ...others, requestId };
	const pairs = Object.entries(shown).map(([name, value]) =>
		value === undefined ? '' : `${name}=${JSON.stringify(value)}`,
	);
	const clock = new Date(time).toTimeString().slice(0, 8);
	const text = [clock, level === 'info' ? '' : level.toUpperCase(), ...request, msg, ...pairs]
		.filter(Boolean)
		.join(' ');
	return `${escaped(text)}\n`;
}

/** Escapes control characters, and what some programs take for the end of a line, as JSON does. */
const escaped = (text: string) =>
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
	text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, (letter) =>
		letter === '\n' ? '\\n' : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

/** Sends what a command prints to the log, at any LOG_LEVEL. */
export function captureSpeech(): void {
	capture(log.child({}, { level: 'info' }), () => false);
}

/** Sends what libraries print to the log, except lines that `isKnown` recognizes as reported elsewhere. */
export function captureConsole(isKnown: (text: string, errors: Error[]) => boolean): void {
	capture(log, isKnown);
}

function capture(
	target: Pick<typeof log, 'debug' | 'info' | 'warn' | 'error'>,
	isKnown: (text: string, errors: Error[]) => boolean,
) {
	for (const [method, level] of [
		['log', 'info'],
		['info', 'info'],
		['debug', 'debug'],
		['warn', 'warn'],
		['error', 'error'],
	] as const) {
		console[method] = (...args: unknown[]) => {
			const errors = args.filter((arg) => arg instanceof Error);
			// biome-ignore lint/suspicious/noControlCharactersInRegex: colours
			const text = format(...args.filter((arg) => !(arg instanceof Error))).replace(/\x1b\[[\d;]*m/g, '');
			if (isKnown(text, errors)) return;
			if (errors.length === 0) target[level](text);
			for (const error of errors) target[level]({ error: describeError(error) }, text);
		};
	}
}
