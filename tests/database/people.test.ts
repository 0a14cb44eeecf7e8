import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { maxPeople } from '@/domain/people';
import { getSettings } from '@/features/account/server/account-queries';
import { activityList, newActivity } from '@/features/activities/schema';
import * as activities from '@/features/activities/server/activity-mutations';
import { getActivity, listActivities } from '@/features/activities/server/activity-queries';
import { listTimeline } from '@/features/activities/server/timeline-queries';
import { mergeContacts } from '@/features/contacts/server/contact-merge-mutations';
import { findContactOptions } from '@/features/contacts/server/contact-option-queries';
import { getContact } from '@/features/contacts/server/contact-queries';
import { dealList } from '@/features/deals/schema';
import * as deals from '@/features/deals/server/deal-mutations';
import * as dealPeople from '@/features/deals/server/deal-people-mutations';
import { listDealPeople } from '@/features/deals/server/deal-people-queries';
import { getDeal, listDeals, readSignals } from '@/features/deals/server/deal-queries';
import { readRailDeals } from '@/features/deals/server/rail-deal-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, recorded, undo as undoOf } from '../support/act';
import { makeDeal, plainDeal } from '../support/deals';
import { goingQuiet } from '../support/going-quiet';
import { addPerson, ago, logActivity, zone } from '../support/last-contact';

let lan: UserId;
let binhMinh: string;
let hoaSen: string;
/** By name; the last one works at Hoa Sen. */
let bao: string;
let anh: string;
let duc: string;
let partner: string;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	({ id: binhMinh } = await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } }));
	({ id: hoaSen } = await db.company.create({ data: { userId: lan, name: 'Hoa Sen' } }));
	bao = await addPerson(lan, binhMinh, 'Trần Quốc Bảo', { rhythm: 'weekly' });
	anh = await addPerson(lan, binhMinh, 'Đặng Thị Ánh', { rhythm: 'weekly' });
	duc = await addPerson(lan, binhMinh, 'Phạm Văn Đức', { rhythm: 'weekly', authority: 'primary' });
	partner = await addPerson(lan, hoaSen, 'Võ Thị Yến', { rhythm: 'weekly' });
});

const undo = (changeSet: string) => undoOf(lan, changeSet);
const quiet = async () => (await goingQuiet(lan, zone)).people.map(({ name }) => name).toSorted();
const everybody = ['Phạm Văn Đức', 'Trần Quốc Bảo', 'Võ Thị Yến', 'Đặng Thị Ánh'];

/** A form's fields as they are sent, so that the schema has its say. */
const form = (people: unknown, more: object = {}) =>
	newActivity.safeParse({
		id: uuidv7(),
		type: 'meeting',
		subject: 'Họp dự án',
		people: JSON.stringify(people),
		...more,
	});

async function meet(people: string[], more: object = {}) {
	const parsed = form(
		people.map((id) => ({ id })),
		{ companyId: binhMinh, ...more },
	);
	if (!parsed.success) throw parsed.error;
	const changeSet = await recorded((tx) => activities.createActivity(tx, lan, parsed.data));
	return { id: parsed.data.id, changeSet };
}

const names = async (id: string) => (await getActivity(lan, id))?.people.map(({ name }) => name);

describe('an activity with several contacts', () => {
	test('is one with each of them: all leave “Going quiet”, and undo brings them back', async () => {
		expect(await quiet()).toEqual(everybody);
		const { id, changeSet } = await meet([bao, duc, partner]);
		expect(await quiet()).toEqual(['Đặng Thị Ánh']);
		expect(await names(id)).toEqual(['Trần Quốc Bảo', 'Phạm Văn Đức', 'Võ Thị Yến']);
		for (const contactId of [bao, duc, partner]) {
			expect((await listTimeline(lan, { contactId }, { limit: 9 })).map(({ subject }) => subject)).toEqual([
				'Họp dự án',
			]);
			const found = await listActivities(lan, activityList.parse({ contact: contactId }), await getSettings(lan));
			expect(found.rows.map((row) => row.id)).toEqual([id]);
			expect((await getContact(lan, contactId))?.stats.activities).toBe(1);
		}
		// whoever works elsewhere came along: the activity is the company's that it was logged for
		expect((await getActivity(lan, id))?.company.name).toBe('Thủy sản Bình Minh');
		await undo(changeSet);
		expect(await quiet()).toEqual(everybody);
	});

	test('loses its effect on whoever is removed, and a form that was opened before is stale', async () => {
		const { id } = await meet([bao, duc]);
		const opened = await db.activity.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
		const save = (people: string[], version: number) => {
			const { data } = form(
				people.map((each) => ({ id: each })),
				{ companyId: binhMinh },
			);
			if (!data) return expect.fail();
			return recorded((tx) => activities.updateActivity(tx, lan, { ...data, id, version }));
		};
		const changeSet = await save([duc], opened.version);
		expect(await quiet()).toEqual(['Trần Quốc Bảo', 'Võ Thị Yến', 'Đặng Thị Ánh']);
		expect(await names(id)).toEqual(['Phạm Văn Đức']);
		await expect(save([bao, duc, anh], opened.version)).rejects.toThrow('changed somewhere else');
		await undo(changeSet);
		expect(await names(id)).toEqual(['Trần Quốc Bảo', 'Phạm Văn Đức']);
		// who came later is no main contact
		const again = await db.activity.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
		await save([anh, bao], again.version);
		expect(await names(id)).toEqual(['Trần Quốc Bảo', 'Đặng Thị Ánh']);
	});

	test('belongs to the company of its first contact where nothing else is said, and may create contacts', async () => {
		const { id } = await meet([partner, bao], { companyId: '' });
		expect((await getActivity(lan, id))?.company.name).toBe('Hoa Sen');
		const parsed = form([{ id: bao }, { id: uuidv7(), name: 'Lê Minh Châu' }], { companyId: binhMinh });
		if (!parsed.success) throw parsed.error;
		await act((tx) => activities.createActivity(tx, lan, parsed.data));
		expect(await names(parsed.data.id)).toEqual(['Trần Quốc Bảo', 'Lê Minh Châu']);
		const { companyId } = await db.contact.findFirstOrThrow({ where: { userId: lan, name: 'Lê Minh Châu' } });
		expect(companyId).toBe(binhMinh);
		// the same form a second time, whose first answer was lost
		await act((tx) => activities.createActivity(tx, lan, parsed.data));
		await expect(
			act((tx) => activities.createActivity(tx, lan, { ...parsed.data, people: [{ id: bao }] })),
		).rejects.toThrow('saved by this form before');
	});

	test('has each contact once, at most fifty, and none that is gone', async () => {
		expect(await names((await meet([bao, bao, duc, bao])).id)).toEqual(['Trần Quốc Bảo', 'Phạm Văn Đức']);
		const many = (count: number) => form(Array.from({ length: count }, () => ({ id: uuidv7() })));
		expect(many(maxPeople).success).toBe(true);
		expect(many(500).error?.issues).toMatchObject([
			{ path: ['people'], message: 'Add at most 50 contacts (now 500).' },
		]);
		expect(form('Bảo').error?.issues[0]?.message).toContain('not a list of contacts');
		expect(form([{ id: bao, name: 'a'.repeat(201) }]).error?.issues).toHaveLength(1);
		await db.contact.delete({ where: { userId_id: { userId: lan, id: anh } } });
		await expect(meet([bao, anh])).rejects.toMatchObject({
			fieldErrors: { people: 'This contact no longer exists. Select another.' },
		});
	});

	test('keeps the others when a contact is deleted, and undo brings the contact back into it', async () => {
		const { id } = await meet([bao, duc, anh]);
		const changeSet = await recorded((tx) => tx.contact.deleteMany({ where: { userId: lan, id: bao } }));
		expect(await names(id)).toEqual(['Đặng Thị Ánh', 'Phạm Văn Đức']);
		await undo(changeSet);
		expect(await names(id)).toEqual(['Trần Quốc Bảo', 'Đặng Thị Ánh', 'Phạm Văn Đức']);
	});
});

test('a picker near a company offers its contacts first, then all others', async () => {
	const found = async (q: string) => (await findContactOptions(lan, { q, near: hoaSen })).map(({ name }) => name);
	expect(await found('')).toEqual(['Võ Thị Yến']);
	expect(await found('thi')).toEqual(['Võ Thị Yến', 'Đặng Thị Ánh']);
	expect(await found('duc')).toEqual(['Phạm Văn Đức']);
});

describe('the contacts of a deal', () => {
	let kho: string;
	const roles = async () =>
		(await listDealPeople(lan, kho)).people.map(({ name, role, isMain }) => [name, role, isMain]);
	const add = (contactId: string, role: 'champion' | 'blocker' | 'decision_maker' | null = null) =>
		recorded((tx) => dealPeople.addDealPerson(tx, lan, { dealId: kho, contactId, role }));

	beforeEach(async () => {
		kho = await makeDeal(lan, binhMinh, { name: 'Kho lạnh' });
	});

	test('have a role each and one main contact, changed one by one and undone', async () => {
		await add(partner, 'blocker');
		await add(bao);
		await add(duc, 'decision_maker');
		expect(await roles()).toEqual([
			['Trần Quốc Bảo', null, true],
			['Phạm Văn Đức', 'decision_maker', false],
			['Võ Thị Yến', 'blocker', false],
		]);
		const of = { dealId: kho, contactId: duc };
		const changed = await recorded((tx) => dealPeople.changeDealRole(tx, lan, { ...of, role: 'champion' }));
		const main = await recorded((tx) => dealPeople.setMainContact(tx, lan, of));
		const removed = await recorded((tx) => dealPeople.removeDealPerson(tx, lan, of));
		expect((await getDeal(lan, kho))?.contact).toBeNull();
		expect(await roles()).toEqual([
			['Võ Thị Yến', 'blocker', false],
			['Trần Quốc Bảo', null, false],
		]);
		for (const changeSet of [removed, main, changed]) await undo(changeSet);
		expect(await roles()).toEqual([
			['Trần Quốc Bảo', null, true],
			['Phạm Văn Đức', 'decision_maker', false],
			['Võ Thị Yến', 'blocker', false],
		]);
	});

	test('are refused twice, when gone, and beyond fifty', async () => {
		await add(bao);
		await expect(add(bao, 'champion')).rejects.toMatchObject({
			fieldErrors: { contactId: 'This contact is already in the deal.' },
		});
		await expect(add(uuidv7())).rejects.toMatchObject({
			fieldErrors: { contactId: expect.stringContaining('no longer') },
		});
		const gone = { dealId: kho, contactId: anh };
		for (const change of [dealPeople.setMainContact, dealPeople.removeDealPerson])
			await expect(recorded((tx) => change(tx, lan, gone))).rejects.toThrow('no longer in the deal');
		await db.contact.createMany({
			data: Array.from({ length: maxPeople - 1 }, (_, n) => ({ userId: lan, companyId: hoaSen, name: `Người ${n}` })),
		});
		const others = await db.contact.findMany({ where: { userId: lan, name: { startsWith: 'Người' } } });
		await db.dealPerson.createMany({ data: others.map(({ id }) => ({ userId: lan, dealId: kho, contactId: id })) });
		await expect(add(duc)).rejects.toMatchObject({ fieldErrors: { contactId: expect.stringContaining('at most 50') } });
	});

	test('are all found: by search, by the filter, on their own pages, until they leave', async () => {
		await add(bao);
		await add(partner, 'champion');
		const found = async (params: Record<string, string>) =>
			(await listDeals(lan, dealList.parse(params), zone)).rows.map(({ name }) => name);
		const has = async (is: string[]) => {
			expect(await found({ q: 'vo yen' })).toEqual(is);
			expect(await found({ contact: partner })).toEqual(is);
			expect((await readRailDeals(lan, { contactId: partner }, 10)).deals.map(({ name }) => name)).toEqual(is);
			expect((await getContact(lan, partner))?.stats.deals).toBe(is.length);
			expect((await listTimeline(lan, { contactId: partner }, { limit: 9 })).length).toBe(is.length);
		};
		await has(['Kho lạnh']);
		await db.contact.updateMany({ where: { userId: lan, id: partner }, data: { name: 'Võ Hoàng Yến' } });
		expect(await found({ q: 'hoang yen' })).toEqual(['Kho lạnh']);
		await recorded((tx) => dealPeople.setMainContact(tx, lan, { dealId: kho, contactId: partner }));
		expect(await found({ q: 'quoc bao' })).toEqual(['Kho lạnh']);
		await recorded((tx) => dealPeople.removeDealPerson(tx, lan, { dealId: kho, contactId: partner }));
		await has([]);
	});

	test('follow the deal’s form: who was its contact only makes way, who has a role stays', async () => {
		const save = async (contactId: string | null, contactRole?: 'champion' | null) => {
			const { version } = await db.deal.findUniqueOrThrow({ where: { userId_id: { userId: lan, id: kho } } });
			const fields = { ...plainDeal, name: 'Kho lạnh', companyId: binhMinh, contactId, contactRole };
			await act((tx) => deals.updateDeal(tx, lan, { ...fields, id: kho, version }));
		};
		await save(bao);
		await save(anh, 'champion');
		expect(await roles()).toEqual([['Đặng Thị Ánh', 'champion', true]]);
		await save(bao);
		expect(await roles()).toEqual([
			['Trần Quốc Bảo', null, true],
			['Đặng Thị Ánh', 'champion', false],
		]);
		await save(null);
		expect(await roles()).toEqual([['Đặng Thị Ánh', 'champion', false]]);
	});

	test('become one when two contacts are merged, with the role that either had, and undo parts them', async () => {
		await add(bao);
		await add(anh, 'champion');
		const other = await makeDeal(lan, binhMinh, { name: 'Bảo trì', contactId: anh });
		const { id: meeting } = await meet([anh, duc]);
		const [kept, gone] = await Promise.all(
			[bao, anh].map((id) => db.contact.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } })),
		);
		if (!kept || !gone) return expect.fail();
		const choices = Object.fromEntries(
			['name', 'company', 'jobTitle', 'email', 'phone', 'decides', 'rhythm'].map((field) => [field, 'kept']),
		) as Record<'name', 'kept'>;
		const changeSet = await recorded((tx) =>
			mergeContacts(tx, lan, {
				...(choices as unknown as Parameters<typeof mergeContacts>[2]),
				...{ keep: bao, keepVersion: kept.version, gone: anh, goneVersion: gone.version, notes: 'both', metadata: [] },
			}),
		);
		expect(await roles()).toEqual([['Trần Quốc Bảo', 'champion', true]]);
		expect((await getDeal(lan, other))?.contact?.name).toBe('Trần Quốc Bảo');
		expect(await names(meeting)).toEqual(['Trần Quốc Bảo', 'Phạm Văn Đức']);
		await undo(changeSet);
		expect(await roles()).toEqual([
			['Trần Quốc Bảo', null, true],
			['Đặng Thị Ánh', 'champion', false],
		]);
		expect((await getDeal(lan, other))?.contact?.name).toBe('Đặng Thị Ánh');
		expect(await names(meeting)).toEqual(['Đặng Thị Ánh', 'Phạm Văn Đức']);
	});

	test('decide what the deal’s signals say of its decision maker and its blocker', async () => {
		const says = async () =>
			(await readSignals(lan, kho, await getSettings(lan)))?.signals.slice(1).map(({ text }) => text);
		expect(await says()).toEqual(['Decision maker never contacted']);
		await logActivity(lan, binhMinh, duc, ago(30));
		expect(await says()).toEqual([]);
		// in this deal somebody else signs
		await add(anh, 'decision_maker');
		expect(await says()).toEqual(['Decision maker never contacted']);
		await logActivity(lan, binhMinh, anh, ago(21));
		expect(await says()).toEqual(['No contact with the decision maker for 21 days']);
		await add(bao, 'blocker');
		await meet([anh, duc]);
		expect(await says()).toEqual(['No meeting with the blocker yet']);
		await meet([anh, bao]);
		expect(await says()).toEqual(['One meeting with the blocker so far']);
		await meet([bao]);
		expect(await says()).toEqual([]);
	});
});
