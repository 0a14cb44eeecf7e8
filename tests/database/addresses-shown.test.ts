import { beforeAll, describe, expect, test } from 'vitest';
import { companyFile } from '@/features/companies/server/company-export-queries';
import { getCompany } from '@/features/companies/server/company-queries';
import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { getContact } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { rowsOf } from '../support/exports';
import { edit, historyOf } from '../support/history';
import { run } from '../support/import-files';

// Browsers and other programs write a domain outside ASCII in Punycode. People never see it.

const domain = 'bình-minh.example';
const sent = new URL(`https://${domain}`).hostname;

let lan: UserId;
let companyId: string;
let contactId: string;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	expect(sent).toMatch(/^xn--/);
	const name = 'Thủy sản Bình Minh';
	const path = `https://${sent}/xn--mua`;
	({ id: companyId } = await db.company.create({
		data: { userId: lan, name, website: path, email: `info@${sent}` },
	}));
	({ id: contactId } = await db.contact.create({
		data: { userId: lan, companyId, name: 'Trần Quốc Bảo', email: `xn--bao@${sent}` },
	}));
});

describe('an address that is kept in Punycode', () => {
	test('is read as it is written where a record is shown, edited and merged', async () => {
		expect(await getCompany(lan, companyId)).toMatchObject({
			website: `https://${domain}/xn--mua`,
			email: `info@${domain}`,
		});
		expect(await getContact(lan, contactId)).toMatchObject({ email: `xn--bao@${domain}` });
	});

	test('is exported as it is written', async () => {
		expect(await rowsOf(lan, companyFile)).toMatchObject([
			{ Website: `https://${domain}/xn--mua`, Email: `info@${domain}` },
		]);
		expect(await rowsOf(lan, contactFile)).toMatchObject([{ Email: `xn--bao@${domain}` }]);
	});

	test('is told by the history as it is written, until only how it is kept has changed', async () => {
		await edit(lan, companyId, 'Thủy sản Bình Minh', { website: `https://${sent}`, email: `info@${domain}` });
		expect((await historyOf(lan, 'company', companyId))[0]).toEqual([
			'Edit company',
			`Website: https://${domain}/xn--mua → https://${domain}`,
			`Email: info@${sent} → info@${domain}`,
		]);
	});
});

describe('an import of people at a domain outside ASCII', () => {
	test('takes them for who is there, and names their company as it is written', async () => {
		const người = await makeAccount('Lê Thị Người');
		const file = ['First name,Email', `Lan,lan@${sent}`, `Bảo,bao@${domain}`].join('\n');
		expect((await run(người, file, { withoutCompany: 'domain' })).report).toMatchObject({ created: 2, companies: 1 });
		const companies = await db.company.findMany({
			where: { userId: người },
			select: { name: true, website: true, contacts: { select: { email: true }, orderBy: { name: 'asc' } } },
		});
		expect(companies).toEqual([
			{
				name: domain,
				website: `https://${sent}`,
				contacts: [{ email: `bao@${domain}` }, { email: `lan@${domain}` }],
			},
		]);
		const again = ['First name,Email,Job title', `Lan,lan@${sent},Giám đốc`].join('\n');
		expect((await run(người, again, { withoutCompany: 'domain' })).report).toMatchObject({
			merged: 1,
			twins: { email: 1 },
		});
	});

	test('finds the company whose website it is', async () => {
		const file = ['First name,Email', `Phạm Minh,pham@${domain}`].join('\n');
		await run(lan, file, { withoutCompany: 'domain' });
		expect(await db.contact.count({ where: { userId: lan, companyId, name: 'Phạm Minh' } })).toBe(1);
	});
});
