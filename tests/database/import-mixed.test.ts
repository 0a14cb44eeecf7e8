import { beforeEach, describe, expect, test } from 'vitest';
import { listRefusals } from '@/features/import/server/import-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { check, run } from '../support/import-files';
import { importedCompanies, importedContacts, importedDeals } from '../support/imported-records';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const lines = (...all: string[]) => all.join('\n');
const namesOf = async () => (await importedContacts(lan)).map(({ name, company }) => `${name} of ${company}`);

describe('a list of companies with a contact person', () => {
	test.each([
		[
			'in Vietnamese',
			lines(
				'Mã số thuế,Tên công ty,Địa chỉ trụ sở,Điện thoại,Người liên hệ,Email người liên hệ,SĐT người liên hệ',
				'0300000009,Công ty Lúa,Cần Thơ,029 2380 0001,Võ Hà,ha@lua.example.com,0903111333 / 0903111334',
			),
			{
				name: 'Võ Hà',
				company: 'Công ty Lúa',
				emails: ['ha@lua.example.com'],
				phones: ['0903111333', '0903111334'],
			},
		],
		[
			'in English',
			lines(
				'Company name,Industry,Website,Email,Contact person,Contact email,Contact phone,Contact title',
				'Elm Ltd,Retail,elm.example.com,info@elm.example.com,Tom Ash,tom@elm.example.com,+1 212 555 0110,Buyer',
			),
			{
				name: 'Tom Ash',
				company: 'Elm Ltd',
				jobTitle: 'Buyer',
				emails: ['tom@elm.example.com'],
				phones: ['+1 212 555 0110'],
			},
		],
		[
			'who represents it',
			lines('MST,Tên doanh nghiệp,Người đại diện pháp luật', '0300000009,CÔNG TY TNHH LÚA,Võ Hà'),
			{ name: 'Võ Hà', company: 'CÔNG TY TNHH LÚA' },
		],
	])('%s makes both, linked', async (_, file, contact) => {
		const { checked, report } = await run(lan, file);
		expect(checked).toMatchObject({ created: 1, contacts: 1, refused: 0 });
		expect(report).toMatchObject({ created: 1, contacts: 1 });
		expect(await importedContacts(lan)).toMatchObject([contact]);
	});

	test('in several rows of one company makes each of them once, and a second import none', async () => {
		const file = lines(
			'Company name,Industry,Contact person,Contact email',
			'Elm Ltd,Retail,Tom Ash,tom@elm.example.com',
			'Elm Ltd,Retail,Eve Oak,eve@elm.example.com',
			'Elm Ltd,Retail,tom ash,',
			'Elm Ltd,Retail,Tom Ash,tom.ash@elm.example.com',
			'Grey Ltd,Retail,Tom Ash,tom@grey.example.com',
		);
		const { checked } = await run(lan, file, { kind: 'companies' });
		expect(checked).toMatchObject({ created: 2, contacts: 4 });
		const people = ['Eve Oak of Elm Ltd', 'Tom Ash of Elm Ltd', 'Tom Ash of Elm Ltd', 'Tom Ash of Grey Ltd'];
		expect((await namesOf()).toSorted()).toEqual(people);
		expect((await run(lan, file, { kind: 'companies' })).checked).toMatchObject({ created: 0, contacts: 0 });
		expect((await namesOf()).toSorted()).toEqual(people);
	});

	test('whose name is missing gives address and number to the company', async () => {
		await run(
			lan,
			lines(
				'Company name,Industry,Contact person,Contact email,Contact phone',
				'Elm Ltd,Retail,,a@elm.example.com,0903111333',
			),
			{ kind: 'companies' },
		);
		expect(await importedContacts(lan)).toEqual([]);
		expect(await importedCompanies(lan)).toMatchObject([
			{ emails: ['a@elm.example.com'], phones: ['0903111333'], fields: {} },
		]);
	});
});

describe('a list of people with deals beside them', () => {
	test('makes companies, contacts and deals, linked, and keeps those without a deal', async () => {
		const { checked } = await run(
			lan,
			lines(
				'First name,Last name,Email,Phone,Company,Deal value,Stage,Expected close date',
				'Tom,Ash,tom@elm.example.com,+1 212 555 0110,Elm Ltd,500,Proposal,2027-03-31',
				'Eve,Oak,eve@elm.example.com,,Elm Ltd,,,',
				'Bea,Fox,bea@orange.fr,,,20,Negotiation,',
			),
		);
		expect(checked).toMatchObject({ rows: 3, created: 2, skipped: 1, refused: 0, companies: 2, contacts: 3 });
		expect(await namesOf()).toEqual(['Bea Fox of Bea Fox', 'Eve Oak of Elm Ltd', 'Tom Ash of Elm Ltd']);
		expect(await importedDeals(lan)).toMatchObject([
			{ name: 'Bea Fox', company: 'Bea Fox', contact: 'Bea Fox', value: '20', stage: 'negotiation' },
			{ name: 'Elm Ltd', company: 'Elm Ltd', contact: 'Tom Ash', value: '500', expected: '2027-03-31' },
		]);
	});

	test('with a name of the deal alone', async () => {
		await run(
			lan,
			lines(
				'Company,Contact,Email,Deal',
				'Elm Ltd,Tom Ash,tom@elm.example.com,Pump',
				'Elm Ltd,Eve Oak,eve@elm.example.com,',
			),
		);
		expect(await namesOf()).toEqual(['Eve Oak of Elm Ltd', 'Tom Ash of Elm Ltd']);
		expect(await importedDeals(lan)).toMatchObject([{ name: 'Pump', contact: 'Tom Ash' }]);
	});

	test('of which two have one deal: both take part in it', async () => {
		const file = lines(
			'Deal name,Company,Contact name,Contact email,Amount',
			'Pump,Elm Ltd,Tom Ash,tom@elm.example.com,5',
			'Pump,Elm Ltd,Eve Oak,eve@elm.example.com,5',
		);
		const { checked } = await run(lan, file);
		expect(checked).toMatchObject({ created: 1, contacts: 2 });
		expect(await db.dealPerson.count({ where: { userId: lan } })).toBe(2);
		expect((await run(lan, file)).checked).toMatchObject({ created: 0, contacts: 0 });
	});
});

describe('people of deals who have one name at one company', () => {
	const file = lines(
		'Deal name,Company,Contact name,Contact email,Contact phone,Contacts and roles,Amount',
		'Pump,Elm Ltd,Tom Ash,tom@elm.example.com,0903111333,,5',
		'Valve,Elm Ltd,Tom  Ash,tom.ash@elm.example.com,0903111334,Tom Ash (Champion),6',
		'Hose,Elm Ltd,tom ash,,0903 111 334,,7',
		'Tank,Elm Ltd,Tom Ash,,,,8',
	);
	const emails = async () => {
		const deals = await db.deal.findMany({
			where: { userId: lan },
			include: { people: { include: { contact: true } } },
			orderBy: { name: 'asc' },
		});
		return deals.map(({ name, people }) => `${name}: ${people.map(({ contact }) => contact.email).join()}`);
	};
	const expected = [
		'Hose: tom.ash@elm.example.com',
		'Pump: tom@elm.example.com',
		'Tank: tom@elm.example.com',
		'Valve: tom.ash@elm.example.com',
	];

	test('are told apart by email and phone', async () => {
		expect((await run(lan, file)).report).toMatchObject({ created: 4, contacts: 2 });
		expect(await emails()).toEqual(expected);
	});

	test('also where they are there already', async () => {
		await run(
			lan,
			lines(
				'Name,Company,Email,Phone',
				'Tom Ash,Elm Ltd,tom@elm.example.com,',
				'Tom Ash,Elm Ltd,tom.ash@elm.example.com,0903111334',
			),
		);
		expect((await run(lan, file)).report).toMatchObject({ created: 4, contacts: 0 });
		expect(await emails()).toEqual(expected);
	});

	test('and only one of them is whoever is there without an address', async () => {
		await run(lan, lines('Name,Company', 'Tom Ash,Elm Ltd'));
		expect((await run(lan, file)).report).toMatchObject({ created: 4, contacts: 1 });
		expect(await emails()).toEqual(expected);
	});
});

test('people without a company and with a provider’s address are imported by default, and no company is called like a provider', async () => {
	const { checked } = await run(
		lan,
		lines('Name,Email', 'Tom Ash,tom@orange.fr', 'Eve Oak,eve@yahoo.co.uk', 'Bea Fox,bea@elm.example.com'),
	);
	expect(checked).toMatchObject({ created: 3, refused: 0, companies: 3 });
	expect(await namesOf()).toEqual(['Bea Fox of elm.example.com', 'Eve Oak of Eve Oak', 'Tom Ash of Tom Ash']);
	expect((await check(lan, lines('Name,Email', 'Tom Ash,tom@orange.fr'))).report).toMatchObject({
		created: 0,
		companies: 0,
	});
});

describe('what a contact or a deal has no room for', () => {
	const phones = (from: number, count: number) =>
		Array.from({ length: count }, (_, at) => `0903${String(111_000 + from + at)}`).join(' / ');

	test('of one row is kept beside the record, and counted', async () => {
		const { checked } = await run(
			lan,
			lines('Company name,Industry,Contact person,Contact phone', `Elm Ltd,Retail,Võ Hà,${phones(0, 24)}`),
		);
		expect(checked).toMatchObject({ created: 1, refused: 0, aside: { 'Contact’s phone': 5 } });
		const [{ phones: kept } = { phones: [] }] = await importedContacts(lan);
		expect(kept).toHaveLength(19);
		const [company] = await importedCompanies(lan);
		expect(Object.values(company?.fields ?? {}).join()).toContain('0903111023');
	});

	test('of several rows is rejected, and what fits is taken', async () => {
		const rows = [
			`Elm Ltd,Retail,Võ Hà,${phones(0, 15)}`,
			`Elm Ltd,Retail,Võ Hà,${phones(15, 10)}`,
			`Elm Ltd,Retail,Võ Hà,${phones(0, 16)}`,
		];
		const { id, checked } = await run(lan, lines('Company name,Industry,Contact person,Contact phone', ...rows), {
			kind: 'companies',
		});
		expect(checked).toMatchObject({ created: 1, refused: 1 });
		expect(await listRefusals(lan, id, 5)).toMatchObject([
			{ line: 3, field: 'Contact’s phone', reason: expect.stringContaining('“Võ Hà” would have 25 emails, phones') },
		]);
		expect((await importedContacts(lan)).map((each) => each.phones.length)).toEqual([16]);
	});

	test('is the 51st contact of a deal', async () => {
		const rows = Array.from({ length: 52 }, (_, at) => `Pump,Elm Ltd,Tom Ash ${at},t${at}@elm.example.com,5`);
		const { id, checked } = await run(lan, lines('Deal name,Company,Contact name,Contact email,Amount', ...rows));
		expect(checked).toMatchObject({ created: 1, contacts: 50, refused: 2 });
		expect(await listRefusals(lan, id, 5)).toMatchObject([
			{ line: 52, field: 'Contacts and roles', reason: expect.stringContaining('“Pump” would have 51 contacts') },
			{ line: 53 },
		]);
		expect(await db.dealPerson.count({ where: { userId: lan } })).toBe(50);
		const people = Array.from({ length: 50 }, (_, at) => `Eve Oak ${at} (User)`).join('; ');
		const { report } = await check(
			lan,
			lines('Deal name,Company,Contact name,Contacts and roles', `Tank,Elm Ltd,Tom Ash,"${people}"`),
		);
		expect(report).toMatchObject({ created: 0, refused: 1 });
	});
});
