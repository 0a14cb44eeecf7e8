import { beforeEach, describe, expect, test } from 'vitest';
import { listRefusals, previewFile } from '@/features/import/server/import-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { check, run } from '../support/import-files';
import { importedContacts, importedDeals } from '../support/imported-records';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const lines = (...all: string[]) => all.join('\n');

test('a status wins over the stage beside it, and a deal is closed on the day of its file', async () => {
	await run(
		lan,
		lines(
			'Deal - Title,Deal - Value,Deal - Currency of value,Deal - Organization,Deal - Stage,Deal - Status,Deal - Expected close date,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Deal created',
			'Pump,1500.5,USD,Elm Ltd,Negotiations Started,Won,2026-03-01,2026-02-20 10:11:12,,,2025-11-03 08:00:00',
			'Spare parts,800,USD,Elm Ltd,Proposal Made,Lost,2026-04-01,,2026-02-21 09:00:00,Price,2025-12-01 08:00:00',
			'Service,300,USD,Elm Ltd,Lead In,Open,2026-12-24,,,,2026-01-01 08:00:00',
		),
	);
	expect(await importedDeals(lan)).toMatchObject([
		{ name: 'Pump', value: '1500.5', stage: 'closed_won', closed: '2026-02-20', created: '2025-11-03' },
		{ name: 'Service', stage: 'prospecting', closed: null, expected: '2026-12-24', created: '2026-01-01' },
		{ name: 'Spare parts', stage: 'closed_lost', closed: '2026-02-21', lostReason: 'Price', created: '2025-12-01' },
	]);
});

test('a status alone, in English and Vietnamese, is the stage', async () => {
	await run(
		lan,
		lines(
			'Tên cơ hội,Khách hàng,Giá trị,Trạng thái,Ngày chốt',
			'Bơm,Lúa,5,Thành công,20/02/2026',
			'Máy,Lúa,5,Thất bại,21/02/2026',
			'Kho,Lúa,5,Mới,',
		),
	);
	expect((await importedDeals(lan)).map(({ name, stage, closed }) => [name, stage, closed])).toEqual([
		['Bơm', 'closed_won', '2026-02-20'],
		['Kho', 'prospecting', null],
		['Máy', 'closed_lost', '2026-02-21'],
	]);
});

test('a closed deal without another day closed on its close date', async () => {
	await run(
		lan,
		lines(
			'Opportunity Name,Account Name,Stage,Amount,Close Date',
			'Zeta,Elm Ltd,Closed Lost,10,12/31/2025',
			'Eta,Elm Ltd,Closed Won,10,1/31/2026',
		),
	);
	expect((await importedDeals(lan)).map(({ name, closed }) => [name, closed])).toEqual([
		['Eta', '2026-01-31'],
		['Zeta', '2025-12-31'],
	]);
});

describe('stages of other names', () => {
	const file = lines(
		'Opportunity Name,Account Name,Stage,Amount,Close Date',
		'Alpha,Elm Ltd,Value Proposition,1000,12/31/2026',
		'Beta,Elm Ltd,Id. Decision Makers,1000,12/31/2026',
		'Gamma,Elm Ltd,Proposal/Price Quote,1000,12/31/2026',
		'Delta,Elm Ltd,Zzz,1000,12/31/2026',
		'Eps,Elm Ltd,zzz,1000,12/31/2026',
	);

	test('are asked about once, with what they likely are', async () => {
		const { id, settings, report } = await check(lan, file);
		expect(report).toMatchObject({
			created: 3,
			refused: 2,
			stages: ['Value Proposition', 'Id. Decision Makers', 'Zzz'],
		});
		expect((await previewFile(lan, id, settings, report?.stages)).stages).toEqual([
			{ key: 'valueproposition', text: 'Value Proposition', stage: 'proposal' },
			{ key: 'iddecisionmakers', text: 'Id. Decision Makers', stage: 'qualification' },
			{ key: 'zzz', text: 'Zzz', stage: null },
		]);
		expect(await listRefusals(lan, id, 5)).toMatchObject([
			{ line: 5, field: 'Stage', reason: 'Select which of your stages “Zzz” is, then check again.' },
			{ line: 6, field: 'Stage' },
		]);
	});

	test('go where they are mapped', async () => {
		const { report } = await run(lan, file, { stages: { zzz: 'negotiation', valueproposition: 'qualification' } });
		expect(report).toMatchObject({ created: 5, refused: 0 });
		expect((await importedDeals(lan)).map(({ name, stage }) => [name, stage])).toEqual([
			['Alpha', 'qualification'],
			['Beta', 'qualification'],
			['Delta', 'negotiation'],
			['Eps', 'negotiation'],
			['Gamma', 'proposal'],
		]);
	});

	test('are found beyond the first rows', async () => {
		const rows = Array.from({ length: 70 }, (_, at) => `Deal ${at},Elm Ltd,Won,5`);
		const { report } = await check(lan, lines('Deal name,Company,Stage,Amount', ...rows, 'Last,Elm Ltd,Zzz,5'));
		expect(report).toMatchObject({ created: 70, refused: 1, stages: ['Zzz'] });
	});
});

test('a deal’s contact comes with what the row says of them', async () => {
	await run(
		lan,
		lines(
			'Deal Name,Associated Company,Associated Contact,Contact Email,Contact Phone,Amount,Deal Stage',
			'Fleet,Elm Ltd,Tom Ash,tom@elm.example.com,+1 212 555 0110,100,Proposal',
			'Vans,Elm Ltd,Tom Ash,tom@elm.example.com; other@elm.example.com,,100,Proposal',
			'Cars,Elm Ltd,Eve Oak,no address,,100,Proposal',
		),
	);
	expect(await importedContacts(lan)).toMatchObject([
		{ name: 'Eve Oak', emails: [] },
		{
			name: 'Tom Ash',
			company: 'Elm Ltd',
			emails: ['tom@elm.example.com', 'other@elm.example.com'],
			phones: ['+1 212 555 0110'],
		},
	]);
	expect(await importedDeals(lan)).toMatchObject([
		{ contact: 'Eve Oak' },
		{ contact: 'Tom Ash' },
		{ contact: 'Tom Ash' },
	]);
});

describe('amounts', () => {
	test('with any currency’s sign are in that currency, also where the account has another', async () => {
		await db.settings.upsert({
			where: { userId: lan },
			create: { userId: lan, currency: 'VND', locale: 'vi-VN' },
			update: { currency: 'VND', locale: 'vi-VN' },
		});
		const { id } = await run(
			lan,
			lines(
				'Deal name;Company;Amount;Stage',
				'A;Elm Ltd;1.234.000;Proposal',
				'B;Elm Ltd;€ 1.200,00;Proposal',
				'C;Elm Ltd;$1200;Proposal',
				'D;Elm Ltd;-500;Proposal',
				'E;Elm Ltd;(500);Proposal',
				'F;Elm Ltd;1200 USD;Proposal',
				'G;Elm Ltd;1,5E+07;Proposal',
				'H;Elm Ltd;£12,50;Proposal',
			),
		);
		expect((await importedDeals(lan)).map(({ name, value, currency }) => [name, value, currency])).toEqual([
			['A', '1234000', 'VND'],
			['B', '1200', 'EUR'],
			['C', '1200', 'USD'],
			['F', '1200', 'USD'],
			['G', '15000000', 'VND'],
			['H', '12.5', 'GBP'],
		]);
		expect(await listRefusals(lan, id, 5)).toMatchObject([
			{ line: 5, reason: 'An amount can’t be negative. Enter 0 or more.' },
			{ line: 6, field: 'Deal value' },
		]);
	});

	test.each([
		['Giá trị (VNĐ)', '1.250.000.000', '1250000000', 'VND'],
		['Giá trị (triệu đồng)', '350', '350000000', 'VND'],
		['Giá trị (VNĐ)', '1,2 tỷ', '1200000000', 'VND'],
		['Giá trị (VNĐ)', '', '0', 'VND'],
		['Amount (EUR)', '1200', '1200', 'EUR'],
		['Amount USD', '1200', '1200', 'USD'],
		['Amount (net)', '1200', '1200', 'USD'],
		['Amount (EUR)', '$5', '5', 'USD'],
	])('in a column called %s: %s', async (header, cell, value, currency) => {
		await run(lan, lines(`Deal name;Company;${header};Stage`, `A;Elm Ltd;${cell};Proposal`));
		expect(await importedDeals(lan)).toMatchObject([{ value, currency }]);
	});
});

test.each([
	'2026-02-20 10:11:12',
	'20-Feb-2026',
	'2026-02-20T10:11:12Z',
	'02/20/2026 10:11 AM',
	'20 February 2026',
	'Friday, February 20th, 2026',
	'20 thg 2, 2026',
	'ngày 20 tháng 2 năm 2026',
	'20. Februar 2026',
	'20 de febrero de 2026',
	'46073',
	'20260220',
	'2026.02.20',
])('a deal closed on “%s”', async (day) => {
	await run(lan, lines('Deal name,Company,Value,Stage,Closed', `A,Elm Ltd,1,Closed Won,"${day}"`));
	expect(await importedDeals(lan)).toMatchObject([{ closed: '2026-02-20' }]);
});

test('a closed deal whose day is still to come keeps it, and the check says so', async () => {
	const { checked } = await run(
		lan,
		lines(
			'Tên cơ hội,Khách hàng,Giai đoạn,Ngày chốt',
			'Bơm,Lúa,Closed Won,31/12/2098',
			'Kho,Lúa,Closed Won,31/12/2020',
			'Máy,Lúa,Closed Won,',
		),
	);
	expect(checked).toMatchObject({ created: 3, closedAhead: 1 });
	expect((await importedDeals(lan)).map(({ name, closed }) => [name, closed])).toEqual([
		['Bơm', '2098-12-31'],
		['Kho', '2020-12-31'],
		['Máy', new Date().toISOString().slice(0, 10)],
	]);
});

test.each(['n/a', 'N/A', '-', '–', 'none', 'Không có'])('a value of “%s” is none', async (nothing) => {
	const { checked } = await run(lan, lines('Deal name,Company,Value,Currency', `Bơm,Lúa,${nothing},VND`));
	expect(checked).toMatchObject({ created: 1, refused: 0 });
	expect(await importedDeals(lan)).toMatchObject([{ name: 'Bơm', value: '0' }]);
});
