import { expect, test } from 'vitest';
import { EncodingDetector } from './file/encoding';
import { columnNames, sampleRecords } from './file/file-sample';
import { guessAgain, guessSettings } from './file/guess-columns';
import type { ImportSettings } from './import-settings';
import { FileFindings } from './row/file-findings';
import { readCsvRecords } from './row/import-records';
import { readRow } from './row/import-row';
import { importedFields } from './row/imported-fields';

/** Files whose rows, or the names of whose columns, grow with `n`. */
const hostile: Record<string, (n: number) => string> = {
	'emails in one cell': (n) => `Name,Company,Email\nLan,Hoa Sen,${many(n, (at) => `a${at}@example.com`).join(';')}\n`,
	'phones in one cell': (n) => `Name,Company,Phone\nLan,Hoa Sen,${many(n, (at) => `+84 90 ${at}`).join(' ::: ')}\n`,
	'tags in one cell': (n) => `Name,Company,Tags\nLan,Hoa Sen,"${many(n, (at) => `tag ${at}`).join(',')}"\n`,
	'separators and nothing between them': (n) =>
		`Name,Company,Email,Tags\nLan,Hoa Sen,"${';'.repeat(n)}","${','.repeat(n)}"\n`,
	'columns of one name': (n) =>
		`Name,Company${',Note to keep'.repeat(n)}\nLan,Hoa Sen${many(n, (at) => `,${at}`).join('')}\n`,
	'more cells than columns': (n) => `Name,Company\nLan,Hoa Sen${',x'.repeat(n)}\n`,
	'a long name of a column': (n) => `Name,Company,${'Email '.repeat(n)}\nLan,Hoa Sen,lan@example.com\n`,
	'a column’s name behind spaces': (n) => `Name,Company,${' '.repeat(n)}x\nLan,Hoa Sen,lan@example.com\n`,
	'accents over one letter': (n) => `Name,Company,Email\nL${'\u0301'.repeat(n)}${'\u0323'.repeat(n)},Hoa Sen,\n`,
	'accents in the name of a column': (n) => `Name,Company,E${'\u0301'.repeat(n)}${'\u0323'.repeat(n)}\nLan,Hoa Sen,x\n`,
	'accents in a mark': (n) => `Name,Company,Decision maker\nLan,Hoa Sen,y${'\u0301'.repeat(n)}${'\u0323'.repeat(n)}\n`,
	'accents in an amount': (n) =>
		`Deal name,Company,Deal value\nPump,Hoa Sen,1${'\u0301'.repeat(n)}${'\u0323'.repeat(n)}\n`,
	'digits of an amount': (n) => `Deal name,Company,Deal value\nPump,Hoa Sen,${'1'.repeat(n)}!\n`,
	'a close date': (n) => `Deal name,Company,Close date\nPump,Hoa Sen,${'1/'.repeat(n)}\n`,
	'a size': (n) =>
		`Company name,Size,Website,Address\nHoa Sen,${'1,'.repeat(n)},${'a.'.repeat(n)},${'\u2028 '.repeat(n)}\n`,
	'what is almost an email': (n) => `${'@'.repeat(n)},Lan,Hoa Sen\nLan,Minh,Hoa Sen\n`,
	'what is almost a phone': (n) => `Name,Company,Phone\nLan,Hoa Sen,${'+1 ('.repeat(n)}!\n`,
	'a stage': (n) => `Deal name,Company,Stage\nPump,Hoa Sen,${'Won '.repeat(n)}\n`,
	'stages of many names': (n) =>
		`Deal name,Company,Stage\n${many(Math.ceil(n / 4), (at) => `Pump,Hoa Sen,Step ${at}`).join('\n')}\n`,
	'a day in words': (n) =>
		`Deal name,Company,Closed\nPump,Hoa Sen,${'ngày 20 tháng '.repeat(n)}\nPump,Hoa Sen,${'20-'.repeat(n)}\n`,
	'numbers and addresses of a contact person': (n) =>
		`Company name,MST,Contact person,Contact phone,Contact email\nHoa Sen,1,Lan,${'0912345678/'.repeat(n)},${'a@b.example.com '.repeat(n)}\n`,
	quotes: (n) => `Name,Company\nLan,Hoa ${'"'.repeat(n)}\n`,
	'lines in a cell': (n) => `Name,Company,Notes\nLan,Hoa Sen,"${'\n'.repeat(n)}"\n`,
};

test.each(Object.entries(hostile))(
	'%s: eight times as much takes no more than linear work',
	{ timeout: 60_000 },
	async (_, file) => {
		await work(file(500));
		const small = await quickest(file(2_000));
		const large = await quickest(file(16_000));
		// linear is 8, a square would be 64; what takes no time at all says nothing
		expect(large / Math.max(small, 2)).toBeLessThan(30);
	},
);

test('of five thousand stages with other names a hundred are asked about', async () => {
	const settings = await guessSettings(Buffer.from('Deal name,Company,Stage\nPump,Hoa Sen,Step\n'), 'utf-8', owner);
	const found = new FileFindings(settings, { byColumn: [], room: { left: 0 } });
	for (let at = 0; at < 5_000; at++) found.add(['Pump', 'Hoa Sen', `Step ${at} ${'x'.repeat(1_000)}`]);
	for (let at = 0; at < 5_000; at++) found.add(['Pump', 'Hoa Sen', `Step ${at}`]);
	expect(found.report(['Deal name', 'Company', 'Stage']).stages).toHaveLength(100);
});

test.each([0x61, 0xc3, 0xe9, 0xff, 0x80, 0])('the encoding of 50 MB of the byte %i is found in seconds', (byte) => {
	const detector = new EncodingDetector();
	const piece = new Uint8Array(1_000_000).fill(byte);
	const begun = process.threadCpuUsage();
	for (let at = 0; at < 50; at++) detector.push(piece);
	detector.end();
	const { user, system } = process.threadCpuUsage(begun);
	expect((user + system) / 1_000).toBeLessThan(8_000);
});

test('a cell with too many values says so in the row’s report', async () => {
	const rows = await work(`Name,Company,Email\nLan,Hoa Sen,${many(8_000, (at) => `a${at}@example.com`).join(';')}\n`);
	expect(rows).toMatchObject([
		{
			ok: false,
			refusal: { line: 2, field: 'Email', reason: 'This cell has 8,000 values. Use at most 50 values in a cell.' },
		},
	]);
});

test('fifty values of a cell are kept, each under a name', async () => {
	const values = many(50, (at) => `a${at}@example.com`);
	const [row] = await work(`Name,Company,Email\nLan,Hoa Sen,${values.join(';')}\n`);
	expect(row).toMatchObject({ ok: true, row: { email: 'a0@example.com' } });
	if (!row?.ok) return;
	// as many as a record can have are its own, the others custom fields
	const points = row.row.points.map(({ value }) => value);
	expect(points).toHaveLength(20);
	expect(new Set([...points, ...Object.values(row.row.metadata)])).toEqual(new Set(values));
	expect(Object.keys(row.row.metadata)).toHaveLength(30);
	expect(row.row.metadata).toMatchObject({ Email: 'a20@example.com', 'Email 30': 'a49@example.com' });
});

test('a long name of a column is not cut within a character', async () => {
	const name = `${'x'.repeat(59)}😀😀`;
	const [row] = await work(`Name,Company,Title,${name}\nLan,Hoa Sen,skipper,sailing\n`, (each) => ({
		...each,
		targets: [{ field: 'name' }, { field: 'company' }, { field: 'jobTitle' }, { field: 'jobTitle' }],
	}));
	expect(row).toMatchObject({ ok: true, row: { metadata: { ['x'.repeat(59)]: 'sailing' } } });
});

const many = (n: number, make: (at: number) => string) => Array.from({ length: n }, (_, at) => make(at));

const owner = { currency: 'VND', locale: 'vi-VN', fields: [] };

type Change = (settings: ImportSettings) => ImportSettings;

/** Guesses, reads and parses a file, as an upload and a check do. */
async function work(content: string, change: Change = (settings) => settings) {
	const bytes = Buffer.from(content);
	const guessed: ImportSettings = { ...(await guessSettings(bytes, 'utf-8', owner)), separator: ',', headerLine: 1 };
	const { records } = await sampleRecords(bytes, guessed);
	const sampled = records.slice(1).map(({ cells }) => cells);
	const settings = change(
		guessAgain({ settings: guessed, header: columnNames(records, 1) ?? [], rows: sampled }, owner),
	);
	const custom = importedFields(settings.targets, settings.kind, []) ?? { byColumn: [], room: { left: 0 } };
	const rows: ReturnType<typeof readRow>[] = [];
	let header: string[] | undefined;
	for await (const record of readCsvRecords(once(bytes), settings)) {
		if (header) rows.push(readRow(record, { header, settings, custom, ...owner, timeZone: 'Asia/Ho_Chi_Minh' }));
		header ??= columnNames([record], record.line) ?? [];
	}
	return rows;
}

/** The processor time of the quickest of three, in milliseconds. */
async function quickest(content: string): Promise<number> {
	const times: number[] = [];
	for (let attempt = 0; attempt < 3; attempt++) {
		const begun = process.threadCpuUsage();
		await work(content);
		const { user, system } = process.threadCpuUsage(begun);
		times.push((user + system) / 1_000);
	}
	return Math.min(...times);
}

async function* once(bytes: Uint8Array) {
	yield bytes;
}
