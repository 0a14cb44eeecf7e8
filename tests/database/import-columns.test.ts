import { beforeEach, describe, expect, test } from 'vitest';
import type { ImportSettings } from '@/features/import/import-settings';
import { changeImport } from '@/features/import/server/import-mutations';
import { getImport } from '@/features/import/server/import-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { check, inSet, run, upload } from '../support/import-files';
import { importedCompanies, importedContacts } from '../support/imported-records';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const lines = (...all: string[]) => all.join('\r\n');

describe('the kind of a file', () => {
	test.each([
		[
			'a company list with addresses',
			'companies',
			'Tên công ty,Email,Điện thoại,Địa chỉ',
			'Công ty TNHH Sao Mai,a@saomai.example.com,02438001234,Huế',
		],
		[
			'the same in another order',
			'companies',
			'Email,Địa chỉ,SĐT,Tên doanh nghiệp',
			'a@saomai.example.com,Huế,02438001234,Sao Mai',
		],
		['its English twin', 'companies', 'Email,Website,Company name', 'info@elm.example.com,elm.example.com,Elm Ltd'],
		[
			'a registry',
			'companies',
			'Mã số thuế,Tên công ty,Người đại diện,Địa chỉ trụ sở',
			'0300000009,CÔNG TY CỔ PHẦN LÚA,Võ Hà,Cần Thơ',
		],
		[
			'names beside those of companies',
			'contacts',
			'Name,Company name,Phone,Email',
			'Tom Ash,Elm Ltd,0912345670,tom@elm.example.com',
		],
		['the same in Vietnamese', 'contacts', 'Tên khách hàng,Đơn vị,SĐT', 'Võ Hà,Công ty Lúa,0912345670'],
		[
			'Odoo’s names',
			'contacts',
			'Name,Company Name,Phone,Mobile,Email',
			"Tom Ash,Elm Ltd,'+84 24 3800 0001,,tom@elm.example.com",
		],
		['people with mailboxes', 'contacts', 'Name,Email', 'Tom Ash,tom.ash@orange.fr'],
		['customers who are people', 'contacts', 'Tên khách hàng,Điện thoại', 'Nguyễn Văn Kha,0912345670'],
		['customers that are companies', 'companies', 'Tên khách hàng,Điện thoại', 'Công ty Lúa,0912345670'],
		['addresses and nothing else', 'contacts', 'email', 'tom.ash@elm.example.com'],
		['names that are rare', 'contacts', 'Person,Firm,Mail', 'Tom Ash,Elm Ltd,tom@elm.example.com'],
		[
			'Salesforce opportunities by their API names',
			'deals',
			'Name,StageName,CloseDate,Amount',
			'Pump,Prospecting,2026-12-01,5',
		],
		['deals in Vietnamese', 'deals', 'Tên cơ hội;Khách hàng;Giá trị (VNĐ);Giai đoạn', 'Máy bơm;Công ty Lúa;5;Báo giá'],
	])('%s: %s', async (_, kind, header, row) => {
		const { settings } = await upload(lan, lines(header, row));
		expect(settings.kind).toBe(kind);
	});

	test.each([
		[
			'Pipedrive’s',
			'Activity - Subject,Activity - Type,Activity - Due date,Deal - Title,Person - Name',
			'Call,Call,2026-03-04,Pump,Tom Ash',
		],
		['a task list', 'Subject,Due date,Contact name', 'Call,2026-03-04,Tom Ash'],
	])('activities are refused as a whole: %s', async (_, header, row) => {
		await expect(upload(lan, lines(header, row))).rejects.toThrow('This file has activities');
		expect(await db.dataImport.count({ where: { userId: lan } })).toBe(0);
	});

	test('vCards are refused, with what to do', async () => {
		await expect(upload(lan, lines('BEGIN:VCARD', 'VERSION:3.0', 'FN:Tom Ash', 'END:VCARD'))).rejects.toThrow(
			'vCards can’t be imported yet.',
		);
	});
});

describe('the kind is changed', () => {
	const file = lines('Tên công ty,Email,Điện thoại,Ghi chú riêng', 'Sao Mai,a@saomai.example.com,02438001234,x');
	const change = async (id: string, settings: ImportSettings) => {
		await inSet((tx) => changeImport(tx, lan, { id, settings }));
		const found = await getImport(lan, id);
		if (!found) throw new Error('The import is gone.');
		return found.settings;
	};
	const fieldOf = ({ targets }: ImportSettings) =>
		targets.map((target) => (target && 'field' in target ? target.field : target));

	test('and the columns are guessed anew, to each kind and back', async () => {
		const { id, settings } = await upload(lan, file);
		expect(fieldOf(settings)).toEqual(['name', 'email', 'phone', null]);
		const people = await change(id, { ...settings, kind: 'contacts' });
		expect(fieldOf(people)).toEqual(['company', 'email', 'phone', null]);
		expect(people.withoutCompany).toBe('person');
		const deals = await change(id, { ...people, kind: 'deals' });
		expect(fieldOf(deals)).toEqual(['company', 'contactEmail', 'contactPhone', null]);
		expect(deals).toMatchObject({ withoutCompany: 'person', duplicates: { name: 'skip' } });
		expect(fieldOf(await change(id, { ...deals, kind: 'companies' }))).toEqual(['name', 'email', 'phone', null]);
	});

	test('and what was mapped by hand stays where the other kind has it, and comes back with its own', async () => {
		const { id, settings } = await upload(lan, file, {});
		const own = { create: { name: 'Zalo', type: 'text' as const } };
		const mapped = { ...settings, targets: [{ field: 'tags' }, { field: 'name' }, null, own] };
		const deals = await change(id, { ...mapped, kind: 'deals' });
		// deals have no tags; the name of the company is in the column that was chosen
		expect(deals.targets).toEqual([null, { field: 'company' }, null, own]);
		expect(deals.unmapped).toEqual(['Tên công ty']);
		const back = await change(id, { ...deals, kind: 'companies' });
		expect(back.targets).toEqual(mapped.targets);
		expect(back.unmapped).toBeUndefined();
	});

	test('or the separator, which makes other columns: those of the same name stay as they were mapped, the others are named', async () => {
		const both = lines('Tên công ty,Mã;Nhóm,Riêng', 'Sao Mai,1;A,x', 'Hoa Sen,2;B,y');
		const { id, settings } = await upload(lan, both, { kind: 'companies' });
		const own = (name: string) => ({ create: { name, type: 'text' as const } });
		const mapped = { ...settings, targets: [{ field: 'industry' }, own('Mã'), own('Riêng')] };
		// by semicolons "Riêng" is no column of its own
		const other = await change(id, { ...mapped, separator: ';' });
		expect(other.targets).toHaveLength(2);
		expect(other.unmapped).toEqual(['Tên công ty', 'Mã;Nhóm', 'Riêng']);
		const titled = await upload(lan, lines('Riêng,a,b', 'Tên,Riêng', 'Sao Mai,x'), {
			kind: 'companies',
			headerLine: 1,
		});
		const first = { ...titled.settings, targets: [own('Riêng'), null, null] };
		const again = await change(titled.id, { ...first, headerLine: 2 });
		expect(again.targets).toEqual([{ field: 'name' }, own('Riêng')]);
		expect(again.unmapped).toBeUndefined();
	});

	test('what is mapped after it is there at the check', async () => {
		const targets = [{ field: 'company' }, { field: 'name' }];
		const checked = await check(lan, lines('A,B', 'Sao Mai,Võ Hà'), { kind: 'contacts', targets });
		expect(checked).toMatchObject({ status: 'checked', settings: { targets }, report: { created: 1, companies: 1 } });
	});
});

describe('columns', () => {
	test.each([
		[
			'Pipedrive',
			lines(
				'Person - Name,Person - First name,Person - Last name,Person - Organization,Person - Email - Work,Person - Phone - Mobile,Person - Title',
				'Võ Hà,Hà,Võ,Elm Ltd,ha@elm.example.com,0903 111 333,Kế toán',
			),
			{ company: 'Elm Ltd', emails: ['ha@elm.example.com'], phones: ['0903 111 333'], jobTitle: 'Kế toán' },
		],
		[
			'SuiteCRM',
			lines(
				'First Name,Last Name,Account Name,Title,Office Phone,Mobile No,Fax,Email Address,Primary Address Street,Primary Address City',
				'Tom,Ash,Elm Ltd,Buyer,+1 212 555 0110,+1 212 555 0111,+1 212 555 0112,tom@elm.example.com,1 Oak St,Boston',
			),
			{
				name: 'Tom Ash',
				phones: ['+1 212 555 0110', '+1 212 555 0111'],
				fields: { Address: '1 Oak St, Boston' },
			},
		],
		[
			'HubSpot',
			lines(
				'Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Associated Company,Associated Company IDs',
				'7,Tom,Ash,tom@elm.example.com,,+1 212 555 0111,Elm Ltd,88',
			),
			{ company: 'Elm Ltd', phones: ['+1 212 555 0111'], emails: ['tom@elm.example.com'] },
		],
		[
			'Google, beyond the third value',
			lines(
				'First Name,Last Name,Organization Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 5 - Label,E-mail 5 - Value,Phone 6 - Label,Phone 6 - Value,Address 2 - Street,Address 2 - City,Website 1 - Value',
				'Tom,Ash,Elm Ltd,Work,tom@elm.example.com,Other,tom@example.org,Mobile,+44 20 7946 0006,1 Mill Rd,Leeds,https://elm.example.com',
			),
			{
				emails: ['tom@elm.example.com', 'tom@example.org'],
				phones: ['+44 20 7946 0006'],
				links: ['https://elm.example.com'],
				fields: { Address: '1 Mill Rd, Leeds' },
			},
		],
		[
			'Zoho',
			lines(
				'Record Id,Contact Owner,First Name,Last Name,Account Name,Title,Email,Phone,Mobile,Mailing Street,Mailing City,Secondary Email',
				'z1,Olga,Tom,Ash,Elm Ltd,Buyer,tom@elm.example.com,+1 212 555 0110,+1 212 555 0111,1 Oak St,Boston,tom@example.org',
			),
			{
				company: 'Elm Ltd',
				emails: ['tom@elm.example.com', 'tom@example.org'],
				phones: ['+1 212 555 0110', '+1 212 555 0111'],
				fields: { Address: '1 Oak St, Boston' },
			},
		],
		[
			'Thunderbird, with a display name alone',
			lines(
				'First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Work Phone,Mobile Number,Organization,Job Title',
				',,Tom Ash,,tom@elm.example.com,tom@example.org,+1 212 555 0110,+1 212 555 0111,Elm Ltd,Buyer',
			),
			{
				name: 'Tom Ash',
				emails: ['tom@elm.example.com', 'tom@example.org'],
				phones: ['+1 212 555 0110', '+1 212 555 0111'],
			},
		],
		[
			'Twenty',
			lines(
				'Id,First Name (name),Last Name (name),Primary Email (emails),Primary Phone Number (phones),Job Title,Company',
				'1,Tom,Ash,tom@elm.example.com,+1 212 555 0110,Buyer,Elm Ltd',
			),
			{ name: 'Tom Ash', company: 'Elm Ltd', emails: ['tom@elm.example.com'], phones: ['+1 212 555 0110'] },
		],
		[
			'EspoCRM, by its API names',
			lines(
				'firstName,lastName,accountName,title,emailAddress,phoneNumber',
				'Tom,Ash,Elm Ltd,Buyer,tom@elm.example.com,+1 212 555 0110',
			),
			{ name: 'Tom Ash', company: 'Elm Ltd', jobTitle: 'Buyer', phones: ['+1 212 555 0110'] },
		],
		[
			'Mailchimp',
			lines(
				'Email Address,First Name,Last Name,Phone Number,TAGS,MEMBER_RATING',
				'tom@elm.example.com,Tom,Ash,+1 212 555 0110,"vip",2',
			),
			{ name: 'Tom Ash', company: 'elm.example.com', phones: ['+1 212 555 0110'], tags: ['vip'] },
		],
		[
			'Vietnamese names in three parts',
			lines('Họ,Tên đệm,Tên,Cơ quan,Vị trí,Số ĐT', 'Lê,Minh,Anh,Công ty Lúa,Kế toán,0901000112'),
			{ name: 'Lê Minh Anh', company: 'Công ty Lúa', jobTitle: 'Kế toán', phones: ['0901000112'] },
		],
		[
			'Vietnamese names in two parts, the other way round',
			lines('Tên,Họ và tên đệm,Đơn vị,SĐT liên hệ', 'Anh,Lê Minh,Công ty Lúa,0901000112'),
			{ name: 'Lê Minh Anh', company: 'Công ty Lúa', phones: ['0901000112'] },
		],
		[
			'names that nobody knows, by their contents',
			lines('Ai,Ở đâu,Thư,Gọi', 'Lê Minh Anh,Công ty Lúa,anh@lua.example.com,0901000112'),
			{ name: 'Lê Minh Anh', company: 'Công ty Lúa', emails: ['anh@lua.example.com'], phones: ['0901000112'] },
		],
		[
			'no names at all',
			lines('Lê Minh Anh,Công ty Lúa,anh@lua.example.com', 'Võ Hà,Công ty Lúa,ha@lua.example.com'),
			{ name: 'Lê Minh Anh', company: 'Công ty Lúa', emails: ['anh@lua.example.com'] },
		],
		[
			'addresses alone, which people are called by',
			lines('email', 'tom.ash@elm.example.com'),
			{ name: 'Tom Ash', company: 'elm.example.com', emails: ['tom.ash@elm.example.com'] },
		],
	])('of %s', async (_, file, contact) => {
		await run(lan, file, { kind: 'contacts' });
		expect((await importedContacts(lan))[0]).toMatchObject(contact);
	});

	test('two of one meaning complete each other', async () => {
		await run(lan, lines('Company name,Company,Contact name,Name', 'Elm Ltd,,Tom Ash,', ',Grey Ltd,,Eve Oak'));
		expect(await importedContacts(lan)).toMatchObject([
			{ name: 'Eve Oak', company: 'Grey Ltd' },
			{ name: 'Tom Ash', company: 'Elm Ltd' },
		]);
	});

	test('a name that is missing says what to do', async () => {
		const { report } = await check(
			lan,
			lines('First Name,Last Name,Company,Email', ',,Elm Ltd,sales@elm.example.com', 'Tom,,Elm Ltd,'),
		);
		expect(report).toMatchObject({ created: 1, refused: 1 });
		const [refusal] = await db.dataImportRefusal.findMany({ where: { userId: lan } });
		expect(refusal?.reason).toContain('leave the name columns out');
	});

	test('of a registry of companies', async () => {
		await run(
			lan,
			lines(
				'Mã số thuế,Tên công ty,Người đại diện,Địa chỉ trụ sở,Điện thoại,Ngành nghề chính,Ngày cấp',
				'0300000009,CÔNG TY TNHH LÚA,Võ Hà,"2 Phố Huế, Hà Nội",024 3800 0001,Bán lẻ,15/03/2019',
			),
		);
		expect(await importedCompanies(lan)).toMatchObject([
			{
				name: 'CÔNG TY TNHH LÚA',
				address: '2 Phố Huế, Hà Nội',
				industry: 'Bán lẻ',
				phones: ['024 3800 0001'],
				fields: { 'Mã số thuế': '0300000009' },
			},
		]);
	});
});

test('companies at one provider of mail stay apart, and none is called like a provider', async () => {
	await run(
		lan,
		lines(
			'Tên công ty,Email,Điện thoại,Địa chỉ',
			'Công ty Một,mot@hcm.fpt.vn,028 3800 0001,Quận 1',
			'Công ty Hai,hai@hcm.fpt.vn,028 3800 0002,Quận 3',
			'Công ty Ba,ba@ct.vnn.vn,,',
			'Công ty Bốn,bon@ct.vnn.vn,,',
			'Năm Ltd,nam@yahoo.co.uk,,',
			'Sáu Ltd,sau@yahoo.co.uk,,',
		),
	);
	expect((await importedCompanies(lan)).map(({ name }) => name)).toHaveLength(6);
	await run(lan, lines('Name,Email', 'Tom Ash,tom@orange.fr', 'Eve Oak,eve@live.nl', 'Bea Fox,bea@t-online.de'), {
		withoutCompany: 'named',
		companyName: 'Private',
	});
	expect((await importedContacts(lan)).map(({ name, company }) => [name, company])).toEqual([
		['Bea Fox', 'Private'],
		['Eve Oak', 'Private'],
		['Tom Ash', 'Private'],
	]);
});
