import 'server-only';
import type { z } from 'zod';
import { getSession, type UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { failed, ownHeaders } from './route';
import { parseInput } from './validation';

/** As much as the browser sends of a page that is closed is 64 kB; a page that stays can send more. In characters. */
const maxBodyLength = 200_000;

/**
 * A POST of JSON by the signed-in user, for what must reach the server while its page goes: no Server Action does. It checks the
 * session (401), the length (413) and the body strictly (400), runs the mutation in one transaction that makes no change set, and
 * answers what that returns. Errors are `{ message }`. The proxy has checked the origin.
 */
export function userPost<Schema extends z.ZodType>(
	schema: Schema,
	mutate: (tx: Tx, userId: UserId, input: z.output<Schema>) => Promise<unknown>,
) {
	const refuse = (status: number, message: string) => Response.json({ message }, { status, headers: ownHeaders });
	return async (request: Request): Promise<Response> => {
		try {
			const session = await getSession();
			if (!session) return refuse(401, 'Sign in first.');
			if (Number(request.headers.get('content-length') ?? 0) > maxBodyLength) return refuse(413, 'Send less at once.');
			const body = await request.text();
			if (body.length > maxBodyLength) return refuse(413, 'Send less at once.');
			const parsed = parseInput(schema, parseJson(body));
			if (!parsed.ok) return refuse(400, Object.values(parsed.fieldErrors)[0] ?? parsed.message);
			const answer = await db.$transaction((tx) => mutate(tx, session.userId, parsed.data));
			return Response.json(answer, { headers: ownHeaders });
		} catch (error) {
			if (error instanceof Refusal) return refuse(400, error.message);
			if (request.signal.aborted) return refuse(400, 'The request was interrupted.');
			return failed(error, `route: ${new URL(request.url).pathname}`);
		}
	};
}

function parseJson(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}
