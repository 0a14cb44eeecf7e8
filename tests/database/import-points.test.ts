import { beforeEach, expect, test } from 'vitest';
import { undoImport } from '@/features/import/server/undo-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act } from '../support/act';
import { namedFields } from '../support/custom-fields';
import { check, run } from '../support/import-files';
import { snapshot } from '../support/snapshot';

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const lines = (...all: string[]) => all.join('\n');

/** The contacts with all of their points as text, the main ones first. */
async function people(): Promise<Record<string, string[]>> {
	const rows = await db.contact.findMany({
		where: { userId: lan },
		include: { points: { orderBy: [{ kind: 'asc' }, { place: 'asc' }, { id: 'asc' }] } },
		orderBy: { createdAt: 'asc' },
	});
	const said = (value: string | null, label: string | null) => (value ? [label ? `${value} (${label})` : value] : []);
	return Object.fromEntries(
		rows.map((row) => [
			row.name,
			[
				...said(row.email, row.emailLabel),
				...said(row.phone, row.phoneLabel),
				...row.points.flatMap(({ value, label }) => said(value, label)),
			],
		]),
	);
}

test('the columns of Google Contacts become points with their labels, in their order', async () => {
	await run(
		lan,
		lines(
			'First Name,Last Name,Organization Name,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Website 1 - Label,Website 1 - Value',
			'Bảo,Trần,Hoa Sen,* Work,bao@example.com,Home,bao@example.org,Mobile,0901 234 567 ::: 0912 345 678,Profile,example.com/bao',
		),
	);
	expect(await people()).toEqual({
		'Bảo Trần': [
			...['bao@example.com (Work)', '0901 234 567 (Mobile)', 'bao@example.org (Home)', '0912 345 678 (Mobile)'],
			'https://example.com/bao (Profile)',
		],
	});
});

test('what is no number, a label that is too long and a twenty-first number stay as custom fields', async () => {
	const numbers = Array.from({ length: 21 }, (_, at) => `0901 234 5${10 + at}`);
	await run(
		lan,
		lines(
			'Contact name,Company name,Phone,Phone label,Phone 2,Decision maker,Stay in touch',
			`Bảo,Hoa Sen,${numbers.join('; ')},${'x'.repeat(41)},gọi tôi,,`,
		),
	);
	const [row] = await db.contact.findMany({ where: { userId: lan }, include: { points: true } });
	expect(row).toMatchObject({ phone: numbers[0], phoneLabel: null });
	expect(row?.points).toHaveLength(19);
	expect(await namedFields(lan, 'contact', row?.metadata)).toEqual({
		Phone: numbers[20],
		'Phone label': 'x'.repeat(41),
		'Phone 2': 'gọi tôi',
	});
});

test('a contact is known by any address, gets what they lack, and an undo takes it away again', async () => {
	await run(
		lan,
		lines('Name,Company,Email,Email 2,Phone', 'Trần Quốc Bảo,Hoa Sen,bao@example.com,bao@example.org,0901 234 567'),
	);
	const before = await snapshot(lan);
	const version = async () => (await db.contact.findFirstOrThrow({ where: { userId: lan } })).version;
	const old = await version();
	const { id, report } = await run(
		lan,
		lines(
			'Name,Company,Email,Mobile Phone,Work Phone',
			'Bảo,Hoa Sen,BAO@example.org,+84 901 234 567,028 3822 1111',
			'Quốc Bảo,Hoa Sen,bao@example.com,,0912 345 678',
		),
		{ maybe: 'same' },
	);
	expect(report).toMatchObject({ created: 0, twins: { decided: 2 }, maybe: { email: 2 } });
	expect(await people()).toEqual({
		'Trần Quốc Bảo': [
			...['bao@example.com', '0901 234 567', 'bao@example.org'],
			...['028 3822 1111 (Work)', '0912 345 678 (Work)'],
		],
	});
	expect(await version()).toBeGreaterThan(old);
	await act((tx) => undoImport(tx, lan, { id }));
	const content = (all: Record<string, unknown[]>) =>
		JSON.parse(JSON.stringify([all.contact, all.contact_point]), (key, value) =>
			['version', 'updated_at'].includes(key) ? 0 : value,
		);
	expect(content(await snapshot(lan))).toEqual(content(before));
});

test('overwriting makes a further address the main one, and it is there once', async () => {
	await run(lan, lines('Name,Company,Email,Email 2', 'Trần Quốc Bảo,Hoa Sen,bao@example.com,bao@example.org'));
	const duplicates = { email: 'overwrite', domain: 'fill', name: 'fill', unique: 'fill' } as const;
	const before = await snapshot(lan);
	const { id } = await run(lan, lines('Name,Company,Home email', 'Trần Bảo,Hoa Sen,bao@example.org'), {
		...{ duplicates, maybe: 'same' },
		targets: [{ field: 'name' }, { field: 'company' }, { field: 'email' }],
	});
	expect(await people()).toEqual({ 'Trần Bảo': ['bao@example.org (Home)'] });
	await act((tx) => undoImport(tx, lan, { id }));
	expect(await people()).toEqual({ 'Trần Quốc Bảo': ['bao@example.com', 'bao@example.org'] });
	const points = (all: Record<string, unknown[]>) => all.contact_point;
	expect(points(await snapshot(lan))).toEqual(points(before));
});

test('two people with a shared mailbox are two in our own export, and known by their names the second time', async () => {
	const file = lines(
		'Contact name,Company name,Email,Email label,Email 2,Email 2 label,Decision maker,Stay in touch',
		'Đặng Thị Ánh,Hoa Sen,info@example.com,Work,,,,',
		'Trần Quốc Bảo,Hoa Sen,bao@example.com,,info@example.com,Work,,',
	);
	const expected = {
		'Đặng Thị Ánh': ['info@example.com (Work)'],
		'Trần Quốc Bảo': ['bao@example.com', 'info@example.com (Work)'],
	};
	await run(lan, file);
	expect(await people()).toEqual(expected);
	const { report } = await run(lan, file);
	expect(report).toMatchObject({ created: 0, twins: { email: 2 } });
	expect(await people()).toEqual(expected);
});

test('a row by which a record would get too many is refused, and says so', async () => {
	const numbers = (from: number) => Array.from({ length: 12 }, (_, at) => `0901 234 ${from + at}`).join('; ');
	await run(lan, lines('Name,Company,Email,Phone', `Bảo,Hoa Sen,bao@example.com,${numbers(500)}`));
	const before = await snapshot(lan);
	const { report, id } = await run(
		lan,
		lines('Name,Company,Email,Phone', `Bảo,Hoa Sen,bao@example.com,${numbers(600)}`),
	);
	expect(report).toMatchObject({ created: 0, merged: 0, refused: 1 });
	const [refusal] = await db.dataImportRefusal.findMany({ where: { userId: lan, importId: id } });
	expect(refusal?.reason).toContain('would have 25 emails, phones, and links, and a record can have 20');
	expect(await snapshot(lan)).toEqual(before);
});

test('a company is known by the domain of a further link', async () => {
	await run(lan, lines('Company name,Website,Website 2', 'Hoa Sen,hoasen.example.com,shop.hoasen.example'));
	const shop = (name: string) =>
		lines('Company name,Website,Phone', `${name},https://www.shop.hoasen.example/,028 111`);
	expect((await check(lan, shop('Cửa hàng'))).report).toMatchObject({ created: 1, maybe: { domain: 1 } });
	const { report } = await run(lan, shop('Công ty TNHH Hoa Sen'));
	expect(report).toMatchObject({ created: 0, twins: { domain: 1 } });
	const { report: contacts } = await run(lan, lines('Contact name,Email', 'Bảo,bao@shop.hoasen.example'));
	expect(contacts).toMatchObject({ created: 1, companies: 0 });
});
