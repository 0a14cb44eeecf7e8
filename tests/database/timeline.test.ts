import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActivityType, activityTypes } from '@/features/activities/activity-types';
import { newActivity } from '@/features/activities/schema';
import * as activities from '@/features/activities/server/activity-mutations';
import { pinNote, unpinNote } from '@/features/activities/server/pinned-note-mutations';
import { findEntries, listTimeline, readTimeline } from '@/features/activities/server/timeline-queries';
import { countText } from '@/features/activities/timeline/timeline-kinds';
import { mergeCompanies } from '@/features/companies/server/company-merge-mutations';
import { mergeContacts } from '@/features/contacts/server/contact-merge-mutations';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import type { UserId } from '@/lib/auth/session';
import { db, Prisma } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, actAndUndo, recorded } from '../support/act';
import { makeDeal } from '../support/deals';
import { insertMany } from '../support/many-rows';
import { companyInput, contactInput } from '../support/merging';

let lan: UserId;
let company: string;
let contact: string;
let deal: string;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	const region = { locale: 'en-GB', timeZone: 'Asia/Ho_Chi_Minh' };
	await db.settings.upsert({ where: { userId: lan }, create: { userId: lan, ...region }, update: region });
	company = (await db.company.create({ data: { userId: lan, name: 'Hoa Sen' } })).id;
	contact = (await db.contact.create({ data: { userId: lan, companyId: company, name: 'Trần Quốc Bảo' } })).id;
	deal = await makeDeal(lan, company, { name: 'Kho lạnh' });
});

type Logged = { type: ActivityType; minutes: number; withContact: boolean; ofDeal: boolean };

async function log({ type, minutes, withContact, ofDeal }: Logged, subject = 'Gọi'): Promise<string> {
	const at = new Date(Date.now() - minutes * 60_000);
	const links = { companyId: company, contactId: withContact ? contact : null, dealId: ofDeal ? deal : null };
	return (await db.activity.create({ data: { userId: lan, type, subject, at, ...links } })).id;
}

const note = (subject: string) => log({ type: 'note', minutes: 5, withContact: true, ofDeal: true }, subject);

describe('a timeline', () => {
	test('has the same entries and counts as reading everything, for every record and filter', async () => {
		const drawn = fc.record({
			type: fc.constantFrom(...activityTypes),
			// some are still to come
			minutes: fc.integer({ min: -500, max: 5_000 }).filter((minutes) => Math.abs(minutes) > 1),
			withContact: fc.boolean(),
			ofDeal: fc.boolean(),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(drawn, { maxLength: 12 }), async (some) => {
				await db.activity.deleteMany({ where: { userId: lan } });
				for (const each of some) await log(each);
				const owners = [
					{ of: { companyId: company }, theirs: some },
					{ of: { contactId: contact }, theirs: some.filter(({ withContact }) => withContact) },
					{ of: { dealId: deal }, theirs: some.filter(({ ofDeal }) => ofDeal) },
				];
				for (const { of, theirs } of owners) {
					const past = theirs.filter(({ minutes }) => minutes > 0);
					const { entries, planned, counts } = await readTimeline(lan, of, 50);
					const isOfContact = 'contactId' in of;
					for (const type of activityTypes) {
						const ofType = past.filter((each) => each.type === type).length;
						expect(counts[type]).toBe(ofType);
						expect((await listTimeline(lan, of, { kind: type, limit: 50 })).length).toBe(ofType);
						expect(entries.filter((entry) => entry.type === type).length).toBe(ofType);
					}
					expect(counts.change).toBe(isOfContact ? 0 : 1);
					expect((await listTimeline(lan, of, { kind: 'change', limit: 50 })).map(({ dealId }) => dealId)).toEqual(
						isOfContact ? [] : [deal],
					);
					expect(planned.length).toBe(theirs.length - past.length);
					const times = planned.map(({ at }) => at.getTime());
					expect(times).toEqual(times.toSorted((one, other) => one - other));
					expect(entries.every(({ at }) => at.getTime() <= Date.now())).toBe(true);
				}
			}),
			{ numRuns: 12, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
		);
	});

	test('finds words in what was said and in names of deals, also without accents', async () => {
		await db.activity.deleteMany({ where: { userId: lan } });
		const id = await log({ type: 'call', minutes: 9, withContact: true, ofDeal: false }, 'Hỏi giá cá tra');
		await log({ type: 'call', minutes: 8, withContact: true, ofDeal: false }, 'Gọi lại');
		for (const of of [{ companyId: company }, { contactId: contact }])
			expect((await findEntries(lan, { ...of, q: 'ca tra gia' })).map((entry) => entry.id)).toEqual([id]);
		expect((await findEntries(lan, { companyId: company, q: 'kho lanh' })).map(({ type }) => type)).toEqual(['stage']);
		expect(await findEntries(lan, { companyId: company, q: 'kho lanh', kind: 'call' })).toEqual([]);
		expect(await findEntries(lan, { companyId: company, q: '%' })).toEqual([]);
	});

	test('of a year begins with its last entry', async () => {
		await db.activity.deleteMany({ where: { userId: lan } });
		const links = { userId: lan, companyId: company, type: 'call' as const };
		for (const at of ['2024-12-31T16:59:00Z', '2024-12-31T17:00:00Z', '2023-05-05T00:00:00Z'])
			await db.activity.create({ data: { ...links, subject: at, at: new Date(at) } });
		// the account's days begin at 17:00 of UTC
		const titles = async (year: number) =>
			(await findEntries(lan, { companyId: company, year })).map(({ title }) => title);
		expect(await titles(2024)).toEqual(['2024-12-31T16:59:00Z', '2023-05-05T00:00:00Z']);
		expect(await titles(2023)).toEqual(['2023-05-05T00:00:00Z']);
		expect((await readTimeline(lan, { companyId: company }, 1)).firstAt).toEqual(new Date('2023-05-05T00:00:00Z'));
	});

	test('is counted up to a thousand of a kind', async () => {
		const many = (await db.company.create({ data: { userId: lan, name: 'Nhiều' } })).id;
		await insertMany(Prisma.sql`
			INSERT INTO activity (user_id, id, company_id, type, subject, at)
			SELECT ${lan}::uuid, gen_random_uuid(), ${many}::uuid, (CASE WHEN n > 1001 THEN 'note' ELSE 'call' END)::activity_type, 'Gọi',
				now() - n * interval '1 minute'
			FROM generate_series(1, 1003) n`);
		const { counts } = await readTimeline(lan, { companyId: many }, 1);
		expect(counts).toEqual({ call: 1001, email: 0, meeting: 0, note: 2, change: 0 });
		expect([countText(counts, 'call'), countText(counts, 'note'), countText(counts, null)]).toEqual([
			...['1,000+', '2', '1,002+'],
		]);
	});

	test('says what became of the next steps', async () => {
		await db.activity.deleteMany({ where: { userId: lan } });
		const id = await log({ type: 'call', minutes: 9, withContact: false, ofDeal: false });
		const state = async () => (await findEntries(lan, { companyId: company, kind: 'call' }))[0]?.nextState;
		expect(await state()).toBeNull();
		await db.followUp.create({
			data: { userId: lan, title: 'Gửi mẫu', activityId: id, dueOn: new Date('2026-12-04'), companyId: company },
		});
		expect(await state()).toBe('Due 4 Dec');
		await db.followUp.updateMany({ where: { userId: lan }, data: { dueTime: new Date('1970-01-01T14:30:00Z') } });
		expect(await state()).toBe('Due 4 Dec, 14:30');
		await db.followUp.updateMany({ where: { userId: lan }, data: { doneAt: new Date() } });
		expect(await state()).toBe('Done');
	});

	test('gets an entry and its follow-up in one change set, and loses both by one undo', async () => {
		const parsed = newActivity.parse({
			...{ id: uuidv7(), type: 'call', subject: 'Chốt giá', companyId: company },
			...{ nextSteps: 'Gửi hợp đồng', followUpOn: '2026-12-04' },
		});
		const seen = await actAndUndo(
			lan,
			(tx) => activities.createActivity(tx, lan, parsed),
			async () => [
				await db.activity.count({ where: { userId: lan, id: parsed.id } }),
				await db.followUp.count({ where: { userId: lan, activityId: parsed.id } }),
			],
		);
		expect(seen).toEqual([1, 1]);
	});
});

describe('a pinned note', () => {
	const owners = () =>
		[
			{ noun: 'company', recordId: company, of: { companyId: company } },
			{ noun: 'contact', recordId: contact, of: { contactId: contact } },
			{ noun: 'deal', recordId: deal, of: { dealId: deal } },
		] as const;

	test('is one for each record, replaced by the next, and taken off again; each undone', async () => {
		for (const { noun, recordId, of } of owners()) {
			const pinned = async () => (await readTimeline(lan, of, 1)).pinned?.subject ?? null;
			const [first, second] = [await note('Gọi trước 10 giờ'), await note('Hóa đơn cần mã số thuế')];
			const input = { noun, recordId };
			expect(await actAndUndo(lan, (tx) => pinNote(tx, lan, { id: first, ...input }), pinned)).toBe('Gọi trước 10 giờ');
			await act((tx) => pinNote(tx, lan, { id: first, ...input }));
			expect(await actAndUndo(lan, (tx) => pinNote(tx, lan, { id: second, ...input }), pinned)).toBe(
				'Hóa đơn cần mã số thuế',
			);
			// one that is not at the top stays where it is
			await act((tx) => unpinNote(tx, lan, { id: second, ...input }));
			expect(await pinned()).toBe('Gọi trước 10 giờ');
			expect(await actAndUndo(lan, (tx) => unpinNote(tx, lan, { id: first, ...input }), pinned)).toBeNull();
			const deletion = await recorded((tx) => activities.deleteActivity(tx, lan, { id: first }));
			expect(await pinned()).toBeNull();
			await act((tx) => undoChangeSet(tx, lan, { id: deletion }));
			expect(await pinned()).toBe('Gọi trước 10 giờ');
		}
	});

	test('leaves a form that was opened before as good as it was', async () => {
		const version = async () => (await db.company.findFirstOrThrow({ where: { userId: lan, id: company } })).version;
		const before = await version();
		await act(async (tx) => pinNote(tx, lan, { id: await note('Ghi chú'), noun: 'company', recordId: company }));
		expect(await version()).toBe(before);
	});

	test('is a note of the record', async () => {
		const other = (await db.company.create({ data: { userId: lan, name: 'Sao Mai' } })).id;
		const call = await log({ type: 'call', minutes: 3, withContact: true, ofDeal: true });
		const alone = await log({ type: 'note', minutes: 3, withContact: false, ofDeal: false });
		const refused = (id: string, noun: 'company' | 'contact' | 'deal', recordId: string) =>
			expect(act((tx) => pinNote(tx, lan, { id, noun, recordId }))).rejects.toThrow('no longer exists');
		await refused(call, 'company', company);
		await refused(alone, 'contact', contact);
		await refused(alone, 'deal', deal);
		await refused(alone, 'company', other);
		await refused(alone, 'company', uuidv7());
		await refused(uuidv7(), 'company', company);
	});

	test('that has become another company’s is not shown any more', async () => {
		const id = await note('Của nơi khác');
		await act((tx) => pinNote(tx, lan, { id, noun: 'company', recordId: company }));
		const other = (await db.company.create({ data: { userId: lan, name: 'Đông Á' } })).id;
		await db.activity.updateMany({ where: { userId: lan, id }, data: { companyId: other, dealId: null } });
		expect((await readTimeline(lan, { companyId: company }, 1)).pinned).toBeNull();
	});

	test('stays with a merge: that of the one that is kept, or else that of the other', async () => {
		const make = async (name: string) => {
			const id = (await db.company.create({ data: { userId: lan, name } })).id;
			const person = (await db.contact.create({ data: { userId: lan, companyId: id, name: `${name} Lan` } })).id;
			const pinned = (
				await db.activity.create({
					data: { userId: lan, companyId: id, contactId: person, type: 'note', subject: name, at: new Date() },
				})
			).id;
			return { id, person, pinned };
		};
		const [one, other] = [await make('Một'), await make('Hai')];
		const shown = async () => [
			(await readTimeline(lan, { companyId: one.id }, 1)).pinned?.subject,
			(await readTimeline(lan, { contactId: one.person }, 1)).pinned?.subject,
		];
		const pin = async ({ id, person, pinned }: typeof one) => {
			await act((tx) => pinNote(tx, lan, { id: pinned, noun: 'company', recordId: id }));
			await act((tx) => pinNote(tx, lan, { id: pinned, noun: 'contact', recordId: person }));
		};
		await pin(other);
		const merge = async () => {
			const ofCompanies = await companyInput(lan, [one.id, other.id]);
			await act((tx) => mergeCompanies(tx, lan, ofCompanies));
			const ofContacts = await contactInput(lan, [one.person, other.person]);
			return recorded((tx) => mergeContacts(tx, lan, ofContacts));
		};
		const merged = await merge();
		expect(await shown()).toEqual(['Hai', 'Hai']);
		await act((tx) => undoChangeSet(tx, lan, { id: merged }));
		expect(await shown()).toEqual(['Hai', undefined]);
		// both have one
		await pin(one);
		const ofContacts = await contactInput(lan, [one.person, other.person]);
		await act((tx) => mergeContacts(tx, lan, ofContacts));
		expect(await shown()).toEqual(['Một', 'Một']);
	});
});
