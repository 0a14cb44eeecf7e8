import { Zip, ZipDeflate } from 'fflate';

/** A file for an archive, piece by piece. */
export type ZipEntry = { name: string; pieces: AsyncIterable<string> | Iterable<string> };

/** An archive and each of its files are smaller than this, or their sizes would not fit into their places. */
const limit = 2 ** 32;

/** The bytes of a ZIP archive, each piece packed only when the one before it has been taken. */
export async function* zip(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	let packed: Uint8Array[] = [];
	let total = 0;
	const archive = new Zip((error, bytes) => {
		if (error) throw error;
		packed.push(bytes);
	});
	function* taken() {
		for (const bytes of packed) total += bytes.length;
		if (total >= limit) throw new Error('The archive is larger than 4 GB.');
		yield* packed;
		packed = [];
	}
	for await (const { name, pieces } of entries) {
		const file = new ZipDeflate(name);
		file.mtime = at;
		archive.add(file);
		let size = 0;
		for await (const piece of pieces) {
			const bytes = encoder.encode(piece);
			size += bytes.length;
			if (size >= limit) throw new Error('A file of the archive is larger than 4 GB.');
			file.push(bytes);
			yield* taken();
		}
		file.push(new Uint8Array(), true);
		yield* taken();
	}
	archive.end();
	yield* taken();
}
