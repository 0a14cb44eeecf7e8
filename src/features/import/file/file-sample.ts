import { metadataLimits } from '@/domain/custom-fields/metadata';
import { cutText, requiredLine } from '@/lib/text/text';
import { type CsvRecord, type Format, readCsvRecords, separators, UnreadableFile } from '../row/import-records';
import { headerSearched, likeliestHeader, likeliestSeparator, maxColumns } from './file-shape';
import { knownNames } from './known-headers';

/** The rows at the beginning of a file that decide its format and are shown as a preview. */
const sampledRows = 60;
/** The bytes in which these rows are looked for. */
const sampledBytes = 512_000;

/** How a file is written, found out by itself, and changeable. */
export type Shape = Format & {
	/** The line with the names of the columns; 0 if they have none. */
	headerLine: number;
};

/** The first rows of a file in a format, with what is in the way of reading it, if anything is. */
export async function sampleRecords(
	start: Uint8Array,
	format: Format,
): Promise<{ records: CsvRecord[]; problem?: string }> {
	const records: CsvRecord[] = [];
	try {
		for await (const record of readCsvRecords(once(start.subarray(0, sampledBytes)), format)) {
			records.push(record);
			if (records.length === sampledRows) break;
		}
	} catch (error) {
		// a row that is cut off by the end of the sample is no defect of the file
		if (!(error instanceof UnreadableFile)) throw error;
		if (start.length <= sampledBytes || records.length === 0) return { records, problem: error.message };
	}
	return { records };
}

/** Finds out how a file is written, by its first bytes and the encoding that all of them have. */
export async function likeliestShape(start: Uint8Array, encoding: Format['encoding']): Promise<Shape> {
	const rows = new Map<string, CsvRecord[]>();
	for (const separator of separators)
		rows.set(separator, (await sampleRecords(start, { encoding, separator })).records);
	const separator = likeliestSeparator((each) => rows.get(each) ?? []);
	const records = rows.get(separator) ?? [];
	return { encoding, separator, headerLine: likeliestHeaderLine(records) };
}

function likeliestHeaderLine(records: CsvRecord[]): number {
	const [first] = records;
	const header = records[likeliestHeader(records, knownNames)];
	if (!first || !header) return 1;
	const isNamed =
		knownNames(header.cells) > 0 || first.cells.length !== header.cells.length || !isOfSomebody(first.cells);
	return isNamed ? header.line : 0;
}

/** Whether a row contains an email address or phone number, which no column is named after. */
const isOfSomebody = (cells: string[]) =>
	cells.some((cell) => {
		const text = cell.trim();
		// longer is neither, and the first pattern takes as long as the square of the length
		return text.length <= 254 && (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) || /^\+?[\d\s().-]{8,}$/.test(text));
	});

/** The longest part of a column's name that is shown, sent and stored. */
const maxNameLength = 200;

/** The names of a table's columns, made up where no line has them; undefined where it has no such line. */
export function columnNames(records: CsvRecord[], headerLine: number): string[] | undefined {
	if (headerLine === 0) return records[0]?.cells.map((_, column) => `Column ${column + 1}`);
	return records.find(({ line }) => line === headerLine)?.cells.map(tidyName);
}

/** Without what neither the database nor a form takes. */
const tidyName = (name: string) =>
	cutText(
		cutText(name, 10 * maxNameLength)
			.replaceAll('\0', '')
			.trim(),
		maxNameLength,
	);

const fieldName = requiredLine('A field’s name', metadataLimits.key);

/** The name of a column's custom field: that of the column, if it is valid for a field. */
export function customFieldName(name: string, column: number): string {
	return fieldName.safeParse(cutText(name, metadataLimits.key)).data ?? `Column ${column + 1}`;
}

/** The rows that could be the names of the columns. */
export const possibleHeaders = (records: CsvRecord[]) => records.slice(0, headerSearched);

/** The problem with a table that is clear before any row is read, or null. */
export function tableProblem(records: CsvRecord[], headerLine: number): string | null {
	const names = columnNames(records, headerLine);
	if (!names) return 'There is nothing in this file but empty lines.';
	if (names.length > maxColumns)
		return `This file has ${names.length} columns; at most ${maxColumns} can be read. Remove those that are not needed.`;
	return null;
}

async function* once(bytes: Uint8Array) {
	yield bytes;
}
