import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { findCompanyDuplicates } from '@/features/companies/server/company-duplicate-queries';
import { findContactDuplicates } from '@/features/contacts/server/contact-duplicate-queries';
import { newRecords } from '@/features/quick-create/schema';
import { readPreset } from '@/features/quick-create/server/preset-queries';
import { createRecords } from '@/features/quick-create/server/record-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { actAndUndo, acted, recorded, undo } from '../support/act';
import { snapshot } from '../support/snapshot';

// One dialog makes a company, its contact and its deal: all of them in one change set, or nothing.

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const companyForm = () => ({ id: uuidv7(), name: 'Công ty TNHH Hưng Thịnh', website: 'hungthinh.example.com' });
const contactForm = (companyId: string) => ({
	...{ id: uuidv7(), companyId, name: 'Trần Thị Ngọc Ánh', jobTitle: 'Tổng giám đốc' },
	...{ phone: ['0903 555 014', '0903 555 015'], phoneLabel: ['Mobile', 'Zalo'], email: 'anh@hungthinh.example.com' },
	...{ isDecisionMaker: true, authorityLevel: 'primary' },
});
const dealForm = (companyId: string, contactId: string) => ({
	...{ id: uuidv7(), companyId, contactId, name: 'Cung ứng cá tra 3 năm', value: '4250000000', currency: 'VND' },
	...{ stage: 'prospecting', expectedCloseOn: '2026-12-18', contactRole: 'champion' },
});

function allThree() {
	const company = companyForm();
	const contact = contactForm(company.id);
	return { company, contact, deal: dealForm(company.id, contact.id) };
}

/** What a dialog sends, as its action takes it: through the schema, and then in one transaction. */
function sent(input: unknown) {
	const parsed = parseInput(newRecords, input);
	if (!parsed.ok) throw Object.assign(new Error(parsed.message), parsed);
	return (tx: Parameters<typeof createRecords>[0]) => createRecords(tx, lan, parsed.data);
}

const counts = async () => [
	await db.company.count({ where: { userId: lan } }),
	await db.contact.count({ where: { userId: lan } }),
	await db.deal.count({ where: { userId: lan } }),
];

test('a company, its contact and its deal come in one change set, once, and go together', async () => {
	const form = allThree();
	const seen = await actAndUndo(lan, sent(form), async () => {
		expect(await db.changeSet.count({ where: { userId: lan } })).toBe(1);
		const deal = await db.deal.findFirstOrThrow({
			where: { userId: lan },
			include: { company: true, people: { include: { contact: true } } },
		});
		const points = await db.contactPoint.findMany({ where: { userId: lan } });
		return { deal, points };
	});
	expect(seen.deal).toMatchObject({
		name: 'Cung ứng cá tra 3 năm',
		currency: 'VND',
		company: { name: 'Công ty TNHH Hưng Thịnh', website: 'https://hungthinh.example.com' },
		contactId: form.contact.id,
		people: [
			{
				role: 'champion',
				contact: { name: 'Trần Thị Ngọc Ánh', phone: '0903 555 014', phoneLabel: 'Mobile', authorityLevel: 'primary' },
			},
		],
	});
	expect(seen.points).toMatchObject([{ value: '0903 555 015', label: 'Zalo', contactId: form.contact.id }]);
});

test('the same ids a second time change nothing and answer as the first did', async () => {
	const work = sent(allThree());
	const first = await acted(work);
	const before = await snapshot(lan);
	const second = await acted(work);
	expect(second.data).toEqual(first.data);
	expect(await snapshot(lan)).toEqual(before);
	expect(await db.changeLog.count({ where: { userId: lan, changeSetId: second.changeSet } })).toBe(0);
});

test('sent at the same time they are made once', async () => {
	const work = sent(allThree());
	const answers = await Promise.allSettled([acted(work), acted(work), acted(work)]);
	expect(answers.some(({ status }) => status === 'fulfilled')).toBe(true);
	expect(await counts()).toEqual([1, 1, 1]);
});

test('what is there already is taken as it is, and stays when the rest is undone', async () => {
	const company = companyForm();
	await acted(sent({ company }));
	const contact = contactForm(company.id);
	const changeSet = await recorded(sent({ contact, deal: dealForm(company.id, contact.id) }));
	expect(await counts()).toEqual([1, 1, 1]);
	await undo(lan, changeSet);
	expect(await counts()).toEqual([1, 0, 0]);
	await acted(sent({ contact }));
	await acted(sent({ deal: dealForm(company.id, contact.id) }));
	expect(await counts()).toEqual([1, 1, 1]);
});

describe('nothing is made where a part is wrong', () => {
	const wrong = {
		'a name that is missing': ['company.name', ({ company }: Form) => ({ company: { ...company, name: ' ' } })],
		'an email address': ['contact.email', ({ contact }: Form) => ({ contact: { ...contact, email: 'anh@' } })],
		'the second phone': ['contact.phone.1', ({ contact }: Form) => ({ contact: { ...contact, phone: ['113', 'x'] } })],
		'a value that is no amount': ['deal.value', ({ deal }: Form) => ({ deal: { ...deal, value: 'nhiều' } })],
		'an unknown stage': ['deal.stage', ({ deal }: Form) => ({ deal: { ...deal, stage: 'won' } })],
		'a company that is not there': [
			'contact.companyId',
			({ contact }: Form) => ({ contact: { ...contact, companyId: uuidv7() } }),
		],
		'a contact of another company': [
			'deal.contactId',
			({ deal }: Form) => ({ deal: { ...deal, contactId: elsewhere } }),
		],
	} as const;
	type Form = ReturnType<typeof allThree>;
	let elsewhere = '';

	test.each(Object.entries(wrong))('%s', async (_name, [field, change]) => {
		const company = companyForm();
		const contact = contactForm(company.id);
		elsewhere = contact.id;
		await acted(sent({ company, contact }));
		const before = await snapshot(lan);
		const form = allThree();
		const refused = await Promise.resolve()
			.then(() => acted(sent({ ...form, ...change(form) })))
			.then(
				() => ({ fieldErrors: {} }),
				(error: { fieldErrors: object }) => error,
			);
		expect(Object.keys(refused.fieldErrors)).toEqual([field]);
		expect(await snapshot(lan)).toEqual(before);
	});

	test('and where nothing is sent at all', async () => {
		await expect(acted(sent({}))).rejects.toThrow('Enter a name first.');
		expect(parseInput(newRecords, { person: {} })).toMatchObject({ ok: false });
		expect(await counts()).toEqual([0, 0, 0]);
	});
});

test('records of another account are not there', async () => {
	const theirs = companyForm();
	const person = contactForm(theirs.id);
	const stranger = await makeAccount('Lê Văn Lạ');
	const parsed = newRecords.parse({ company: theirs, contact: person });
	await acted((tx) => createRecords(tx, stranger, parsed));
	await expect(acted(sent({ contact: contactForm(theirs.id) }))).rejects.toMatchObject({
		fieldErrors: { 'contact.companyId': expect.stringContaining('no longer exists') },
	});
	await expect(acted(sent({ deal: dealForm(theirs.id, person.id) }))).rejects.toMatchObject({ name: 'Refusal' });
	expect(await counts()).toEqual([0, 0, 0]);
	const custom = { company: [], contact: [], deal: [] };
	const none = { company: null, contact: null, deal: null, industries: [], custom };
	expect(await readPreset(lan, { companyId: theirs.id })).toEqual(none);
	expect(await readPreset(lan, { contactId: person.id })).toEqual(none);
});

test('any text is kept letter by letter in all three, or refused with all of them', async () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.constantFrom('\0', '\ud800', '%_\\', 'a'.repeat(201)),
	);
	await fc.assert(
		fc.asyncProperty(text, text, text, async (name, person, title) => {
			const form = allThree();
			const before = await counts();
			const input = {
				company: { ...form.company, name },
				contact: { ...form.contact, name: person },
				deal: { ...form.deal, name: title },
			};
			const parsed = parseInput(newRecords, input);
			if (!parsed.ok) {
				expect(Object.keys(parsed.fieldErrors).every((field) => field.endsWith('.name'))).toBe(true);
				return;
			}
			await acted((tx) => createRecords(tx, lan, parsed.data));
			expect(await counts()).toEqual(before.map((count) => count + 1));
			const deal = await db.deal.findFirstOrThrow({
				where: { userId: lan, id: form.deal.id },
				include: { company: true, people: { include: { contact: true } } },
			});
			expect([deal.company.name, deal.people[0]?.contact.name, deal.name]).toEqual([
				parsed.data.company?.name,
				parsed.data.contact?.name,
				parsed.data.deal?.name,
			]);
		}),
		{ numRuns: 15 },
	);
});

test('what resembles a new record comes with what tells it from others and lets it be used', async () => {
	const form = allThree();
	await acted(sent({ ...form, company: { ...form.company, industry: 'Thủy sản' } }));
	const typed = { website: '', email: '', phone: '' };
	expect(await findCompanyDuplicates(lan, { ...typed, name: 'hung thinh' })).toEqual([
		{ id: form.company.id, name: form.company.name, detail: null, industry: 'Thủy sản', contacts: 1, same: 'name' },
	]);
	expect(await findContactDuplicates(lan, { email: 'anh@hungthinh.example.com', name: '', phone: '' })).toEqual([
		{
			...{ id: form.contact.id, name: form.contact.name, same: 'email' },
			...{ companyId: form.company.id, detail: form.company.name },
		},
	]);
});

test('a dialog is opened with the record of the page and those that it belongs to', async () => {
	const form = allThree();
	await acted(sent({ ...form, company: { ...form.company, industry: 'Thủy sản' } }));
	const company = { id: form.company.id, name: form.company.name };
	const contact = { id: form.contact.id, name: form.contact.name, suggestedRole: 'decision_maker' };
	const deal = { id: form.deal.id, name: form.deal.name };
	const industries = ['Thủy sản'];
	const custom = { company: [], contact: [], deal: [] };
	expect(await readPreset(lan, {})).toEqual({ company: null, contact: null, deal: null, industries, custom });
	expect(await readPreset(lan, { companyId: company.id })).toEqual({
		company,
		contact: null,
		deal: null,
		industries,
		custom,
	});
	expect(await readPreset(lan, { contactId: contact.id })).toEqual({
		company,
		contact,
		deal: null,
		industries,
		custom,
	});
	expect(await readPreset(lan, { dealId: deal.id })).toEqual({ company, contact, deal, industries, custom });
});
