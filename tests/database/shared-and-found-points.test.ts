import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Point } from '@/domain/contact-points/contact-point';
import { findCompanyDuplicates } from '@/features/companies/server/company-duplicate-queries';
import * as companies from '@/features/companies/server/company-mutations';
import { getCompany } from '@/features/companies/server/company-queries';
import { findContactDuplicates } from '@/features/contacts/server/contact-duplicate-queries';
import { findRecords } from '@/features/search/server/search-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, undo } from '../support/act';
import { contactsOf, several } from '../support/contact-points';
import { joinCompanies, joinContacts } from '../support/merging';
import { plainCompany } from '../support/plain-records';
import { snapshot } from '../support/snapshot';

let lan: UserId;
let binhMinh: string;
let of: ReturnType<typeof contactsOf>;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = uuidv7();
	await act((tx) => companies.createCompany(tx, lan, plainCompany(binhMinh, 'Thủy sản Bình Minh')));
	of = contactsOf(lan, binhMinh);
});

describe('a further address is found like the main one', () => {
	test.each([['bao@example.org'], ['quoc bao@example.org'], ['028 3822 1111'], ['+842838221111'], ['example.com/bao']])(
		'by the search of the list and the search box: %s',
		async (q) => {
			await of.add('Đặng Thị Ánh', { email: 'anh@example.com' });
			await of.add('Trần Quốc Bảo', several);
			expect(await of.found(q)).toEqual(['Trần Quốc Bảo']);
			const { hits } = await findRecords(lan, { q });
			expect(hits.map(({ name }) => name)).toEqual(['Trần Quốc Bảo']);
			expect(hits[0]?.why?.text).toMatch(/bao@example\.org|3822 1111|example\.com\/bao/);
		},
	);

	test('by the hint at duplicates, and so are further ones that are typed', async () => {
		await of.add('Trần Quốc Bảo', several);
		await of.add('Đặng Thị Ánh', { email: 'anh@example.com' });
		const resembled = async (typed: object) =>
			(await findContactDuplicates(lan, { name: '', email: '', phone: '', ...typed })).map(
				({ name, same }) => `${name}: ${same}`,
			);
		expect(await resembled({ email: 'BAO@example.org' })).toEqual(['Trần Quốc Bảo: email']);
		expect(await resembled({ phone: '02838221111' })).toEqual(['Trần Quốc Bảo: phone']);
		expect(await resembled({ email: 'new@example.com\nanh@example.com' })).toEqual(['Đặng Thị Ánh: email']);
	});

	test('by the hint at duplicates of a company, also by the domain of its second link and email', async () => {
		const points: Point[] = [
			{ kind: 'link', label: null, value: 'https://shop.binhminh.example' },
			{ kind: 'email', label: null, value: 'kho@kho.binhminh.example' },
			{ kind: 'phone', label: null, value: '0901 234 567' },
		];
		const { version } = (await getCompany(lan, binhMinh)) ?? expect.fail();
		const form = { ...plainCompany(binhMinh, 'Thủy sản Bình Minh'), version, points };
		await act((tx) => companies.updateCompany(tx, lan, form));
		const resembled = async (typed: object) =>
			(await findCompanyDuplicates(lan, { name: '', website: '', email: '', phone: '', ...typed })).map(
				({ same }) => same,
			);
		expect(await resembled({ website: 'https://www.shop.binhminh.example/a' })).toEqual(['website']);
		expect(await resembled({ email: 'x@kho.binhminh.example' })).toEqual(['email']);
		expect(await resembled({ phone: '+84901234567' })).toEqual(['phone']);
		expect(await resembled({ website: 'https://facebook.com/binhminh' })).toEqual([]);
	});
});

test('who shares an address or a number is named, however it is written, and nobody else', async () => {
	const id = await of.add('Trần Quốc Bảo', several);
	await of.add('Trần Minh', { email: ['minh@example.com', 'BAO@example.org'] });
	await of.add('Đặng Thị Ánh', { phone: '02838221111' });
	const hoaSen = uuidv7();
	const company = { ...plainCompany(hoaSen, 'Hoa Sen'), email: 'bao@binhminh.example.com' };
	await act((tx) => companies.createCompany(tx, lan, company));
	const stranger = await makeAccount('Lê Văn Lạ');
	await act((tx) =>
		companies.createCompany(tx, stranger, { ...plainCompany(uuidv7(), 'Lạ'), email: 'bao@example.org' }),
	);
	// that the contact's own company has it as well goes without saying
	const { version } = (await getCompany(lan, binhMinh)) ?? expect.fail();
	const own = { ...plainCompany(binhMinh, 'Thủy sản Bình Minh'), version, email: 'bao@example.org' };
	await act((tx) => companies.updateCompany(tx, lan, own));
	const named = ({ sharers }: { sharers: { value: string; name: string }[] }) =>
		sharers.map(({ value, name }) => `${value}: ${name}`).sort();
	expect(named(await of.open(id))).toEqual([
		'+84 28 3822 1111: Đặng Thị Ánh',
		'Bao@BinhMinh.example.com: Hoa Sen',
		'bao@example.org: Trần Minh',
	]);
	expect(named((await getCompany(lan, binhMinh)) ?? expect.fail())).toEqual([]);
	expect(named((await getCompany(lan, hoaSen)) ?? expect.fail())).toEqual(['bao@binhminh.example.com: Trần Quốc Bảo']);
});

test('a number is the same with and without the code of the account’s country, and of Vietnam', async () => {
	await db.settings.create({ data: { userId: lan, locale: 'de-DE' } });
	await of.add('Một', { phone: ['030 901820', '0901 234 567'] });
	await of.add('Hai', { phone: ['+49 (0)30 901820', '84901234567'] });
	await of.add('Ba', { phone: ['+84 901 234 567', '+44 30 901820', '901820'] });
	const { id } = await db.contact.findFirstOrThrow({ where: { userId: lan, name: 'Một' } });
	const { sharers } = await of.open(id);
	expect(sharers.map(({ value, name }) => `${value}: ${name}`).sort()).toEqual([
		...['030 901820: Hai', '0901 234 567: Ba', '0901 234 567: Hai'],
	]);
});

test('a mailbox of very many is named in part, without looking at all of them', async () => {
	const data = Array.from({ length: 300 }, (_, n) => ({
		userId: lan,
		companyId: binhMinh,
		name: `Số ${n}`,
		email: 'info@example.com',
	}));
	await db.contact.createMany({ data });
	const { sharers } = await of.open(await of.add('Bảo', { email: 'INFO@example.com' }));
	expect(sharers).toHaveLength(3);
});

describe('a merge', () => {
	test('keeps every address of both once, the chosen ones as the main ones, and is undone whole', async () => {
		const one = await of.add('Trần Quốc Bảo', several);
		const other = await of.add('Bảo', {
			...{ email: ['quoc.bao@example.com', 'BAO@example.org'], emailLabel: ['', 'Old'] },
			phone: ['+84 901 234 567', '0912 345 678'],
		});
		const before = await snapshot(lan);
		const merged = await joinContacts(lan, [one, other], { email: 'gone' });
		expect(await of.open(one)).toMatchObject({
			...{ email: 'quoc.bao@example.com', emailLabel: null, phone: '0901 234 567', phoneLabel: 'Zalo' },
			points: [
				{ kind: 'email', label: 'Work', value: 'Bao@BinhMinh.example.com' },
				{ kind: 'email', label: 'Old', value: 'bao@example.org' },
				{ kind: 'phone', label: 'Switchboard', value: '+84 28 3822 1111' },
				{ kind: 'phone', label: null, value: '0912 345 678' },
				{ kind: 'link', label: 'LinkedIn', value: 'https://www.example.com/bao' },
			],
		});
		expect(await of.found('0912345678')).toEqual(['Trần Quốc Bảo']);
		await undo(lan, merged);
		expect(await snapshot(lan)).toEqual(before);
	});

	test('of companies keeps their links too', async () => {
		const hoaSen = uuidv7();
		const points: Point[] = [{ kind: 'phone', label: 'Kho', value: '028 111' }];
		const form = { ...plainCompany(hoaSen, 'Hoa Sen'), website: 'https://a.example', points };
		await act((tx) => companies.createCompany(tx, lan, form));
		await joinCompanies(lan, [binhMinh, hoaSen], { website: 'gone' });
		expect(await getCompany(lan, binhMinh)).toMatchObject({
			website: 'https://a.example',
			phone: '028 111',
			points: [],
		});
	});

	test('of more than a record can have is refused with the limit, and changes nothing', async () => {
		const many = (from: number) => Array.from({ length: 11 }, (_, at) => `a${from + at}@example.com`);
		const pair = [await of.add('Bảo', { email: many(0) }), await of.add('Bảo', { email: many(50) })] as const;
		const before = await snapshot(lan);
		await expect(joinContacts(lan, pair)).rejects.toThrow('Use at most 20 emails, phones, and links (now 22).');
		expect(await snapshot(lan)).toEqual(before);
	});
});
