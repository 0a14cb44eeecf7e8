import { expect, test } from 'vitest';
import { readCsvRecords, UnreadableFile } from '../row/import-records';
import { EncodingDetector } from './encoding';
import { guessSettings } from './guess-columns';

/** What is guessed of a file, with its fields by the names of their columns. */
async function guess(content: string | Uint8Array, locale = 'en-US') {
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	const detector = new EncodingDetector();
	detector.push(bytes);
	const encoding = detector.end();
	if (!encoding) return null;
	const settings = await guessSettings(bytes, encoding, { locale, currency: 'VND', fields: [] });
	const rows: string[][] = [];
	for await (const { line, cells } of readCsvRecords(once(bytes), settings))
		if (line >= settings.headerLine) rows.push(cells);
	const [header = [], ...others] = rows;
	const fields = Object.fromEntries(
		settings.targets.flatMap((target, column) => (target && 'field' in target ? [[header[column], target.field]] : [])),
	);
	return { ...settings, fields, rows: others };
}

async function* once(bytes: Uint8Array) {
	yield bytes;
}

const utf16 = (text: string, { big = false, mark = true } = {}) => {
	const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
	return big ? bytes.swap16() : bytes;
};

test('LinkedIn: under lines of notes', async () => {
	const found = await guess(
		'Notes:\n"When exporting, some addresses may be missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nÁnh,Đặng,https://example.com/anh,anh@example.com,Hoa Sen,Kế toán,01 Jan 2026\n',
	);
	expect(found).toMatchObject({
		source: 'LinkedIn Connections',
		kind: 'contacts',
		headerLine: 4,
		fields: {
			'First Name': 'firstName',
			'Last Name': 'lastName',
			'Email Address': 'email',
			Company: 'company',
			Position: 'jobTitle',
		},
	});
	expect(found?.rows).toHaveLength(1);
});

test.each([
	['somebody’s address', 'Đặng Thị Ánh,anh@example.com,Hoa Sen\nLê Nam,nam@example.com,Đông Á\n', 0],
	['somebody’s number', 'Đặng Thị Ánh,+84 90 123 45 67,Hoa Sen\nLê Nam,0912345678,\n', 0],
	['names that nobody knows', 'Ai,Đâu,Bao giờ\nanh@example.com,Hoa Sen,mai\n', 1],
	['one name that is known', 'Điện thoại,anh@example.com\n0912345678,Hoa Sen\n', 1],
	['a title above a table', 'Danh bạ 0912345678\n\nAi,Đâu\nLê Nam,Hoa Sen\nĐặng Ánh,Đông Á\n', 3],
])('a file that begins with %s', async (_, text, headerLine) => {
	expect(await guess(text)).toMatchObject({ headerLine, ...(headerLine === 0 && { kind: 'contacts' }) });
});

test.each([
	[
		'Google Contacts',
		'contacts',
		'First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value',
		{
			'E-mail 1 - Label': 'emailLabel',
			'E-mail 1 - Value': 'email',
			'Phone 1 - Label': 'phoneLabel',
			'Phone 1 - Value': 'phone',
			'Organization Name': 'company',
			'Organization Title': 'jobTitle',
			Labels: 'tags',
		},
	],
	[
		'Outlook',
		'contacts',
		'First Name,Middle Name,Last Name,Title,Suffix,Company,Department,Job Title,E-mail Address,Business Phone,Mobile Phone',
		{ 'Job Title': 'jobTitle', 'E-mail Address': 'email', 'Business Phone': 'phone', 'Mobile Phone': 'phone' },
	],
	[
		'HubSpot',
		'contacts',
		'Record ID,First Name,Last Name,Email,Phone Number,Associated Company',
		{ 'Associated Company': 'company', 'Phone Number': 'phone' },
	],
	[
		'HubSpot',
		'companies',
		'Record ID,Company name,Company Domain Name,Industry',
		{ 'Company name': 'name', 'Company Domain Name': 'website', Industry: 'industry' },
	],
	[
		'Pipedrive',
		'contacts',
		'Person - Name,Person - Email,Person - Phone,Organization - Name',
		{ 'Person - Name': 'name', 'Person - Email': 'email', 'Organization - Name': 'company' },
	],
	[
		'Pipedrive',
		'deals',
		'Deal - Title,Deal - Value,Deal - Stage,Deal - Organization',
		{ 'Deal - Title': 'name', 'Deal - Value': 'value', 'Deal - Stage': 'stage', 'Deal - Organization': 'company' },
	],
	[
		'Salesforce',
		'companies',
		'"ID","ISDELETED","MASTERRECORDID","NAME","BILLINGSTREET","BILLINGCITY","PHONE","WEBSITE"',
		{ NAME: 'name', BILLINGCITY: 'city', WEBSITE: 'website' },
	],
	[
		'Atomic CRM',
		'contacts',
		'first_name,last_name,title,first_seen,last_seen,company,email_work,phone_work',
		{ first_name: 'firstName', title: 'jobTitle', company: 'company', email_work: 'email' },
	],
	[
		'MiniCRM',
		'contacts',
		'Contact name,Company name,Job title,Email,Phone,Decision maker,Authority level,Stay in touch,Notes,Tags,Last contact,Created',
		{
			'Contact name': 'name',
			'Company name': 'company',
			'Decision maker': 'isDecisionMaker',
			'Stay in touch': 'rhythm',
		},
	],
	[
		null,
		'contacts',
		'Họ và tên,Công ty,Chức vụ,Điện thoại,Thư điện tử',
		{ 'Họ và tên': 'name', 'Công ty': 'company', 'Chức vụ': 'jobTitle', 'Điện thoại': 'phone', 'Thư điện tử': 'email' },
	],
])('%s, %s', async (source, kind, header, fields) => {
	const cells = header.split(',').map((_, column) => `x${column}`);
	const found = await guess(`${header}\n${cells.join(',')}\n`);
	expect(found).toMatchObject({ source, kind, headerLine: 1 });
	expect(found?.fields).toMatchObject(fields);
	// the salutation, and what Outlook calls a suffix, are none of ours
	for (const name of ['Title', 'Suffix', 'Record ID', 'Last contact']) expect(found?.fields[name]).toBeUndefined();
});

const vietnamese = 'Tên công ty;Địa chỉ\nThủy sản Bình Minh;12 Lê Lợi\nNội thất Hoa Sen;Đường Nguyễn Huệ\n';

/** As windows-1258 writes it: vowels with their own accents, tones behind them. */
const windows1258 = Buffer.from(
	'54EA6E2063F46E6720' +
		'7479;D0ECA2'.slice(0, 4) +
		'0A' +
		'5468F5D2792073D26E2042ECCC6E68204D696E680A4E67757EEADE6E2048F5EA0A',
	'hex',
);

test.each([
	['UTF-8 with a mark', Buffer.from(`\uFEFF${vietnamese}`), 'utf-8'],
	['UTF-8 without', Buffer.from(vietnamese), 'utf-8'],
	['UTF-16, little endian', utf16(vietnamese), 'utf-16le'],
	['UTF-16, big endian', utf16(vietnamese, { big: true }), 'utf-16be'],
])('%s', async (_, bytes, encoding) => {
	const found = await guess(bytes);
	expect(found).toMatchObject({ encoding, separator: ';', kind: 'companies' });
	expect(found?.fields).toEqual({ 'Tên công ty': 'name', 'Địa chỉ': 'address' });
	expect(found?.rows[0]).toEqual(['Thủy sản Bình Minh', '12 Lê Lợi']);
});

test('UTF-16 without a mark, of Latin letters', async () => {
	expect(await guess(utf16('Company name,City\nAcme,Paris\n', { mark: false }))).toMatchObject({
		encoding: 'utf-16le',
	});
});

test('a Windows file: Vietnamese by the tones behind its vowels, otherwise Western', async () => {
	const detect = (bytes: Uint8Array) => {
		const detector = new EncodingDetector();
		detector.push(bytes);
		return detector.end();
	};
	expect(detect(windows1258)).toBe('windows-1258');
	expect(detect(Buffer.from('Company name;Straße\nMüller & Söhne;Größe\nÉtienne;Prévôt\n', 'latin1'))).toBe(
		'windows-1252',
	);
});

test.each([
	['comma', ','],
	['semicolon', ';'],
	['tab', '\t'],
	['vertical bar', '|'],
])('a %s between the columns', async (_, separator) => {
	const lines = [
		['Company name', 'Address', 'Notes'],
		['Hoa Sen', '"1, Lê Lợi; Q1"', 'a'],
		['Sao Mai', '', 'b, c'],
	];
	const found = await guess(
		lines.map((cells) => cells.join(separator === ',' && cells[2] === 'b, c' ? ',' : separator)).join('\r\n'),
	);
	expect(found).toMatchObject({ separator });
});

test.each([
	['31/12/2026', 'dmy'],
	['12/31/2026', 'mdy'],
	['2026-12-31', 'ymd'],
])('the order of a date such as %s', async (day, dayOrder) => {
	expect(await guess(`Deal name,Company name,Deal value,Close date\nKho,Hoa Sen,5,${day}\n`)).toMatchObject({
		kind: 'deals',
		dayOrder,
	});
});

test.each([
	['Deal name,Company name,Notes', 'deals'],
	['Deal name,Company name,Contact name', 'deals'],
	['First name,Last name,Email,Deal name', 'deals'],
	['Contact name,Company name', 'contacts'],
])('what %s are the names of', async (header, kind) => {
	expect(await guess(`${header}\nKho lạnh,Hoa Sen,Lê Nam,x\n`)).toMatchObject({ kind });
});

test('a picture is no text', async () => {
	expect(await guess(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49]))).toBeNull();
});

test('lines are counted over quoted breaks, empty lines and every kind of break', async () => {
	const text = 'a,b\r\n1,"x\ny"\r\n\r\n2,z\r3,w\n"4","q\r\nr"\n5,end';
	const lines: number[] = [];
	for await (const { line } of readCsvRecords(once(Buffer.from(text)), { encoding: 'utf-8', separator: ',' }))
		lines.push(line);
	expect(lines).toEqual([1, 2, 5, 6, 7, 9]);
});

test('what was read before an unclosed quote is there, and then its line is named', async () => {
	const read = readCsvRecords(once(Buffer.from('a,b\n1,2\n"x,3\n4,5\n')), { encoding: 'utf-8', separator: ',' });
	const rows: string[][] = [];
	await expect(async () => {
		for await (const { cells } of read) rows.push(cells);
	}).rejects.toThrow(new UnreadableFile('A quote that opens in the row of line 3 is not closed before the file ends.'));
	expect(rows).toEqual([
		['a', 'b'],
		['1', '2'],
	]);
});
