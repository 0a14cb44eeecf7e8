import { type DatabaseFault, databaseFault } from './database-fault.ts';

/** The parts of an error that may be logged. */
export type ErrorDescription = {
	type: string;
	message: string;
	code?: string;
	/** The database's fault: the class of the failure, and its message without values. */
	database?: DatabaseFault;
	stack?: string[];
	cause?: ErrorDescription;
};

const deepestCause = 3;
const maxMessageLength = 300;

/**
 * An error without anything that a user typed. Libraries quote values in their messages, and Prisma quotes whole queries.
 * Everything from the first quote or bracket to the last is removed from the message, and the last line of the rest is kept.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
	if (!(error instanceof Error))
		return { type: typeof error, message: typeof error === 'string' ? unquoted(error) : '' };
	const { code } = error as { code?: unknown };
	// a message may have lines that look like frames
	const { message, stack = '' } = error;
	const fault = databaseFault(error);
	const frames = stack
		.slice(stack.indexOf(message) + message.length)
		.split('\n')
		.filter((line) => /^\s+at /.test(line));
	return {
		type: error.name,
		message: unquoted(message),
		...(typeof code === 'string' && /^\w{1,40}$/.test(code) && { code }),
		...(fault && { database: { ...fault, ...(fault.reason && { reason: unquoted(fault.reason) }) } }),
		...(frames.length > 0 && { stack: frames.map((line) => line.trim()) }),
		...(error.cause !== undefined && depth < deepestCause && { cause: describeError(error.cause, depth + 1) }),
	};
}

// an apostrophe within a word quotes nothing
const opening = /["`“«([{<]|(?<!\p{L})'/u;
const closing = /["`”»)\]}>]|'(?!\p{L})/gu;

function unquoted(message: string): string {
	const first = message.search(opening);
	const last = [...message.matchAll(closing)].at(-1)?.index ?? -1;
	const without = first < 0 ? message : `${message.slice(0, first)}…${last > first ? message.slice(last + 1) : ''}`;
	const lines = without.trim().split(/[\r\n\u2028\u2029]+/);
	return (lines.at(-1) ?? '').trim().slice(0, maxMessageLength);
}
