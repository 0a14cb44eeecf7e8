import 'server-only';
import { Refusal, reportError, unexpectedMessage } from '@/lib/errors';
import { mayWrite } from '@/lib/origin';
import { ownHeaders } from '@/lib/route';
import { getSession, type UserId } from '@/lib/session';

type Upload = { name: string; chunks: AsyncIterable<Uint8Array> };

/**
 * A POST of one file, whose body is the file and whose name is in the header X-File-Name, escaped. Asks for the origin (403,
 * as the proxy leaves uploads alone), the session (401) and the length (413), before anything of it is read; errors are
 * `{ message }`.
 */
export function userUpload(
	largest: number,
	tooLarge: string,
	take: (userId: UserId, upload: Upload) => Promise<unknown>,
) {
	return async (request: Request): Promise<Response> => {
		const refuse = (status: number, message: string) => Response.json({ message }, { status, headers: ownHeaders });
		try {
			if (!mayWrite(request)) return refuse(403, 'This request came from another site and was refused.');
			const session = await getSession();
			if (!session) return refuse(401, 'You have been signed out. Sign in again in another tab, then try again.');
			if (Number(request.headers.get('content-length') ?? 0) > largest) return refuse(413, tooLarge);
			const chunks = (request.body ?? []) as AsyncIterable<Uint8Array>;
			return Response.json(await take(session.userId, { name: fileName(request), chunks }), { headers: ownHeaders });
		} catch (error) {
			if (error instanceof Refusal) return refuse(400, error.message);
			// whoever sent it has gone in the middle
			if (request.signal.aborted) return refuse(400, 'The file did not arrive whole.');
			return refuse(500, unexpectedMessage(reportError(error, `upload: ${new URL(request.url).pathname}`)));
		}
	};
}

/** The file's name for showing, without what no name has. */
function fileName(request: Request): string {
	const sent = request.headers.get('x-file-name') ?? '';
	let name = '';
	try {
		name = decodeURIComponent(sent);
	} catch {
		// not escaped as it should be: it goes without
	}
	return (
		name
			.toWellFormed()
			.normalize('NFC')
			.replace(/[\p{Cc}/\\]+/gu, ' ')
			.trim()
			.slice(0, 200) || 'file.csv'
	);
}
