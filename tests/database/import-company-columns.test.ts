import { beforeEach, describe, expect, test } from 'vitest';
import { listShownRows } from '@/features/import/server/shown-rows-queries';
import { undoImport } from '@/features/import/server/undo-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { check, inSet, run, runChecked } from '../support/import-files';
import { importedCompanies, importedContacts, importedDeals } from '../support/imported-records';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const lines = (...all: string[]) => all.join('\n');
const contacts = lines(
	'Họ và tên,Công ty,Email,Điện thoại,Company website,Company phone,Industry,Number of employees,Company address',
	'Đặng Thị Ánh,Hoa Sen,anh@hoasen.example.com,0901234567,hoasen.example.com,028 3822 1234,Gỗ,35,"12 Lê Lợi, Huế"',
	'Lê Nam,Hoa Sen,nam@hoasen.example.com,0901234568,www.hoasen.example.com/gioi-thieu,028 3822 9999,Nội thất,35,"12 Lê Lợi, Huế"',
	'Trần Quốc Bảo,Sao Mai,bao@saomai.example.com,,khong phai,,Giấy,,',
);
const hoaSen = {
	name: 'Hoa Sen',
	website: 'https://hoasen.example.com',
	industry: 'Gỗ',
	address: '12 Lê Lợi, Huế',
	phones: ['028 3822 1234', '028 3822 9999'],
};
const notesOf = async (name: string) => (await db.company.findFirst({ where: { userId: lan, name } }))?.notes;

describe('what a file of contacts says of their companies', () => {
	test('goes to these, and nothing of it is lost', async () => {
		const { checked, settings } = await run(lan, contacts);
		expect(settings.targets.map((target) => target && 'field' in target && target.field)).toEqual([
			...['name', 'company', 'email', 'phone', 'companyWebsite', 'companyPhone', 'companyIndustry', 'companySize'],
			'companyAddress',
		]);
		expect(checked).toMatchObject({ created: 3, companies: 2, aside: { 'Company’s website': 1 } });
		expect(await importedCompanies(lan)).toMatchObject([hoaSen, { name: 'Sao Mai', industry: 'Giấy', website: null }]);
		expect(await db.company.findFirst({ where: { userId: lan, name: 'Hoa Sen' } })).toMatchObject({
			size: 'from_11_to_50',
		});
		expect(await notesOf('Hoa Sen')).toBe('Industry: Nội thất');
		const people = await importedContacts(lan);
		expect(people.map(({ name, phones, links }) => [name, phones, links])).toEqual([
			['Lê Nam', ['0901234568'], []],
			['Trần Quốc Bảo', [], []],
			['Đặng Thị Ánh', ['0901234567'], []],
		]);
		expect(Object.values(people[1]?.fields ?? {})).toEqual(['khong phai']);
	});

	test('fills in what is empty, keeps what is there, and is undone', async () => {
		await run(lan, 'Company name,Industry,Phone\nHoa Sen,Đồ gỗ,\n');
		const before = await importedCompanies(lan);
		const checked = await check(lan, contacts);
		const [row] = (await listShownRows(lan, checked.id)).rows;
		expect(row?.values).toContainEqual({ label: 'Company’s address', before: null, after: '12 Lê Lợi, Huế' });
		const { id } = await runChecked(lan, checked);
		expect((await importedCompanies(lan))[0]).toMatchObject({ ...hoaSen, industry: 'Đồ gỗ' });
		expect(await notesOf('Hoa Sen')).toBe('Industry: Gỗ\nIndustry: Nội thất');
		await run(lan, contacts);
		expect(await notesOf('Hoa Sen')).toBe('Industry: Gỗ\nIndustry: Nội thất');
		expect((await importedCompanies(lan))[0]).toMatchObject({ phones: hoaSen.phones });
		await inSet((tx) => undoImport(tx, lan, { id }));
		expect((await importedCompanies(lan))[0]).toMatchObject({ name: before[0]?.name });
	});

	test('has no room for a 21st number among these, and goes to the notes', async () => {
		const rows = Array.from(
			{ length: 23 },
			(_, at) => `Lê Nam ${at},Hoa Sen,n${at}@hoasen.example.com,028 3822 10${at + 10}`,
		);
		await run(lan, lines('Name,Company,Email,Company phone', ...rows));
		expect((await importedCompanies(lan))[0]?.phones).toHaveLength(20);
		expect(await notesOf('Hoa Sen')).toBe('Phone: 028 3822 1030\nPhone: 028 3822 1031\nPhone: 028 3822 1032');
	});
});

test('what a file of deals says of their companies goes to these', async () => {
	await run(
		lan,
		lines(
			'Deal name,Company,Contact name,Amount,Company website,Industry,Company phone',
			'Máy bơm,Hoa Sen,Lê Nam,5,hoasen.example.com,Gỗ,028 3822 1234',
		),
	);
	expect(await importedCompanies(lan)).toMatchObject([
		{ website: 'https://hoasen.example.com', industry: 'Gỗ', phones: ['028 3822 1234'] },
	]);
	expect(await importedDeals(lan)).toMatchObject([{ name: 'Máy bơm', contact: 'Lê Nam' }]);
});
