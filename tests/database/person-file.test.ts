import { unzipSync } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import * as activities from '@/features/activities/server/activity-mutations';
import { createCompany } from '@/features/companies/server/company-mutations';
import { createDeal } from '@/features/deals/server/deal-mutations';
import { personFile } from '@/features/privacy/server/person-file-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { recorded } from '../support/act';
import { contactsOf, several } from '../support/contact-points';
import { plainDeal } from '../support/deals';
import { plainActivity, plainCompany } from '../support/plain-records';

/** The files of the archive, by their names. */
async function filesOf(userId: UserId, id: string): Promise<{ name: string; files: Record<string, string> }> {
	const found = (await personFile(userId, { id: [id] })) ?? expect.fail();
	const pieces = (await Array.fromAsync(found.pieces)) as Uint8Array[];
	const files = Object.entries(unzipSync(Buffer.concat(pieces)));
	return {
		name: found.name,
		files: Object.fromEntries(files.map(([name, file]) => [name, new TextDecoder().decode(file)])),
	};
}

test('everything about a person is one archive with a page and JSON, which say the same', async () => {
	const lan = await makeAccount('Nguyễn Thị Lan');
	const companyId = uuidv7();
	await recorded((tx) =>
		createCompany(tx, lan, {
			...plainCompany(companyId, 'Thủy sản Bình Minh'),
			notes: 'Anh Trần Quốc Bảo <giới thiệu>',
		}),
	);
	const people = contactsOf(lan, companyId);
	const field = uuidv7();
	await db.field.create({
		data: { userId: lan, id: field, kind: 'contact', type: 'text', name: 'Sinh nhật', place: 1 },
	});
	const id = await people.add('Trần Quốc Bảo', several);
	await people.save(id, { ...several, jobTitle: 'Giám đốc' });
	await db.contact.update({
		where: { userId_id: { userId: lan, id } },
		data: { metadata: { [field]: 'mồng ba Tết' } },
	});
	const deal = { ...plainDeal, id: uuidv7(), companyId, contactId: id, name: 'Kho lạnh' };
	await recorded((tx) => createDeal(tx, lan, deal));
	// more than are read at once
	for (let nth = 0; nth < 3; nth++)
		await recorded((tx) =>
			activities.createActivity(tx, lan, {
				...plainActivity(`Gọi lần ${nth}`, companyId),
				id: uuidv7(),
				contactId: id,
			}),
		);
	await db.$executeRaw`
		INSERT INTO activity (user_id, id, company_id, contact_id, type, subject, at)
		SELECT ${lan}::uuid, gen_random_uuid(), ${companyId}::uuid, ${id}::uuid, 'note', 'Ghi chú ' || n, now() FROM generate_series(1, 600) n`;
	await db.followUp.create({ data: { userId: lan, id: uuidv7(), title: 'Gửi báo giá', contactId: id, companyId } });

	const { name, files } = await filesOf(lan, id);
	expect(name).toMatch(/^minicrm-tran-quoc-bao-\d{4}-\d\d-\d\d\.zip$/);
	expect(Object.keys(files)).toEqual(['tran-quoc-bao.html', 'tran-quoc-bao.json']);
	const page = files['tran-quoc-bao.html'] ?? '';
	const json = JSON.parse(files['tran-quoc-bao.json'] ?? '');
	for (const text of [
		'Trần Quốc Bảo',
		'Giám đốc',
		'bao@example.org',
		'+84 28 3822 1111',
		'Sinh nhật',
		'mồng ba Tết',
		'Kho lạnh',
		'Gọi lần 2',
		'Ghi chú 600',
		'Gửi báo giá',
		'Job title: nothing → Giám đốc',
	]) {
		expect(page).toContain(text);
		expect(files['tran-quoc-bao.json']).toContain(text);
	}
	expect(json.activities).toHaveLength(603);
	expect(json.texts).toEqual([
		{ Record: 'Company “Thủy sản Bình Minh”', Field: 'notes', Text: 'Anh Trần Quốc Bảo <giới thiệu>' },
	]);
	expect(page).toContain('Anh Trần Quốc Bảo &lt;giới thiệu&gt;');
	expect(/<script|\b(?:src|href)=/.test(page)).toBe(false);
});

test.each([[{}], [{ id: 'x' }], [{ id: uuidv7() }]])('there is no file of %j', async (params) => {
	expect(await personFile(await makeAccount('Nguyễn Thị Lan'), params)).toBeNull();
});
