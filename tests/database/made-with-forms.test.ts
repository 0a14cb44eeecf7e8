import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { activityChanges, newActivity } from '@/features/activities/schema';
import { createActivity, updateActivity } from '@/features/activities/server/activity-mutations';
import { contactChanges, newContact } from '@/features/contacts/schema';
import { createContact, updateContact } from '@/features/contacts/server/contact-mutations';
import { dealChanges, newDeal } from '@/features/deals/schema';
import { createDeal, updateDeal } from '@/features/deals/server/deal-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { actAndUndo, acted } from '../support/act';
import { plainDeal } from '../support/deals';

// A company or a contact that a form names in passing comes with what the form makes, and only with it.

let lan: UserId;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
});

const chosen = () => ({ companyId: uuidv7(), newCompany: 'Hoa Sen', contactId: uuidv7(), newContact: 'Đặng Văn Hùng' });
const counts = async () => ({
	companies: await db.company.count({ where: { userId: lan } }),
	contacts: await db.contact.count({ where: { userId: lan } }),
	deals: await db.deal.count({ where: { userId: lan } }),
	activities: await db.activity.count({ where: { userId: lan } }),
});

/** What a form sends, through its schema and its mutation, as an action takes it. */
function send<Schema extends z.ZodType>(
	schema: Schema,
	mutation: (tx: Tx, userId: UserId, input: z.output<Schema>) => Promise<unknown>,
	form: object,
) {
	const parsed = parseInput(schema, form);
	if (!parsed.ok) throw Object.assign(new Error(parsed.message), parsed);
	return (tx: Tx) => mutation(tx, lan, parsed.data);
}

const { contactId: _, ...deal } = plainDeal;
const call = { type: 'call', subject: 'Gọi lần đầu' };
const forms = {
	'a deal': () => send(newDeal, createDeal, { ...deal, id: uuidv7(), ...chosen() }),
	'an activity': () => send(newActivity, createActivity, { ...call, id: uuidv7(), ...chosen() }),
	'a contact': () =>
		send(newContact, createContact, {
			id: uuidv7(),
			name: 'Đặng Văn Hùng',
			companyId: uuidv7(),
			newCompany: 'Hoa Sen',
		}),
};

describe.each(Object.entries(forms))('the company and contact named in the form of %s', (_name, form) => {
	test('are made with it in one change set, once however often it is sent, and go with it', async () => {
		const work = form();
		const seen = await actAndUndo(
			lan,
			async (tx) => {
				await work(tx);
				await work(tx);
			},
			async () => ({
				companies: (await db.company.findMany({ where: { userId: lan } })).map(({ name }) => name),
				contacts: await db.contact.findMany({ where: { userId: lan }, include: { company: true } }),
			}),
		);
		expect(seen.companies).toEqual(['Hoa Sen']);
		expect(seen.contacts).toMatchObject([{ name: 'Đặng Văn Hùng', company: { name: 'Hoa Sen' } }]);
	});

	test('are not made twice by a second sending, after the first was saved', async () => {
		const work = form();
		await acted(work);
		const once = await counts();
		await acted(work);
		expect(await counts()).toEqual(once);
	});
});

test('a form that is refused leaves nothing behind', async () => {
	const work = send(newDeal, createDeal, { ...deal, id: uuidv7(), ...chosen(), value: '1000,555' });
	await expect(acted(work)).rejects.toMatchObject({ fieldErrors: { value: expect.any(String) } });
	expect(await counts()).toEqual({ companies: 0, contacts: 0, deals: 0, activities: 0 });
});

test('an edited record takes a company and a contact along as well', async () => {
	const binhMinh = (await db.company.create({ data: { userId: lan, name: 'Bình Minh' } })).id;
	const [dealId, activityId, contactId] = [uuidv7(), uuidv7(), uuidv7()];
	await acted(send(newDeal, createDeal, { ...deal, id: dealId, companyId: binhMinh }));
	await acted(send(newActivity, createActivity, { ...call, id: activityId, companyId: binhMinh }));
	await acted(send(newContact, createContact, { id: contactId, companyId: binhMinh, name: 'Trần Quốc Bảo' }));
	const version = async (table: 'deal' | 'activity' | 'contact', id: string) => {
		const find = db[table].findFirstOrThrow as (query: object) => Promise<{ version: number }>;
		return (await find({ where: { userId: lan, id } })).version;
	};
	const { companyId: _, ...person } = { name: 'Trần Quốc Bảo', companyId: null };
	for (const [table, id, work] of [
		['deal', dealId, (form: object) => send(dealChanges, updateDeal, { ...deal, ...form })],
		['activity', activityId, (form: object) => send(activityChanges, updateActivity, { ...call, ...form })],
		['contact', contactId, (form: object) => send(contactChanges, updateContact, { ...person, ...form })],
	] as const) {
		const { companyId, newCompany, ...contact } = chosen();
		const named = { companyId, newCompany, ...(table !== 'contact' && contact) };
		const saved = work({ id, version: await version(table, id), ...named });
		const company = await actAndUndo(lan, saved, () =>
			db.company.findFirstOrThrow({ where: { userId: lan, id: companyId } }),
		);
		expect(company.name).toBe('Hoa Sen');
	}
});

test('a new name is checked as in the full form, and a new contact has a company', async () => {
	const empty = parseInput(newDeal, { ...deal, id: uuidv7(), ...chosen(), newCompany: ' ' });
	expect(empty).toMatchObject({ ok: false, fieldErrors: { newCompany: 'Company name is required.' } });
	const { companyId: _, newCompany: __, ...alone } = chosen();
	const work = send(newActivity, createActivity, { ...call, id: uuidv7(), ...alone });
	await expect(acted(work)).rejects.toMatchObject({ fieldErrors: { companyId: expect.any(String) } });
});
