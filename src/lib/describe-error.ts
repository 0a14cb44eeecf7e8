/** What a log may hold of an error. */
export type ErrorDescription = {
	type: string;
	message: string;
	code?: string;
	stack?: string[];
	cause?: ErrorDescription;
};

const deepestCause = 3;
const longestMessage = 300;

/**
 * An error without anything that a user typed: libraries quote values in their messages, Prisma whole queries. Of a message
 * of several lines the last one stays, which says what is wrong, and what is quoted in it is left out; where it happened stays.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
	if (!(error instanceof Error)) return { type: typeof error, message: withoutQuotes(String(error)) };
	const { code } = error as { code?: unknown };
	const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
	return {
		type: error.name,
		message: withoutQuotes(error.message),
		...(typeof code === 'string' && /^\w{1,40}$/.test(code) && { code }),
		...(stack && { stack: stack.map((line) => line.trim()) }),
		...(error.cause !== undefined && depth < deepestCause && { cause: describeError(error.cause, depth + 1) }),
	};
}

function withoutQuotes(message: string): string {
	const last =
		message
			.trim()
			.split(/[\r\n\u2028\u2029]+/)
			.at(-1) ?? '';
	return last
		.replace(/"[^"]*"?|`[^`]*`?|“[^”]*”?|'[^']*'?|\([^)]*\)?|\{.*|=.*/g, '…')
		.slice(0, longestMessage)
		.trim();
}
