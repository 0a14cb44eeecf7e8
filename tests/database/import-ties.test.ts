import { beforeEach, describe, expect, test } from 'vitest';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { exportList } from '@/features/export/server/export-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { namedFields } from '../support/custom-fields';
import { run } from '../support/import-files';

let lan: UserId;
beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

/** Who reports to whom and was introduced by whom, by their names, and what was kept as a custom field. */
async function ties(userId: UserId) {
	const rows = await db.contact.findMany({
		where: { userId },
		orderBy: { name: 'asc' },
		include: { reportsTo: true, introducedBy: { include: { company: true } } },
	});
	const own = await Promise.all(rows.map(({ metadata }) => namedFields(userId, 'contact', metadata)));
	return rows.map(({ name, leftOn, leftTo, reportsTo, introducedBy }, at) => [
		name,
		leftOn?.toISOString().slice(0, 10) ?? null,
		leftTo,
		reportsTo?.name ?? null,
		introducedBy ? `${introducedBy.name}, ${introducedBy.company.name}` : null,
		own[at],
	]);
}

const head = 'Contact name,Company name,Left on,Left to,Introduced by,Introduced by (company),Reports to';
const file = (...rows: string[]) => [head, ...rows].join('\n');

describe('an import of contacts', () => {
	test('links rows that name one another, in any order', async () => {
		await run(lan, file('An,Bình Minh,,,Chi,Hoa Sen,Bình', 'Bình,Bình Minh,,,,,', 'Chi,Hoa Sen,2026-03-31,Sao Mai,,,'));
		expect(await ties(lan)).toEqual([
			['An', null, null, 'Bình', 'Chi, Hoa Sen', {}],
			['Bình', null, null, null, null, {}],
			['Chi', '2026-03-31', 'Sao Mai', null, null, {}],
		]);
	});

	test('leaves out the link that would close a cycle, and keeps its name', async () => {
		await run(lan, file('An,Bình Minh,,,,,Bình', 'Bình,Bình Minh,,,,,Chi', 'Chi,Bình Minh,,,,,An'));
		const found = await ties(lan);
		expect(found.filter(([, , , manager]) => manager === null)).toEqual([
			['Chi', null, null, null, null, { 'Reports to': 'An' }],
		]);
	});

	test('keeps as a custom field a name that is nobody’s, one of another company, and one of several', async () => {
		await run(
			lan,
			file('An,Bình Minh,,,Không Ai,,Hùng', 'Dũng,Bình Minh,,,Hùng,,', 'Hùng,Hoa Sen,,,,,', 'Hùng,Đông Á,,,,,'),
		);
		const found = await ties(lan);
		expect(found[0]).toEqual(['An', null, null, null, null, { 'Introduced by': 'Không Ai', 'Reports to': 'Hùng' }]);
		expect(found[1]).toEqual(['Dũng', null, null, null, null, { 'Introduced by': 'Hùng' }]);
	});

	test('fills in what is empty, and overwrites where that is asked for', async () => {
		await run(lan, file('An,Bình Minh,,,,,Bình', 'Bình,Bình Minh,,,,,', 'Chi,Bình Minh,,,,,'));
		const again = file('An,Bình Minh,,,,,Chi');
		await run(lan, again, { duplicates: { email: 'fill', domain: 'fill', name: 'fill', unique: 'fill' } });
		expect((await ties(lan))[0]?.[3]).toBe('Bình');
		await run(lan, again, {
			duplicates: { email: 'overwrite', domain: 'overwrite', name: 'overwrite', unique: 'overwrite' },
		});
		expect((await ties(lan))[0]?.[3]).toBe('Chi');
	});

	test('that moves somebody who left takes the mark away', async () => {
		await run(lan, 'Contact name,Company name,Email,Left on\nAn,Bình Minh,an@example.com,2026-03-31');
		await run(lan, 'Contact name,Company name,Email\nAn,Hoa Sen,an@example.com', {
			duplicates: { email: 'overwrite', domain: 'overwrite', name: 'create', unique: 'overwrite' },
		});
		const [an] = await db.contact.findMany({ where: { userId: lan }, include: { company: true } });
		expect(an).toMatchObject({ leftOn: null, company: { name: 'Hoa Sen' } });
	});
});

test('export, import into an empty account, contacts first: everybody is linked as before', async () => {
	await run(
		lan,
		file(
			'An,Bình Minh,,,Chi,Hoa Sen,Bình',
			'Bình,Bình Minh,2026-03-31,Sao Mai,,,',
			'Chi,Hoa Sen,,,,,',
			'Chi,Bình Minh,,,,,An',
		),
	);
	const chi = await db.contact.findFirstOrThrow({
		where: { userId: lan, name: 'Chi', company: { name: 'Bình Minh' } },
	});
	await db.company.updateMany({ where: { userId: lan, name: 'Hoa Sen' }, data: { introducedById: chi.id } });
	const exported = async (of: typeof contactFile) => {
		let text = '';
		for await (const piece of (await exportList(lan, of, {})).pieces) text += piece;
		return text;
	};
	const nam = await makeAccount('Lê Nam');
	await run(nam, await exported(contactFile));
	await run(nam, await exported(companyFile), {
		duplicates: { email: 'fill', domain: 'fill', name: 'fill', unique: 'fill' },
	});
	expect(await ties(nam)).toEqual(await ties(lan));
	const companies = await db.company.findMany({
		where: { userId: nam },
		orderBy: { name: 'asc' },
		include: { introducedBy: { include: { company: true } } },
	});
	expect(companies.map(({ name, introducedBy }) => [name, introducedBy?.name, introducedBy?.company.name])).toEqual([
		['Bình Minh', undefined, undefined],
		['Hoa Sen', 'Chi', 'Bình Minh'],
	]);
});
