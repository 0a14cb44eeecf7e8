import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { newCompany } from '@/features/companies/schema';
import * as companies from '@/features/companies/server/company-mutations';
import { getCompany } from '@/features/companies/server/company-queries';
import { contactChanges, newContact } from '@/features/contacts/schema';
import * as contacts from '@/features/contacts/server/contact-mutations';
import { getContact } from '@/features/contacts/server/contact-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { act, actAndUndo, undo } from '../support/act';
import { contactsOf, several } from '../support/contact-points';
import { historyOf } from '../support/history';
import { plainCompany, plainContact } from '../support/plain-records';
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

describe('several emails, phones and links', () => {
	test('are kept in their order with their labels, the first one as the main one', async () => {
		expect(await of.open(await of.add('Trần Quốc Bảo', several))).toMatchObject({
			...{ email: 'Bao@BinhMinh.example.com', emailLabel: 'Work', phone: '0901 234 567', phoneLabel: 'Zalo' },
			points: [
				{ kind: 'email', label: null, value: 'bao@example.org' },
				{ kind: 'phone', label: 'Switchboard', value: '+84 28 3822 1111' },
				{ kind: 'link', label: 'LinkedIn', value: 'https://www.example.com/bao' },
			],
		});
	});

	test('of a company begin with its website', async () => {
		const id = uuidv7();
		const website = ['hoasen.example.com', 'https://example.com/hoasen'];
		const form = newCompany.parse({ id, name: 'Hoa Sen', website, websiteLabel: ['', 'Shop'], tags: '[]' });
		await act((tx) => companies.createCompany(tx, lan, form));
		expect(await getCompany(lan, id)).toMatchObject({
			website: 'https://hoasen.example.com',
			points: [{ kind: 'link', label: 'Shop', value: 'https://example.com/hoasen' }],
		});
	});

	test('change places: the column has what is first now, as a new version that an undo takes back', async () => {
		const id = await of.add('Trần Quốc Bảo', several);
		const before = [await of.open(id), await snapshot(lan)] as const;
		const edited = await of.save(id, { ...several, email: several.email.toReversed(), emailLabel: ['Home', 'Work'] });
		const after = await of.open(id);
		expect(after).toMatchObject({ email: 'bao@example.org', emailLabel: 'Home' });
		expect(after.points[0]).toEqual({ kind: 'email', label: 'Work', value: 'Bao@BinhMinh.example.com' });
		await undo(lan, edited);
		expect([await of.open(id), await snapshot(lan)]).toEqual(before);
	});

	test('are part of the form: two that save it at the same version do not overwrite each other', async () => {
		const id = await of.add('Trần Quốc Bảo', several);
		const { version } = await of.open(id);
		const form = (phone: string[]) => contactChanges.parse({ id, version, ...of.fieldsOf('Trần Quốc Bảo', { phone }) });
		const first = { ...several, phone: [...several.phone, '0912 345 678'] };
		await of.save(id, first);
		await expect(act((tx) => contacts.updateContact(tx, lan, form(['113'])))).rejects.toThrow('changed somewhere else');
		expect((await of.open(id)).points.map(({ value }) => value)).toContain('0912 345 678');
		// and a save of the same leaves the version and the history alone
		const { version: saved } = await of.open(id);
		const again = await of.save(id, first);
		expect((await of.open(id)).version).toBe(saved);
		expect(await db.changeSet.count({ where: { id: again } })).toBe(0);
	});

	test('a form that is sent twice makes one contact, and is refused where it says something else the second time', async () => {
		const id = await of.add('Trần Quốc Bảo', several);
		const send = (phone: string[]) =>
			act((tx) =>
				contacts.createContact(
					tx,
					lan,
					newContact.parse({ id, ...of.fieldsOf('Trần Quốc Bảo', { ...several, phone }) }),
				),
			);
		await send(several.phone);
		await expect(send([...several.phone, '113'])).rejects.toThrow('was saved by this form before');
	});

	test('are said in the history of their record', async () => {
		const id = await of.add('Trần Quốc Bảo', several);
		await of.save(id, { ...several, email: 'bao@binhminh.example.com', phone: ['0901 234 567', '028 111'] });
		const [[, ...lines] = []] = await historyOf(lan, 'contact', id);
		expect(lines).toEqual([
			'Email removed: bao@example.org',
			'Phone: +84 28 3822 1111 → 028 111',
			'Label of 028 111: Switchboard → Home',
			'Email: Bao@BinhMinh.example.com → bao@binhminh.example.com',
		]);
		await of.save(id, { phone: ['0901 234 567', '028 111', '113'], phoneLabel: ['', '', 'Police'] });
		expect((await historyOf(lan, 'contact', id))[0]).toContain('Phone added: 113 (Police)');
	});

	test('go and come back with their record, whichever is put back first', async () => {
		const id = await of.add('Trần Quốc Bảo', several);
		const gone = () => db.contactPoint.count({ where: { userId: lan } });
		expect(await actAndUndo(lan, (tx) => contacts.deleteContact(tx, lan, { id }), gone)).toBe(0);
		expect(await actAndUndo(lan, (tx) => companies.deleteCompany(tx, lan, { id: binhMinh }), gone)).toBe(0);
		expect(await of.found('3822')).toEqual(['Trần Quốc Bảo']);
	});
});

describe('what no form sends is refused at its line', () => {
	const refused = (more: object) => {
		const parsed = parseInput(newContact, { id: uuidv7(), ...of.fieldsOf('Bảo', more) });
		return parsed.ok ? {} : parsed.fieldErrors;
	};
	test('a label of 1,000 characters', () => {
		expect(refused({ phone: ['113', '114'], phoneLabel: ['', 'x'.repeat(1_000)] })).toEqual({
			'phoneLabel.1': 'At most 40 characters; this has 1,000.',
		});
	});
	test('a second value that cannot be read, while the others stay', () => {
		expect(refused({ phone: ['113', 'gọi tôi'], email: ['x', 'a@example.com', 'y@'] })).toEqual({
			'phone.1': expect.stringContaining('not a phone number'),
			email: expect.stringContaining('not an email address'),
			'email.2': expect.stringContaining('not an email address'),
		});
	});
	test('more than twenty', () => {
		const phone = Array.from({ length: 19 }, (_, at) => `0901 234 5${10 + at}`);
		expect(refused({ phone, email: 'a@example.com' })).toEqual({});
		expect(refused({ phone, email: 'a@example.com', link: 'example.com' })).toEqual({
			phone: 'Use at most 20 emails, phones, and links (now 21).',
		});
		expect(refused({ phone: Array(100_000).fill('113') })).toEqual({
			phone: 'Use at most 20 emails, phones, and links (now 100000).',
		});
	});
	test.each([[[null]], [[[]]], [{ 0: '113' }], [7]])('what is no text: %j', (phone) => {
		expect(Object.keys(refused({ phone }))[0]).toMatch(/^phone/);
	});
});

test('the points of one account are not those of another, even by their ids', async () => {
	const id = await of.add('Trần Quốc Bảo', several);
	const stranger = await makeAccount('Lê Văn Lạ');
	const { version } = await of.open(id);
	const form = { ...plainContact(id, binhMinh, 'Lạ'), version, points: [] };
	await expect(act((tx) => contacts.updateContact(tx, stranger, form))).rejects.toThrow();
	expect((await of.open(id)).points).toHaveLength(3);
	expect(await getContact(stranger, id)).toBeNull();
});
