import { beforeEach, describe, expect, test } from 'vitest';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { check, run } from '../support/import-files';
import { importedCompanies, importedContacts, importedDeals } from '../support/imported-records';
import { snapshot } from '../support/snapshot';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const lines = (...all: string[]) => all.join('\n');
const names = (rows: { name: string }[]) => rows.map(({ name }) => name).toSorted();

/** What a check of a file finds: how many records it would make, and what may be the same. */
async function found(file: string) {
	const { report } = await check(lan, file);
	return [report?.created, report?.maybe];
}

/** Imports a file twice: the second time it makes and changes nothing. */
async function runTwice(file: string) {
	const { report } = await run(lan, file);
	const before = await snapshot(lan);
	expect((await run(lan, file)).report).toMatchObject({ created: 0, merged: 0 });
	expect(await snapshot(lan)).toEqual(before);
	return report;
}

describe('people', () => {
	test('with one mailbox and two names are two', async () => {
		const report = await runTwice(
			lines(
				'Name,Job title,Company,Email,Phone',
				'Ann Fir,Buyer,Elm Ltd,info@elm.example.com,+1 212 555 0120',
				'Ben Ash,Director,Elm Ltd,info@elm.example.com,+1 212 555 0129',
			),
		);
		expect(report).toMatchObject({ created: 2, maybe: { email: 1 } });
		expect(await importedContacts(lan)).toMatchObject([
			{ name: 'Ann Fir', jobTitle: 'Buyer' },
			{ name: 'Ben Ash', jobTitle: 'Director', phones: ['+1 212 555 0129'] },
		]);
	});

	test('of one name at one company with other addresses are two, and a third without one is none of them', async () => {
		const report = await runTwice(
			lines(
				'Họ và tên,Chức vụ,Công ty,Email,Điện thoại',
				'Trần Văn Thử,Kế toán,Công ty Lúa,thu1@lua.example.com,0901000331',
				'Trần Văn Thử,Giám đốc,Công ty Lúa,thu2@lua.example.com,0901000332',
				'TRẦN VĂN THỬ,Thủ kho,Công ty Lúa,,0901000333',
			),
		);
		expect(report).toMatchObject({ created: 3, maybe: { name: 2 } });
		expect((await importedContacts(lan)).map(({ jobTitle }) => jobTitle)).toEqual(
			expect.arrayContaining(['Kế toán', 'Giám đốc', 'Thủ kho']),
		);
	});

	test('with one phone number, however it is written, may be the same', async () => {
		const file = lines(
			'name,company,phone',
			'Đỗ Thị Thử,Công ty Lúa,0901000444',
			'Do Thi Thu,Công ty Lúa,+84 901 000 444',
			'Thử (kế toán),Công ty Lúa,0901.000.444',
		);
		expect(await found(file)).toEqual([3, { phone: 2 }]);
		const { report } = await run(lan, file, { decided: { 3: 'same' } });
		expect(report).toMatchObject({ created: 2, twins: { decided: 1 } });
		expect(names(await importedContacts(lan))).toEqual(['Thử (kế toán)', 'Đỗ Thị Thử']);
	});

	test.each([
		['the same in another case', 'Ann Fir,Elm,ann@elm.example.com', 'ANN  FIR,elm,Ann@Elm.example.com', 1, {}],
		['written without accents', 'Lê Bảo,Lúa,bao@lua.example.com', 'Le Bao,Lúa,bao@lua.example.com', 1, {}],
		['with other accents', 'Lê Bảo,Lúa,bao@lua.example.com', 'Lê Bão,Lúa,bao@lua.example.com', 2, { email: 1 }],
		['at another company', 'Lê Bảo,Lúa,bao@lua.example.com', 'Lê Bảo,Sen,bao@lua.example.com', 1, {}],
		['of which one has no address', 'Lê Bảo,Lúa,', 'Lê Bảo,Lúa,bao@lua.example.com', 1, {}],
		['without accents and address', 'Lê Bảo,Lúa,', 'Le Bao,Lúa,', 2, { spelling: 1 }],
		['of the same name elsewhere', 'Lê Bảo,Lúa,', 'Lê Bảo,Sen,', 2, {}],
	])('%s', async (_, first, second, created, maybe) => {
		const file = lines('Name,Company,Email', first, second);
		expect(await found(file)).toEqual([created, maybe]);
		// as well where the first is there already
		await run(lan, lines('Name,Company,Email', first));
		expect(await found(lines('Name,Company,Email', second))).toEqual([created - 1, maybe]);
		await run(lan, file);
		expect(await importedContacts(lan)).toHaveLength(created);
	});

	test('in a list of addresses alone are whom they belong to, unless several do', async () => {
		await run(
			lan,
			lines(
				'Name,Company,Email',
				'Ann Fir,Elm,ann@elm.example.com',
				'Bo Oak,Elm,info@elm.example.com',
				'Cy Ash,Elm,info@elm.example.com',
			),
		);
		expect(await found(lines('Email', 'ann@elm.example.com', 'info@elm.example.com'))).toEqual([1, { email: 1 }]);
	});
});

describe('companies', () => {
	test('that differ in legal form and punctuation may be the same, and with spaces are', async () => {
		const file = lines(
			'Company name,Industry',
			'Elm Ltd,',
			'ELM LTD,',
			'Elm  Ltd,',
			'Elm Ltd.,',
			'Elm Limited,',
			'Công ty TNHH Hoà Bình,',
			'Hòa Bình JSC,',
		);
		expect(await found(file)).toEqual([5, { spelling: 3 }]);
		expect(await runTwice(file)).toMatchObject({ created: 5 });
	});

	test('of contacts are told apart and pointed out in the same way', async () => {
		const file = lines(
			'Name,Company,Email',
			'Ann Fir,Elm Ltd,a1@elm.example.com',
			'Bo Oak,ELM LTD,a2@elm.example.com',
			'Cy Ash,Elm  Ltd,a3@elm.example.com',
			'Di Yew,Elm Ltd.,a4@elm.example.com',
			'Ed Box,Elm Limited,a5@elm.example.com',
			'Flo Ivy,Elm Limited,a6@elm.example.com',
		);
		expect(await found(file)).toEqual([6, { company: 2 }]);
		const { report } = await run(lan, file, { decided: { 5: 'same' } });
		expect(report).toMatchObject({ created: 6, companies: 2 });
		expect(names(await importedCompanies(lan))).toEqual(['Elm Limited', 'Elm Ltd']);
		expect((await run(lan, file, { maybe: 'same' })).report).toMatchObject({ created: 0, companies: 0 });
	});

	test('with one website and two names are two, such as branches', async () => {
		const report = await runTwice(
			lines(
				'Company name,Website,Address',
				'Elm Boston,elm.example.com,Boston',
				'Elm Chicago,https://www.elm.example.com/chicago,Chicago',
			),
		);
		expect(report).toMatchObject({ created: 2, maybe: { domain: 1 } });
		expect(await importedCompanies(lan)).toMatchObject([{ address: 'Boston' }, { address: 'Chicago' }]);
	});

	test('of one name with two websites may be the same', async () => {
		const report = await runTwice(
			lines(
				'Company name,Industry,Website',
				'Elm,,elm.example.com',
				'Elm,,elm.example.org',
				'Oak,,',
				'Oak,,oak.example.com',
			),
		);
		expect(report).toMatchObject({ created: 3, maybe: { name: 1 } });
	});

	test('at one mail provider have nothing in common', async () => {
		const providers = ['hcm.fpt.vn', 'dng.vnn.vn', 'yahoo.co.uk', 'orange.fr', 't-online.de', 'gmail.com'];
		const rows = providers.flatMap((at, n) => [`Công ty ${n} A,a@${at}`, `Công ty ${n} B,b@${at}`]);
		expect(await runTwice(lines('Tên công ty,Email', ...rows))).toMatchObject({ created: 12, maybe: {} });
		const people = lines('Contact name,Email', ...providers.map((at, n) => `Người ${n},c@${at}`));
		expect(await found(people)).toEqual([6, {}]);
	});
});

describe('deals', () => {
	test('of one name with other values or days are several', async () => {
		const report = await runTwice(
			lines(
				'Deal name,Company,Value,Currency,Close date,Stage',
				'Service,Elm,1000,USD,2025-06-30,Closed Won',
				'Service,Elm,1000,USD,2026-06-30,Closed Won',
				'Service,Elm,2000,USD,2026-06-30,Proposal',
				'Service,Elm,2000,EUR,2026-06-30,Proposal',
				'Service,Oak,2000,EUR,2026-06-30,Proposal',
			),
		);
		expect(report).toMatchObject({ created: 5, maybe: { deal: 3 } });
	});

	test('that contradict in nothing are one, with what both say', async () => {
		const file = lines(
			'Deal name,Company,Value,Currency,Close date,Notes,Contact',
			'Service,Elm,1000,USD,,Call in May,Ann Fir',
			'Service,Elm,,,2026-06-30,Has a budget,Bo Oak',
		);
		expect(await runTwice(file)).toMatchObject({ created: 1, maybe: {} });
		const deal = await db.deal.findFirstOrThrow({ where: { userId: lan } });
		expect(await importedDeals(lan)).toMatchObject([{ value: '1000', expected: '2026-06-30', contact: 'Ann Fir' }]);
		expect(deal.notes).toBe('Call in May\n\nHas a budget');
	});
});

describe('rows of one record are combined', () => {
	test('second notes, titles, phones and addresses are kept, once', async () => {
		const file = lines(
			'Name,Company,Email,Job title,Phone,Address,Notes',
			'Ann Fir,Elm,ann@elm.example.com,Buyer,+1 212 555 0120,1 Elm St,Met in May',
			'Ann Fir,Elm,ann@elm.example.com,Director,+1 212 555 0129,9 Oak St,Likes tea',
			'Ann Fir,Elm,ann@elm.example.com,Director,+1 212 555 0129,9 Oak St,Likes tea',
		);
		expect(await runTwice(file)).toMatchObject({ created: 1 });
		const [ann] = await importedContacts(lan);
		expect(ann).toMatchObject({
			jobTitle: 'Buyer',
			phones: ['+1 212 555 0120', '+1 212 555 0129'],
			fields: { Address: '1 Elm St' },
		});
		const { notes } = await db.contact.findFirstOrThrow({ where: { userId: lan } });
		expect(notes).toBe('Met in May\n\nLikes tea\nJob title: Director\nAddress: 9 Oak St');
	});

	test('also with a record that is there, which keeps what it has', async () => {
		await run(lan, lines('Company name,Industry,Address,Notes', 'Elm,Wood,1 Elm St,Old customer'));
		await run(lan, lines('Company name,Industry,Address,Notes', 'ELM,Paper,1 Elm St,Pays late'));
		expect(await db.company.findMany({ where: { userId: lan } })).toMatchObject([
			{ name: 'Elm', industry: 'Wood', address: '1 Elm St', notes: 'Old customer\n\nPays late\nIndustry: Paper' },
		]);
	});

	test('and a row for whose notes there is no room is refused', async () => {
		const long = 'x'.repeat(15_000);
		const { report } = await run(
			lan,
			lines('Company name,Industry,Notes', `Elm,,${long}`, `Elm,,${long.replaceAll('x', 'y')}`, 'Oak,,z'),
		);
		expect(report).toMatchObject({ created: 2, refused: 1 });
		expect(await db.company.findFirstOrThrow({ where: { userId: lan, name: 'Elm' } })).toMatchObject({ notes: long });
	});
});

test('a decision on a line counts before that on all, follows the line before, and one on nothing is passed over', async () => {
	const file = lines(
		'Name,Company,Email',
		'Ann Fir,Elm,info@elm.example.com',
		'Ben Ash,Elm,info@elm.example.com',
		'Cy Yew,Elm,info@elm.example.com',
	);
	await run(lan, lines('Name,Company,Email', 'Old Fir,Elm,info@elm.example.com'));
	const { report } = await check(lan, file, { maybe: 'same', decided: { 3: 'apart', 9: 'same', 2: 'same' } });
	expect(report).toMatchObject({ created: 1, maybe: { email: 3 }, twins: { decided: 2 } });
	await run(lan, file, { maybe: 'same', decided: {} });
	const [only] = await db.contact.findMany({ where: { userId: lan } });
	expect(only).toMatchObject({ name: 'Old Fir', notes: 'Name: Ann Fir\nName: Ben Ash\nName: Cy Yew' });
});
