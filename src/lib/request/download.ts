import 'server-only';
import { getSession, type UserId } from '@/lib/auth/session';
import { Refusal } from '@/lib/errors/errors';
import { type SearchParams, searchParamsOf } from '@/lib/list/list-params';
import { failed, ownHeaders } from './route';

/** A file to download: its name, its type, and its pieces, each made only after the one before it was taken. */
export type Download = { name: string; type: string; pieces: AsyncGenerator<string | Uint8Array, undefined> };

type Piece = IteratorResult<string | Uint8Array, undefined>;

/**
 * A GET that the browser of the signed-in user saves as a file: checks the session (401), then sends the file that `find`
 * returns, or 404 if there is none. An error before the first byte is `{ message }`, as in `userRoute`. A later one aborts the download, so that half a
 * file is never taken for a whole one, and Next.js logs it. If the browser disconnects, reading stops.
 */
export function userDownload(find: (userId: UserId, params: SearchParams) => Promise<Download | null>) {
	return async (request: Request): Promise<Response> => {
		const { pathname, search } = new URL(request.url);
		try {
			const session = await getSession();
			if (!session) return Response.json({ message: 'Sign in first.' }, { status: 401, headers: ownHeaders });
			const found = await find(session.userId, searchParamsOf(search));
			if (!found)
				return Response.json({ message: 'This record no longer exists.' }, { status: 404, headers: ownHeaders });
			const { name, type, pieces } = found;
			const saved = { ...ownHeaders, 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` };
			// the body of such an answer is never read, so its reading would never end
			if (request.method === 'HEAD') return new Response(null, { headers: saved });
			const first = await pieces.next();
			const stop = () => void pieces.return(undefined);
			request.signal.addEventListener('abort', stop);
			if (request.signal.aborted) stop();
			return new Response(bodyOf(first, pieces), { headers: saved });
		} catch (error) {
			if (error instanceof Refusal)
				return Response.json({ message: error.message }, { status: 503, headers: ownHeaders });
			return failed(error, `route: ${pathname}`);
		}
	};
}

/** The bytes of a first piece and those after it. */
function bodyOf(first: Piece, pieces: Download['pieces']): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let present: Piece | undefined = first;
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { done, value } = present ?? (await pieces.next());
				present = undefined;
				if (done) controller.close();
				else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
			},
			cancel: async () => void (await pieces.return(undefined)),
		},
		{ highWaterMark: 0 },
	);
}
