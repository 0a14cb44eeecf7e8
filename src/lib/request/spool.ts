import 'server-only';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';

/** The reason why a body was refused, with its status. */
export class BodyRefused extends Error {
	readonly status: number;

	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

export type SpoolLimits = {
	/** The largest number of bytes, and the message for more. */
	largest: number;
	tooLarge: string;
	/** How long to wait for the next bytes, in milliseconds. */
	idle: number;
};

export type Spooled = { chunks: AsyncIterable<Uint8Array>; remove: () => Promise<void> };

/**
 * Writes the body of a request to a file that only this user can read, so that nothing else waits for a slow sender. `remove`
 * deletes the file. If the server is killed before that, the launcher deletes it.
 */
export async function spool(body: ReadableStream<Uint8Array> | null, limits: SpoolLimits): Promise<Spooled> {
	const file = path.join(await folder(), `${uuidv7()}.upload`);
	const handle = await open(file, 'wx', 0o600);
	const remove = () => rm(file, { force: true });
	try {
		if (body) await copy(body, handle, limits);
	} catch (error) {
		await remove();
		throw error;
	} finally {
		await handle.close();
	}
	const chunks = createReadStream(file);
	return {
		chunks,
		remove: async () => {
			chunks.destroy();
			await remove();
		},
	};
}

async function copy(body: ReadableStream<Uint8Array>, handle: FileHandle, { largest, tooLarge, idle }: SpoolLimits) {
	const reader = body.getReader();
	try {
		for (let bytes = 0; ; ) {
			const { done, value } = await inTime(reader.read(), idle);
			if (done) return;
			bytes += value.length;
			if (bytes > largest) throw new BodyRefused(413, tooLarge);
			await handle.writeFile(value);
		}
	} catch (error) {
		// tells the sender to stop
		void reader.cancel().catch(() => {});
		throw error;
	}
}

async function inTime<Value>(work: Promise<Value>, patience: number): Promise<Value> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		const stalled = `The upload stalled for ${patience / 1_000} seconds. Check the connection and upload the file again.`;
		timer = setTimeout(() => reject(new BodyRefused(408, stalled)), patience);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

let ownFolder: Promise<string> | undefined;

/** The folder that the launcher names, or else one of this process only. */
function folder(): Promise<string> {
	const { UPLOADS_FOLDER } = process.env;
	if (UPLOADS_FOLDER) return Promise.resolve(UPLOADS_FOLDER);
	ownFolder ??= mkdtemp(path.join(tmpdir(), 'minicrm-uploads-'));
	return ownFolder;
}
