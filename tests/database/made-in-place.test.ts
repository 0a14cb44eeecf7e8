import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { deleteCompany } from '@/features/companies/server/company-mutations';
import { contactFieldChange } from '@/features/contacts/schema';
import { changeContactField } from '@/features/contacts/server/contact-field-mutations';
import { dealFieldChange } from '@/features/deals/schema';
import { changeDealField } from '@/features/deals/server/deal-field-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, type Tx } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { act, actAndUndo, acted } from '../support/act';
import { makeDeal } from '../support/deals';
import { snapshot } from '../support/snapshot';

// What an editor in place sends with a value: the name of a record that is made with it, and why a deal is lost.

let lan: UserId;
const ids = { company: '', contact: '', deal: '' };

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	ids.company = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
	ids.contact = (await db.contact.create({ data: { userId: lan, companyId: ids.company, name: 'Trần Thị Ánh' } })).id;
	ids.deal = await makeDeal(lan, ids.company, { name: 'Kho lạnh', value: '1500' });
});

/** The work of an action, as it takes what an editor sends. */
function change<Schema extends z.ZodType>(
	schema: Schema,
	mutation: (tx: Tx, userId: UserId, input: z.output<Schema>) => Promise<{ is: string }>,
	sent: object,
	user = lan,
) {
	const parsed = parseInput(schema, sent);
	if (!parsed.ok) throw Object.assign(new Error(parsed.message), parsed);
	return (tx: Tx) => mutation(tx, user, parsed.data);
}
const ofContact = (sent: object, user?: UserId) =>
	change(contactFieldChange, changeContactField, { id: ids.contact, ...sent }, user);
const ofDeal = (sent: object, user?: UserId) =>
	change(dealFieldChange, changeDealField, { id: ids.deal, ...sent }, user);

const company = { newCompany: 'Hoa Sen' };
const made = {
	'the company of a contact': () => ({
		of: ofContact,
		sent: { field: 'companyId', value: uuidv7(), was: ids.company, ...company },
	}),
	'the company of a deal': () => ({
		of: ofDeal,
		sent: { field: 'companyId', value: uuidv7(), was: ids.company, ...company },
	}),
	'the manager of a contact': () => ({
		of: ofContact,
		sent: { field: 'reportsToId', value: uuidv7(), was: '', newContact: 'Đặng Văn Hùng' },
	}),
	'the contact of a deal': () => ({
		of: ofDeal,
		sent: { field: 'contactId', value: uuidv7(), was: '', newContact: 'Đặng Văn Hùng' },
	}),
};

const look = async () => ({
	companies: (await db.company.findMany({ where: { userId: lan }, orderBy: { id: 'asc' } })).map(({ name }) => name),
	contacts: await db.contact.findMany({ where: { userId: lan }, include: { company: true }, orderBy: { id: 'asc' } }),
	deal: await db.deal.findUnique({
		where: { userId_id: { userId: lan, id: ids.deal } },
		include: { company: true, mainPerson: { include: { contact: true } } },
	}),
});

describe.each(Object.entries(made))('%s, named in place', (_name, prepare) => {
	test('is made with it in one change set, once however often it is sent, and goes with it', async () => {
		const { of, sent } = prepare();
		const seen = await actAndUndo(lan, of(sent), async () => {
			expect(await act(of(sent))).toMatchObject({ is: 'same', value: sent.value });
			return look();
		});
		if ('newContact' in sent) {
			expect(seen.companies).toEqual(['Thủy sản Bình Minh']);
			expect(seen.contacts.at(-1)).toMatchObject({ name: 'Đặng Văn Hùng', company: { name: 'Thủy sản Bình Minh' } });
			if (of === ofDeal) expect(seen.deal).toMatchObject({ mainPerson: { contact: { name: 'Đặng Văn Hùng' } } });
			else expect(seen.contacts[0]).toMatchObject({ reportsToId: sent.value });
		} else {
			expect(seen.companies).toEqual(['Thủy sản Bình Minh', 'Hoa Sen']);
			const moved = of === ofDeal ? seen.deal : seen.contacts[0];
			expect(moved).toMatchObject({ company: { name: 'Hoa Sen' } });
		}
	});

	test('is not made where another value came in between', async () => {
		const { of, sent } = prepare();
		const before = await snapshot(lan);
		expect(await act(of({ ...sent, was: uuidv7() }))).toMatchObject({ is: 'conflict' });
		expect(await snapshot(lan)).toEqual(before);
	});

	test('is not made for a record of another account, nor with a name that is too long', async () => {
		const { of, sent } = prepare();
		const stranger = await makeAccount('Lê Văn Lạ');
		const before = [await snapshot(lan), await snapshot(stranger)];
		await expect(act(of(sent, stranger))).rejects.toThrow('no longer exists');
		const [named = ''] = Object.keys(sent).filter((key) => key.startsWith('new'));
		expect(() => of({ ...sent, [named]: 'x'.repeat(201) })).toThrow(expect.objectContaining({ ok: false }));
		expect([await snapshot(lan), await snapshot(stranger)]).toEqual(before);
	});

	test('does not wait for a deletion that waits for it', async () => {
		const { of, sent } = prepare();
		const [saved, deleted] = await Promise.allSettled([
			act(of(sent)),
			act((tx) => deleteCompany(tx, lan, { id: ids.company })),
		]);
		expect(deleted).toMatchObject({ status: 'fulfilled' });
		if (saved.status === 'rejected') expect(saved.reason).toMatchObject({ name: 'Refusal' });
	});
});

describe('a deal that is lost in a list', () => {
	const lost = { field: 'stage', value: 'closed_lost', was: 'prospecting', lostReason: 'Giá cao' };

	test('keeps why, and when to try again, and is open again once that is undone', async () => {
		const work = ofDeal({ ...lost, tryAgainOn: '2199-01-31' });
		const seen = await actAndUndo(lan, work, async () => ({
			...(await look()),
			followUps: await db.followUp.findMany({ where: { userId: lan } }),
			again: await act(work),
		}));
		expect(seen.deal).toMatchObject({ stage: 'closed_lost', lostReason: 'Giá cao', closedAt: expect.any(Date) });
		expect(seen.followUps).toMatchObject([{ title: 'Try again: Kho lạnh', dealId: ids.deal }]);
		expect(seen.again).toMatchObject({ is: 'same' });
	});

	test('is refused at its field where the day has passed', async () => {
		const before = await snapshot(lan);
		await expect(act(ofDeal({ ...lost, tryAgainOn: '2020-01-31' }))).rejects.toMatchObject({
			fieldErrors: { tryAgainOn: expect.stringContaining('has passed') },
		});
		expect(await snapshot(lan)).toEqual(before);
	});

	test('stays as it is where its stage was changed in between', async () => {
		await acted(ofDeal({ field: 'stage', value: 'proposal', was: 'prospecting' }));
		const before = await snapshot(lan);
		expect(await act(ofDeal({ ...lost, tryAgainOn: '2199-01-31' }))).toMatchObject({
			...{ is: 'conflict', value: 'proposal' },
		});
		expect(await snapshot(lan)).toEqual(before);
	});

	test('has no reason in any other stage', async () => {
		await act(ofDeal({ ...lost, value: 'proposal', tryAgainOn: '2199-01-31' }));
		expect((await look()).deal).toMatchObject({ stage: 'proposal', lostReason: null });
		expect(await db.followUp.count({ where: { userId: lan } })).toBe(0);
	});
});
