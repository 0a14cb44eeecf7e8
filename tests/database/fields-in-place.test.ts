import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { companyFieldChange } from '@/features/companies/schema';
import { changeCompanyField } from '@/features/companies/server/company-field-mutations';
import { contactFieldChange } from '@/features/contacts/schema';
import { changeContactField } from '@/features/contacts/server/contact-field-mutations';
import { dealFieldChange } from '@/features/deals/schema';
import { changeDealField } from '@/features/deals/server/deal-field-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { actAndUndo, acted } from '../support/act';
import { makeDeal } from '../support/deals';
import { snapshot } from '../support/snapshot';

let lan: UserId;
const ids = { company: '', contact: '', deal: '', other: '', third: '', otherContact: '', boss: '', elsewhere: '' };

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	const company = (name: string) => db.company.create({ data: { userId: lan, name } });
	const contact = (companyId: string, name: string) => db.contact.create({ data: { userId: lan, companyId, name } });
	const [binhMinh, anPhat] = [await company('Thủy sản Bình Minh'), await company('An Phát')];
	const [anh, bao, chi] = [
		await contact(binhMinh.id, 'Trần Thị Ánh'),
		await contact(binhMinh.id, 'Lê Quốc Bảo'),
		await contact(anPhat.id, 'Phạm Chi'),
	];
	ids.third = (await company('Bắc Hà')).id;
	ids.boss = (await contact(binhMinh.id, 'Võ Dũng')).id;
	ids.company = binhMinh.id;
	ids.other = anPhat.id;
	ids.contact = anh.id;
	ids.otherContact = bao.id;
	ids.elsewhere = chi.id;
	ids.deal = await makeDeal(lan, binhMinh.id, { name: 'Kho lạnh', value: '1500' });
});

const nouns = {
	company: { schema: companyFieldChange, mutation: changeCompanyField },
	contact: { schema: contactFieldChange, mutation: changeContactField },
	deal: { schema: dealFieldChange, mutation: changeDealField },
};
type Noun = keyof typeof nouns;

/** What an editor sends, as the action takes it: refused in words, or saved in one change set. */
async function send(noun: Noun, field: string, value: string, was: string, user = lan) {
	const { schema, mutation } = nouns[noun];
	const parsed = parseInput(schema, { id: ids[noun], field, value, was });
	if (!parsed.ok) return { refused: parsed.fieldErrors.value ?? parsed.message };
	const run = mutation as typeof changeCompanyField;
	try {
		return await acted((tx) => run(tx, user, parsed.data as never));
	} catch (error) {
		const { name, message, fieldErrors } = error as Error & { fieldErrors?: Record<string, string> };
		if (name !== 'Refusal') throw error;
		return { refused: Object.values(fieldErrors ?? {})[0] ?? message };
	}
}

const json = JSON.stringify;

/** Each field with its value, another one as an editor shows it once it is saved, and a third. */
const fields: [Noun, string, () => [string, string, string]][] = [
	['company', 'name', () => ['Thủy sản Bình Minh', 'Bình Minh Seafood', 'Của tôi']],
	['company', 'industry', () => ['', 'Xuất nhập khẩu', 'Khác']],
	['company', 'size', () => ['', '51-200', '1-10']],
	['company', 'address', () => ['', '12 Nguyễn Huệ\nQuận 1', 'Khác']],
	[
		'company',
		'website',
		() => [
			'',
			json([
				['https://binhminh.example.com', null],
				['https://shop.example.com/vi', 'Shop'],
			]),
			json([['https://khac.example.com', null]]),
		],
	],
	[
		'company',
		'phone',
		() => [
			'',
			json([
				['028 3822 0147', 'Office'],
				['0903 555 014', 'Zalo'],
			]),
			json([['0900 000 000', null]]),
		],
	],
	['company', 'email', () => ['', json([['lienhe@example.com', null]]), json([['khac@example.com', null]])]],
	['company', 'introducedById', () => ['', ids.elsewhere, ids.contact]],
	['company', 'tags', () => ['', json(['Khách quý', 'VIP']), json(['Khác'])]],
	['contact', 'name', () => ['Trần Thị Ánh', 'Trần Thị Ngọc Ánh', 'Của tôi']],
	['contact', 'companyId', () => [ids.company, ids.other, ids.third]],
	['contact', 'jobTitle', () => ['', 'Giám đốc mua hàng', 'Khác']],
	['contact', 'decides', () => ['', 'primary', 'influencer']],
	['contact', 'phone', () => ['', json([['0908 555 147', 'Mobile']]), json([['0900 000 000', null]])]],
	[
		'contact',
		'email',
		() => [
			'',
			json([
				['anh@example.com', null],
				['anh.tran@example.org', 'Home'],
			]),
			json([['khac@example.com', null]]),
		],
	],
	[
		'contact',
		'link',
		() => ['', json([['https://www.example.com/anh', 'LinkedIn']]), json([['https://khac.example.com', null]])],
	],
	['contact', 'rhythm', () => ['', 'biweekly', 'weekly']],
	['contact', 'leftOn', () => ['', '2026-03-31', '2026-04-01']],
	['contact', 'introducedById', () => ['', ids.elsewhere, ids.otherContact]],
	['contact', 'reportsToId', () => ['', ids.otherContact, ids.boss]],
	['contact', 'tags', () => ['', json(['Xuất khẩu']), json(['Khác'])]],
	['deal', 'name', () => ['Kho lạnh', 'Kho lạnh, đợt 2', 'Của tôi']],
	['deal', 'value', () => ['1500.00 USD', '38400.50 USD', '7 USD']],
	['deal', 'stage', () => ['prospecting', 'proposal', 'negotiation']],
	['deal', 'ownProbability', () => ['', '60', '20']],
	['deal', 'expectedCloseOn', () => ['', '2026-12-18', '2027-01-01']],
	['deal', 'companyId', () => [ids.company, ids.other, ids.third]],
	['deal', 'contactId', () => ['', ids.contact, ids.otherContact]],
];

test('every field that the schemas offer is tried here', () => {
	const offered = Object.entries(nouns).flatMap(([noun, { schema }]) => {
		const { in: object } = (
			schema as unknown as { def: { in: { shape: { field: { options: [{ options: string[] }] } } } } }
		).def;
		return object.shape.field.options[0].options.map((field) => `${noun} ${field}`);
	});
	const tried = fields.map(([noun, field]) => `${noun} ${field}`);
	// these two belong to others: where somebody went to, and why a deal is lost
	expect(offered.sort()).toEqual([...tried, 'contact leftTo', 'deal lostReason'].sort());
});

describe.each(fields)('%s %s', (noun, field, values) => {
	test('is saved, and undone', async () => {
		const [was, value] = values();
		const { mutation, schema } = nouns[noun];
		const parsed = parseInput(schema, { id: ids[noun], field, value, was });
		if (!parsed.ok) throw new Error(parsed.message);
		const run = mutation as typeof changeCompanyField;
		const seen = await actAndUndo(
			lan,
			async (tx) => expect(await run(tx, lan, parsed.data as never)).toMatchObject({ is: 'saved', value }),
			// what was saved is what is there: sent once more, it changes nothing
			() => send(noun, field, value, was),
		);
		expect(seen).toMatchObject({ data: { is: 'same', value } });
	});

	test('is cleared, where it may be empty', async () => {
		const [was, value] = values();
		await send(noun, field, value, was);
		const cleared = await send(noun, field, '', value);
		if (was === '') expect(cleared).toMatchObject({ data: { is: 'saved', value: '' } });
		else expect(cleared).toEqual({ refused: expect.stringMatching(/required|Choose|Select|Enter/) });
	});

	test('is not overwritten where another value came in between, which is said', async () => {
		const [was, value, mine] = values();
		await send(noun, field, value, was);
		const before = await snapshot(lan);
		expect(await send(noun, field, mine, 'cũ')).toMatchObject({ data: { is: 'conflict', value } });
		expect(await snapshot(lan)).toEqual(before);
		expect(await send(noun, field, mine, value)).toMatchObject({ data: { is: 'saved' } });
	});

	test('belongs to its account', async () => {
		const stranger = await makeAccount('Lê Văn Lạ');
		const before = await snapshot(lan);
		const [was, value] = values();
		expect(await send(noun, field, value, was, stranger)).toEqual({
			refused: expect.stringMatching(/not exist|no longer exists/),
		});
		expect(await snapshot(lan)).toEqual(before);
	});

	test('refuses what no field takes', async () => {
		const before = await snapshot(lan);
		const [was, value] = values();
		const isList = value.startsWith('[');
		for (const bad of ['a\0b', '\ud800', `a${'\u0301'.repeat(40)}`])
			for (const text of isList ? [bad, json([bad]), json([[bad, null]]), json([bad, bad])] : [bad])
				expect(await send(noun, field, text, was), JSON.stringify(text)).toEqual({ refused: expect.any(String) });
		expect(await snapshot(lan)).toEqual(before);
	});
});

test('two fields that are changed at the same time do not meet', async () => {
	const [one, other] = await Promise.all([
		send('company', 'industry', 'Thủy sản', ''),
		send('company', 'phone', json([['0903 555 014', null]]), ''),
	]);
	expect([one, other]).toMatchObject([{ data: { is: 'saved' } }, { data: { is: 'saved' } }]);
	expect(await db.company.findUnique({ where: { userId_id: { userId: lan, id: ids.company } } })).toMatchObject({
		industry: 'Thủy sản',
		phone: '0903 555 014',
	});
});

test('of two who change one field at the same time, one hears of the other', async () => {
	const both = await Promise.all(['Thủy sản', 'Logistics'].map((value) => send('company', 'industry', value, '')));
	const answers = both.map((answer) => ('data' in answer ? answer.data.is : 'refused'));
	expect(answers.sort()).toEqual(['conflict', 'saved']);
});

test.each<[Noun, string, string, string, string]>([
	['company', 'name', '  ', 'Thủy sản Bình Minh', 'Company name is required.'],
	['company', 'phone', json([['12', null]]), '', 'phone number'],
	['company', 'email', json([['lienhe@example', null]]), '', 'name@example.com'],
	['company', 'website', json([['javascript:alert(1)', null]]), '', 'Only http and https'],
	['company', 'size', '12', '', 'Choose one of the sizes.'],
	['company', 'tags', json(['a,b']), '', 'comma'],
	['company', 'phone', json(Array.from({ length: 21 }, (_, n) => [`0903 555 0${n + 10}`, null])), '', 'at most 20'],
	['contact', 'companyId', '', 'x', 'Choose a company.'],
	['contact', 'leftTo', 'An Phát', '', 'Enter the date when they left first.'],
	['deal', 'value', 'nhiều USD', '1500.00 USD', 'amount'],
	['deal', 'value', '1.005 USD', '1500.00 USD', ''],
	['deal', 'value', '12 XXQ', '1500.00 USD', 'Enter a currency code'],
	['deal', 'ownProbability', '101', '', 'from 0 to 100'],
	['deal', 'expectedCloseOn', '31/02/2026', '', 'This is not a day'],
	['deal', 'lostReason', 'Price', '', 'Only a lost deal has a reason.'],
])('%s %s refuses %s in words', async (noun, field, value, was, reason) => {
	const before = await snapshot(lan);
	expect(await send(noun, field, value, was)).toEqual({ refused: expect.stringContaining(reason) });
	expect(await snapshot(lan)).toEqual(before);
});

test('nobody reports to somebody of another company, and no deal has a contact of one', async () => {
	expect(await send('contact', 'reportsToId', ids.elsewhere, '')).toEqual({
		refused: expect.stringContaining('another company'),
	});
	expect(await send('deal', 'contactId', ids.elsewhere, '')).toEqual({
		refused: expect.stringContaining('another company'),
	});
	expect(await send('contact', 'introducedById', ids.contact, '')).toEqual({
		refused: expect.stringContaining('themselves'),
	});
});

test('who moves to another company leaves behind that they left the one before, and to whom they reported', async () => {
	await send('contact', 'leftOn', '2026-03-31', '');
	await send('contact', 'leftTo', 'An Phát', '');
	await send('contact', 'reportsToId', ids.otherContact, '');
	await send('contact', 'companyId', ids.other, ids.company);
	expect(await db.contact.findUnique({ where: { userId_id: { userId: lan, id: ids.contact } } })).toMatchObject({
		...{ companyId: ids.other, leftOn: null, leftTo: null, reportsToId: null },
	});
});

test('a deal that goes to another company leaves its contact behind, unless they had a role in it', async () => {
	const people = () => db.dealPerson.findMany({ where: { userId: lan, dealId: ids.deal }, select: { role: true } });
	await send('deal', 'contactId', ids.contact, '');
	await send('deal', 'companyId', ids.other, ids.company);
	expect(await people()).toEqual([]);
	await send('deal', 'companyId', ids.company, ids.other);
	await send('deal', 'contactId', ids.contact, '');
	await db.dealPerson.updateMany({ where: { userId: lan, dealId: ids.deal }, data: { role: 'champion' } });
	await send('deal', 'companyId', ids.other, ids.company);
	expect(await people()).toEqual([{ role: 'champion' }]);
	expect(await db.deal.findUnique({ where: { userId_id: { userId: lan, id: ids.deal } } })).toMatchObject({
		contactId: null,
	});
});

test('an amount is read as the account writes it, and is the same one when it is sent again', async () => {
	await db.settings.create({ data: { userId: lan, currency: 'VND', locale: 'vi-VN', timeZone: 'UTC', weekStart: 1 } });
	expect(await send('deal', 'value', '1,5 tỷ VND', '1500.00 USD')).toMatchObject({
		data: { is: 'saved', value: '1500000000.00 VND' },
	});
	expect(await send('deal', 'value', '1,5 tỷ VND', '1500.00 USD')).toMatchObject({ data: { is: 'same' } });
});

test('a field of nothing is refused', async () => {
	const none = parseInput(companyFieldChange, { id: uuidv7(), field: 'version', value: '1', was: '' });
	expect(none).toMatchObject({ ok: false, fieldErrors: { field: 'Select one of the fields.' } });
});
