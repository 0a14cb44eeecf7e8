import 'server-only';
import { getSession, type UserId } from '@/lib/auth/session';
import { Refusal } from '@/lib/errors/errors';
import { mayWrite } from './origin';
import { failed, ownHeaders } from './route';
import { BodyRefused, spool } from './spool';

type Upload = { name: string; chunks: AsyncIterable<Uint8Array> };

/** The number of files that an account can upload at the same time. */
const maxAtOnce = 3;
/** How long an upload can pause, in milliseconds, before it is given up. */
const maxIdleMilliseconds = 30_000;

const onTheirWay = new Map<UserId, number>();

/** Uploaded files are processed one after another, so that together they hold only one connection. */
let lastTaken: Promise<unknown> = Promise.resolve();

type UploadOptions = { largest: number; tooLarge: string; idle?: number };

/**
 * A POST of one file: its body is the file, and the header X-File-Name has the escaped name. Checks the origin (403, as the
 * proxy skips uploads), the session (401), the length (413) and the number of running uploads (429) before it reads the
 * body. Nothing waits for the sender: the whole body is in a file before `take` gets its pieces.
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
		// the rest of a refused body is not awaited
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
			// the sender has left before the end
			if (request.signal.aborted) return refuse(400, 'The upload was interrupted. Upload the file again.');
			return failed(error, `upload: ${new URL(request.url).pathname}`);
		}
	};
}

/** The file's name for display, without characters that no file name has. */
function fileName(request: Request): string {
	const sent = request.headers.get('x-file-name') ?? '';
	let name = '';
	try {
		name = decodeURIComponent(sent);
	} catch {
		// not escaped correctly, so the file has no name
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
