import 'server-only';
import { getSession, type UserId } from '@/lib/auth/session';
import { Refusal } from '@/lib/errors/errors';
import { mayWrite } from './origin';
import { failed, ownHeaders } from './route';
import { BodyRefused, spool } from './spool';

type Upload = { name: string; chunks: AsyncIterable<Uint8Array> };

/** So many files of an account may be on their way at a time. */
const maxAtOnce = 3;
/** So long, in milliseconds, nothing may come of a file before it is given up. */
const maxIdleMilliseconds = 30_000;

const onTheirWay = new Map<UserId, number>();

/** Files that have come are taken one after another, so that however many there are, they hold one connection. */
let lastTaken: Promise<unknown> = Promise.resolve();

type UploadOptions = { largest: number; tooLarge: string; idle?: number };

/**
 * A POST of one file, whose body is the file and whose name is in the header X-File-Name, escaped. Asks for the origin (403,
 * as the proxy leaves uploads alone), the session (401), the length (413) and how many are on their way (429) before
 * anything of it is read. Nothing waits for the sender: the body is a file of its own before `take` is given its pieces.
 * Errors are `{ message }`.
 */
export function userUpload(
	{ largest, tooLarge, idle = maxIdleMilliseconds }: UploadOptions,
	take: (userId: UserId, upload: Upload) => Promise<unknown>,
) {
	async function taken(userId: UserId, request: Request): Promise<unknown> {
		const spooled = await spool(request.body, { largest, tooLarge, idle });
		const answer = lastTaken.then(() => take(userId, { name: fileName(request), chunks: spooled.chunks }));
		lastTaken = answer.catch(() => {});
		return answer.finally(spooled.remove);
	}
	return async (request: Request): Promise<Response> => {
		// what is still coming of a refused body is not waited for
		const refuse = (status: number, message: string) =>
			Response.json({ message }, { status, headers: { ...ownHeaders, Connection: 'close' } });
		try {
			if (!mayWrite(request)) return refuse(403, 'This request came from another site and was refused.');
			const session = await getSession();
			if (!session) return refuse(401, 'You’ve been signed out. Sign in in a new tab, then try again.');
			if (Number(request.headers.get('content-length') ?? 0) > largest) return refuse(413, tooLarge);
			const { userId } = session;
			const others = onTheirWay.get(userId) ?? 0;
			if (others >= maxAtOnce)
				return refuse(
					429,
					`${maxAtOnce} files are being uploaded already. Wait until one has arrived, then try again.`,
				);
			onTheirWay.set(userId, others + 1);
			try {
				return Response.json(await taken(userId, request), { headers: ownHeaders });
			} finally {
				const left = (onTheirWay.get(userId) ?? 1) - 1;
				if (left > 0) onTheirWay.set(userId, left);
				else onTheirWay.delete(userId);
			}
		} catch (error) {
			if (error instanceof BodyRefused) return refuse(error.status, error.message);
			if (error instanceof Refusal) return refuse(400, error.message);
			// whoever sent it has gone in the middle
			if (request.signal.aborted) return refuse(400, 'The upload was interrupted. Upload the file again.');
			return failed(error, `upload: ${new URL(request.url).pathname}`);
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
