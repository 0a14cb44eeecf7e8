import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { deleteCompany } from '@/features/companies/server/company-mutations';
import { deleteContact } from '@/features/contacts/server/contact-mutations';
import { deleteDeal } from '@/features/deals/server/deal-mutations';
import { snooze } from '@/features/follow-ups/schema';
import * as followUps from '@/features/follow-ups/server/follow-up-mutations';
import * as series from '@/features/follow-ups/server/follow-up-series-mutations';
import type { UserId } from '@/lib/auth/session';
import { dayIn, dayOfColumn, daysLater } from '@/lib/dates/dates';
import { db, type Tx } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { act, recorded, undo } from '../support/act';
import { addFollowUp } from '../support/follow-ups';
import { makeCompanyWithEverything } from '../support/sample-account';
import { snapshot } from '../support/snapshot';

type Ids = Awaited<ReturnType<typeof makeCompanyWithEverything>>;

let lan: UserId;
let john: UserId;
let binhMinh: Ids;
let hoaSen: Ids;
let foreign: Ids;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	john = await makeAccount('John Carter');
	await db.settings.create({
		data: { userId: lan, locale: 'vi-VN', currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 },
	});
	binhMinh = await makeCompanyWithEverything(lan, 'Thủy sản Bình Minh');
	hoaSen = await makeCompanyWithEverything(lan, 'Nội thất Hoa Sen');
	foreign = await makeCompanyWithEverything(john, 'Carter Ltd');
});

const add = (form: object, userId = lan) => addFollowUp(userId, form);
const rowOf = (id: string) => db.followUp.findFirstOrThrow({ where: { id } });
const linksOf = async (id: string) => {
	const { companyId, contactId, dealId, activityId } = await rowOf(id);
	return { companyId, contactId, dealId, activityId };
};
const none = { companyId: null, contactId: null, dealId: null, activityId: null };

describe('a new follow-up', () => {
	test('stands alone, or with whom it is about', async () => {
		const { company, contact, deal, activity } = binhMinh;
		const cases: [form: object, links: object][] = [
			[{}, none],
			[{ companyId: '', contactId: '', dealId: '', activityId: '' }, none],
			[{ companyId: company }, { ...none, companyId: company }],
			[{ contactId: contact }, { ...none, companyId: company, contactId: contact }],
			[{ dealId: deal }, { ...none, companyId: company, contactId: contact, dealId: deal }],
			[{ activityId: activity }, { ...none, companyId: company, activityId: activity }],
			[
				{ companyId: company, contactId: contact, dealId: deal.toUpperCase() },
				{ ...none, companyId: company, contactId: contact, dealId: deal },
			],
		];
		for (const [form, links] of cases) expect(await linksOf((await add(form)).id)).toEqual(links);
	});

	test('does not bring a deal’s contact who has moved to another company', async () => {
		const { company, contact, deal } = await makeCompanyWithEverything(lan, 'Đại Phát');
		await db.contact.updateMany({ where: { id: contact }, data: { companyId: hoaSen.company } });
		expect(await linksOf((await add({ dealId: deal })).id)).toEqual({ ...none, companyId: company, dealId: deal });
		await expect(add({ dealId: deal, contactId: contact })).rejects.toMatchObject({
			fieldErrors: { contactId: expect.stringContaining('works at another company') },
		});
	});

	test('is refused beside the field', async () => {
		const before = await snapshot(lan);
		const gone = uuidv7();
		const cases: [form: object, field: string][] = [
			[{ title: ' \u200b ' }, 'title'],
			[{ title: 'x'.repeat(201) }, 'title'],
			[{ dueOn: '2026-02-30' }, 'dueOn'],
			[{ dueOn: '1899-12-31' }, 'dueOn'],
			...[foreign.company, gone].map((companyId): [object, string] => [{ companyId }, 'companyId']),
			...[foreign.contact, gone].map((contactId): [object, string] => [{ contactId }, 'contactId']),
			...[foreign.deal, gone].map((dealId): [object, string] => [{ dealId }, 'dealId']),
			...[foreign.activity, gone].map((activityId): [object, string] => [{ activityId }, 'activityId']),
			[{ companyId: hoaSen.company, contactId: binhMinh.contact }, 'contactId'],
			[{ companyId: hoaSen.company, dealId: binhMinh.deal }, 'dealId'],
			[{ companyId: hoaSen.company, activityId: binhMinh.activity }, 'activityId'],
			[{ dealId: hoaSen.deal, contactId: binhMinh.contact }, 'contactId'],
		];
		for (const [form, field] of cases)
			await expect(add(form), JSON.stringify(form)).rejects.toMatchObject({
				fieldErrors: { [field]: expect.any(String) },
			});
		expect(await snapshot(lan)).toEqual(before);
	});

	test('that is sent twice is made once, also at the same time; another under the same id is refused', async () => {
		const form = { id: uuidv7(), dueOn: '2026-12-01', dealId: binhMinh.deal };
		await Promise.all([1, 2, 3].map(() => add(form)));
		await add(form);
		expect(await db.followUp.count({ where: { id: form.id } })).toBe(1);
		const before = await rowOf(form.id);
		for (const other of [{ title: 'Khác' }, { dueOn: '' }, { dealId: '', companyId: hoaSen.company }])
			await expect(add({ ...form, ...other })).rejects.toThrow('was saved by this form before');
		expect(await rowOf(form.id)).toEqual(before);
		// the id of another account is another follow-up
		await add({ id: form.id }, john);
		expect(await db.followUp.count({ where: { id: form.id } })).toBe(2);
		await db.followUp.deleteMany({ where: { userId: john, id: form.id } });
	});

	test('and the deletion of its company do not wait for each other', async () => {
		for (let round = 0; round < 10; round++) {
			const { company, deal } = await makeCompanyWithEverything(lan, `Công ty ${round}`);
			const [added, deleted] = await Promise.allSettled([
				add({ dealId: deal }),
				act((tx) => deleteCompany(tx, lan, { id: company })),
			]);
			expect(deleted.status).toBe('fulfilled');
			if (added.status === 'rejected') expect(added.reason.name).toBe('Refusal');
			expect(await db.followUp.count({ where: { companyId: company } })).toBe(0);
		}
	});
});

describe('the follow-up of an activity’s next steps', () => {
	const make = async (nextSteps: string) => {
		const links = { companyId: binhMinh.company, contactId: binhMinh.contact, dealId: null };
		const made = await act((tx) =>
			followUps.makeFollowUpOf(tx, lan, { activityId: binhMinh.activity, ...links, nextSteps, dueOn: '2026-12-01' }),
		);
		expect(await linksOf(made.id)).toEqual({ ...links, activityId: binhMinh.activity });
		expect(dayOfColumn((await rowOf(made.id)).dueOn ?? expect.fail('It has no day.'))).toBe('2026-12-01');
		return (await rowOf(made.id)).title;
	};

	test.each([
		['Gửi báo giá\nGọi lại', 'Gửi báo giá'],
		['\n \u200b\n\tGửi\tbáo giá \r\nGọi lại', 'Gửi báo giá'],
		['\u200b', 'Next steps'],
		['ơ'.repeat(300), 'ơ'.repeat(200)],
		[`${'x'.repeat(199)}🎉🎉`, 'x'.repeat(199)],
	])('takes the first line of %j as its title', async (nextSteps, title) => {
		expect(await make(nextSteps)).toBe(title);
	});

	test('is taken as the activity has it, even where its contact works elsewhere by now', async () => {
		const { company, contact, deal, activity } = await makeCompanyWithEverything(lan, 'Đại Phát');
		await db.contact.updateMany({ where: { id: contact }, data: { companyId: hoaSen.company } });
		const links = { companyId: company, contactId: contact, dealId: deal, activityId: activity };
		const { id } = await act((tx) =>
			followUps.makeFollowUpOf(tx, lan, { ...links, nextSteps: 'Gọi lại', dueOn: '2026-12-01' }),
		);
		expect(await linksOf(id)).toEqual(links);
	});
});

test('a snooze is to the user’s day, or to the one that is chosen; what is none is refused', async () => {
	const { id } = await add({ dueOn: '2026-01-01' });
	const put = (until: string) => act((tx) => followUps.snoozeFollowUp(tx, lan, { id, until }));
	for (const zone of ['Etc/GMT+12', 'Pacific/Kiritimati', 'Asia/Ho_Chi_Minh']) {
		await db.settings.update({ where: { userId: lan }, data: { timeZone: zone } });
		expect((await put('tomorrow')).dueOn).toBe(daysLater(dayIn(new Date(), zone), 1));
	}
	expect(await put('2027-03-31')).toEqual({ id, title: 'Gửi báo giá', dueOn: '2027-03-31', dueTime: null });
	expect((await rowOf(id)).dueOn).toEqual(new Date('2027-03-31'));
	for (const until of ['', 'today', '2026-02-30', '2200-01-01', null])
		expect(parseInput(snooze, { id, until })).toMatchObject({
			ok: false,
			fieldErrors: { until: expect.any(String) },
		});
});

test('an edit of the title leaves the day to which it was put off meanwhile', async () => {
	const { id } = await add({ title: 'Gửi báo gía', dueOn: '2026-12-01' });
	await act((tx) => followUps.snoozeFollowUp(tx, lan, { id, until: '2026-12-24' }));
	await act((tx) => followUps.editFollowUp(tx, lan, { id, title: 'Gửi báo giá' }));
	const edited = () => db.followUp.findUniqueOrThrow({ where: { userId_id: { userId: lan, id } } });
	expect(await edited()).toMatchObject({ title: 'Gửi báo giá', dueOn: new Date('2026-12-24') });
	await act((tx) => followUps.editFollowUp(tx, lan, { id, dueOn: null }));
	expect(await edited()).toMatchObject({ title: 'Gửi báo giá', dueOn: null });
});

describe('what was done', () => {
	test('is taken back as if it had not been', async () => {
		const { id } = await add({ dueOn: '2026-12-01', dealId: binhMinh.deal });
		const before = await snapshot(lan);
		for (const work of [
			(tx: Tx) => series.completeFollowUp(tx, lan, { id, done: true }),
			(tx: Tx) => followUps.snoozeFollowUp(tx, lan, { id, until: 'nextWeek' }),
			(tx: Tx) => followUps.editFollowUp(tx, lan, { id, title: 'Gọi lại', dueOn: null }),
			(tx: Tx) => followUps.deleteFollowUp(tx, lan, { id }),
			(tx: Tx) =>
				followUps.createFollowUp(tx, lan, { id: uuidv7(), title: 'Gọi lại', dueOn: null, isTheirs: null, ...none }),
		]) {
			const set = await recorded(work);
			expect(await snapshot(lan)).not.toEqual(before);
			await undo(lan, set);
			expect(await snapshot(lan)).toEqual(before);
		}
	});

	test('keeps the time of its first tick, is opened again, and says what the next one belongs to', async () => {
		const { id } = await add({ dealId: binhMinh.deal });
		const { company: companyId, contact: contactId, deal: dealId } = binhMinh;
		const complete = (done: boolean) => act((tx) => series.completeFollowUp(tx, lan, { id, done }));
		expect(await complete(true)).toEqual({ id, title: 'Gửi báo giá', companyId, contactId, dealId, nextOn: null });
		const { doneAt } = await rowOf(id);
		expect(Math.abs(Date.now() - (doneAt?.getTime() ?? 0))).toBeLessThan(10_000);
		await complete(true);
		expect((await rowOf(id)).doneAt).toEqual(doneAt);
		await complete(false);
		expect((await rowOf(id)).doneAt).toBeNull();
	});

	test('to a follow-up that is gone, or somebody else’s, is refused', async () => {
		for (const id of [uuidv7(), foreign.followUp])
			for (const work of [
				(tx: Tx) => series.completeFollowUp(tx, lan, { id, done: true }),
				(tx: Tx) => followUps.snoozeFollowUp(tx, lan, { id, until: 'tomorrow' }),
				(tx: Tx) => followUps.editFollowUp(tx, lan, { id, title: 'Gọi lại', dueOn: null }),
				(tx: Tx) => followUps.deleteFollowUp(tx, lan, { id }),
			])
				await expect(act(work)).rejects.toThrow('no longer exists');
	});
});

test('a company takes its follow-ups with it, a contact and a deal leave them, and all come back', async () => {
	const { company, contact, deal, activity, followUp } = await makeCompanyWithEverything(lan, 'Đại Phát');
	const all = { companyId: company, contactId: contact, dealId: deal, activityId: activity };
	const before = await snapshot(lan);
	const sets = [await recorded((tx) => deleteContact(tx, lan, { id: contact }))];
	expect(await linksOf(followUp)).toEqual({ ...all, contactId: null });
	sets.push(await recorded((tx) => deleteDeal(tx, lan, { id: deal })));
	expect(await linksOf(followUp)).toEqual({ ...all, contactId: null, dealId: null });
	sets.push(await recorded((tx) => deleteCompany(tx, lan, { id: company })));
	expect(await db.followUp.count({ where: { id: followUp } })).toBe(0);
	for (const set of sets.reverse()) await undo(lan, set);
	expect(await linksOf(followUp)).toEqual(all);
	expect(await snapshot(lan)).toEqual(before);
});
