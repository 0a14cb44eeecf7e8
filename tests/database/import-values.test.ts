import { beforeEach, describe, expect, test } from 'vitest';
import { refusedFile } from '@/features/import/server/import-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { check, run } from '../support/import-files';
import { importedCompanies, importedContacts } from '../support/imported-records';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const lines = (...all: string[]) => all.join('\r\n');

describe('phones', () => {
	test.each([
		['behind an apostrophe', `'+84 24 3800 0001`, ['+84 24 3800 0001']],
		['as a formula', '"=""0912345670"""', ['0912345670']],
		['without its zero', '912345670', ['0912345670']],
		['with decimals', '84912345670.0', ['84912345670']],
		['two with a dash', '0912 345 670 - 0987 654 320', ['0912 345 670', '0987 654 320']],
		['two with a slash', '0912345670/0987654320', ['0912345670', '0987654320']],
		['two with a comma', '"024-3800-1110, 0903 111 220"', ['024-3800-1110', '0903 111 220']],
		['two with a word', '0912345670 hoặc 0987654320', ['0912345670', '0987654320']],
		['one with dashes', '024-3800-1110', ['024-3800-1110']],
		['one of ten digits as in the account’s country', '2125550110', ['2125550110']],
		['one with an extension', '(028) 3800-0000 ext 12', ['(028) 3800-0000 ext 12']],
		['behind a word for it', 'ĐT: 0912345670', ['0912345670']],
	])('%s: %s', async (_, cell, phones) => {
		await run(lan, lines('Name,Company,Phone,Email', `Tom Ash,Elm Ltd,${cell},tom@elm.example.com`));
		expect(await importedContacts(lan)).toMatchObject([{ name: 'Tom Ash', phones, fields: {} }]);
	});

	test('with a name beside them have it as their label', async () => {
		await run(
			lan,
			lines('Name,Company,Phone', 'Tom Ash,Elm Ltd,Mr Gus 0912345670', 'Eve Oak,Elm Ltd,0912345671 (Zalo)'),
		);
		expect(
			await db.contact.findMany({
				where: { userId: lan },
				select: { name: true, phone: true, phoneLabel: true },
				orderBy: { name: 'asc' },
			}),
		).toEqual([
			{ name: 'Eve Oak', phone: '0912345671', phoneLabel: 'Zalo' },
			{ name: 'Tom Ash', phone: '0912345670', phoneLabel: 'Mr Gus' },
		]);
	});

	test('that a spreadsheet has rounded are counted, not put aside silently', async () => {
		const { report } = await check(
			lan,
			lines(
				'Name,Company,Phone,Email',
				'Tom Ash,Elm Ltd,8.49E+10,tom@elm.example.com',
				'Eve Oak,Elm Ltd,gọi sáng,no address',
			),
		);
		expect(report).toMatchObject({ created: 2, refused: 0, aside: { Phone: 2, Email: 1 }, rounded: { Phone: 1 } });
	});
});

test.each([
	['tom@elm.example.com; tom@example.org', ['tom@elm.example.com', 'tom@example.org']],
	['"tom@elm.example.com, tom@example.org"', ['tom@elm.example.com', 'tom@example.org']],
	['Tom Ash <tom@elm.example.com>', ['tom@elm.example.com']],
	['"""Ash, Tom"" <tom@elm.example.com>, <tom@example.org>"', ['tom@elm.example.com', 'tom@example.org']],
	['mailto:tom@elm.example.com', ['tom@elm.example.com']],
	['tom@elm.example.com / tom@example.org', ['tom@elm.example.com', 'tom@example.org']],
])('emails in a cell: %s', async (cell, emails) => {
	await run(lan, lines('Name,Company,Email', `Tom Ash,Elm Ltd,${cell}`));
	expect(await importedContacts(lan)).toMatchObject([{ emails, fields: {} }]);
});

test.each([
	['"""vip"",""north"""', ['north', 'vip']],
	['"[""vip"", ""north""]"', ['north', 'vip']],
	['vip|north', ['north', 'vip']],
	['* myContacts ::: VIP', ['VIP', 'myContacts']],
])('tags in a cell: %s', async (cell, tags) => {
	await run(lan, lines('Name,Company,Tags', `Tom Ash,Elm Ltd,${cell}`));
	expect(await importedContacts(lan)).toMatchObject([{ tags }]);
});

test('the names of the columns between the rows are no contact', async () => {
	const { report } = await run(
		lan,
		lines(
			'"Contact\nname","Company\nname",Email',
			'Tom Ash,Elm Ltd,tom@elm.example.com',
			'Contact name,Company name,email',
			'Eve Oak,Elm Ltd,',
		),
	);
	expect(report).toMatchObject({ rows: 2, created: 2, companies: 1 });
	expect((await importedContacts(lan)).map(({ name }) => name)).toEqual(['Eve Oak', 'Tom Ash']);
});

test('columns that fill late are named as left out, with the number of their values', async () => {
	const rows = Array.from({ length: 80 }, (_, at) => `P${at} Q,Elm Ltd,,`);
	const { report } = await check(
		lan,
		lines('Name,Company,Fax,Shoe size', ...rows, 'Late R,Elm Ltd,+1 212 555 0119,41', 'Later R,Elm Ltd,,42'),
	);
	expect(report).toMatchObject({ created: 82, leftOut: { Fax: 1, 'Shoe size': 2 } });
});

test('a rejected row with a cell too many has its reason under the reason’s name', async () => {
	const { id, report } = await check(
		lan,
		lines(
			'Name,Company,Email',
			'Tom Ash,Elm Ltd,tom@elm.example.com,,,',
			'Eve Oak,Elm, Ltd,eve@elm.example.com',
			',Elm Ltd,bea@elm.example.com',
		),
	);
	expect(report).toMatchObject({ created: 1, refused: 2 });
	const { pieces } = await refusedFile(lan, { id });
	const text = (await Array.fromAsync(pieces)).join('');
	const [header, extra, nameless] = text.replace('\uFEFF', '').split('\r\n');
	expect(header).toBe('Name,Company,Email,Line,Field,Why it was rejected');
	expect(extra).toBe('Eve Oak,Elm," Ltd",3,,"This row has 4 cells, and there are 3 columns.",eve@elm.example.com');
	expect(nameless).toMatch(/^,Elm Ltd,bea@elm.example.com,4,Contact name,/);
});

test('two spaces within a name make no other company or person', async () => {
	await run(lan, lines('Name,Company,Email', 'Tom  Ash,Elm  Ltd,', 'Eve Oak,Elm Ltd,', 'Tom Ash,elm ltd,'));
	expect((await importedCompanies(lan)).map(({ name }) => name)).toEqual(['Elm Ltd']);
	expect((await importedContacts(lan)).map(({ name }) => name)).toEqual(['Eve Oak', 'Tom Ash']);
});
