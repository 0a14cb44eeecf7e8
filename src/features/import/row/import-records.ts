import { type CsvError, parse } from 'csv-parse';
import type { Encoding } from '../file/encoding';
import { decoderFor } from '../file/file-decoder';

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export type Format = { encoding: Encoding; separator: Separator };

/** A row of a file: the line that it begins in, and its cells as they are written there. */
export type CsvRecord = { line: number; cells: string[] };

/** Why a file cannot be read on from a line. */
export class UnreadableFile extends Error {}

/** A row longer than this is a quote that was not closed, or no table. */
export const maxRecordLength = 1_000_000;

/**
 * The rows of a file, empty ones left out. Rows may have any number of cells, and end with any kind of line break. Fails
 * with UnreadableFile where a quote is not closed, or a row has no end.
 */
export async function* readCsvRecords(chunks: AsyncIterable<Uint8Array>, format: Format): AsyncGenerator<CsvRecord> {
	const { encoding, separator } = format;
	const read: CsvRecord[] = [];
	let line = 1;
	const parser = parse({
		delimiter: separator,
		record_delimiter: ['\r\n', '\n', '\r'],
		relax_column_count: true,
		relax_quotes: true,
		max_record_size: maxRecordLength,
		// kept here and not in the stream, which would lose what was read before a failure
		on_record: (cells: string[]) => {
			if (cells.some((cell) => cell.trim() !== '')) read.push({ line, cells });
			// counted here, as the parser takes the break within a cell for two where it is CR LF
			line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
			return null;
		},
	});
	let failure: unknown;
	parser.on('error', (error) => {
		failure ??= error;
	});
	parser.resume();
	const decoder = decoderFor(encoding);
	for await (const chunk of inPieces(chunks)) {
		const text = decoder.decode(chunk, { stream: true });
		await new Promise<void>((resolve) => parser.write(text, () => resolve()));
		yield* read.splice(0);
		if (failure) throw explained(failure, line);
	}
	await new Promise<void>((resolve) => {
		parser.once('close', resolve);
		parser.end(decoder.decode());
	});
	yield* read.splice(0);
	if (failure) throw explained(failure, line);
}

/** Smaller pieces, so that other requests are answered in between. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const size = 65_536;
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.length; at += size) {
			yield chunk.subarray(at, at + size);
			await new Promise((resolve) => setImmediate(resolve));
		}
	}
}

function explained(error: unknown, line: number): unknown {
	const { code } = error as CsvError;
	if (code === 'CSV_QUOTE_NOT_CLOSED')
		return new UnreadableFile(`A quote that opens in the row of line ${line} is not closed before the file ends.`);
	if (code === 'CSV_MAX_RECORD_SIZE')
		return new UnreadableFile(
			`The row of line ${line} is longer than a million characters. Perhaps a quote in it is not closed.`,
		);
	return error;
}
