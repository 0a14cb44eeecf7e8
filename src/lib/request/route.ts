import 'server-only';
import type { z } from 'zod';
import { getSession, type UserId } from '@/lib/auth/session';
import { Refusal, reportedMessage } from '@/lib/errors/errors';
import { busySeconds, isBusy } from '@/lib/operations/busy';
import { parseInput } from './validation';

/** The headers of a response with the account's data, which must not be cached. */
export const ownHeaders = { 'Cache-Control': 'private, no-store' };

/**
 * A GET for the signed-in user: checks the session (401), parses the query strictly (400), then returns the result of `read` as
 * JSON. Errors are `{ message }`; an unexpected one (500) contains an id.
 */
export function userRoute<Schema extends z.ZodType>(
	schema: Schema,
	read: (userId: UserId, query: z.output<Schema>) => Promise<unknown>,
) {
	return async (request: Request): Promise<Response> => {
		try {
			const session = await getSession();
			if (!session) return Response.json({ message: 'Sign in first.' }, { status: 401, headers: ownHeaders });
			const parsed = parseInput(schema, Object.fromEntries(new URL(request.url).searchParams));
			if (!parsed.ok)
				return Response.json(
					{ message: parsed.message, fieldErrors: parsed.fieldErrors },
					{ status: 400, headers: ownHeaders },
				);
			return Response.json(await read(session.userId, parsed.data), { headers: ownHeaders });
		} catch (error) {
			if (error instanceof Refusal)
				return Response.json({ message: error.message }, { status: 400, headers: ownHeaders });
			return failed(error, `route: ${new URL(request.url).pathname}`);
		}
	};
}

/** The response to an unexpected error: 503 with `Retry-After` if no connection was free, otherwise 500. */
export function failed(error: unknown, where: string): Response {
	const message = reportedMessage(error, where);
	return isBusy(error)
		? Response.json({ message }, { status: 503, headers: { ...ownHeaders, 'Retry-After': String(busySeconds) } })
		: Response.json({ message }, { status: 500, headers: ownHeaders });
}
