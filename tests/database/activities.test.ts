import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { newActivity } from '@/features/activities/schema';
import * as activities from '@/features/activities/server/activity-mutations';
import { getActivity } from '@/features/activities/server/activity-queries';
import { findEntries, readTimeline } from '@/features/activities/server/timeline-queries';
import { presentTimeline } from '@/features/activities/timeline/present-timeline';
import { undoChangeSet } from '@/features/history/server/history-mutations';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { parseInput } from '@/lib/request/validation';
import { makeAccount } from '../support/accounts';
import { act, recorded } from '../support/act';
import { makeDeal } from '../support/deals';

const settings = { currency: 'VND', locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 };
const plain = {
	type: 'call' as const,
	subject: 'Gọi lần đầu',
	description: null,
	at: '2026-11-03T10:00' as string | null,
	durationMinutes: null,
	outcome: null,
	nextSteps: null as string | null,
	followUpOn: null as string | null,
	companyId: null as string | null,
	contactId: null as string | null,
	dealId: null as string | null,
};

let lan: UserId;
let binhMinh: string;
let hoaSen: string;
let bao: string;
let kho: string;

const log = (fields: Partial<typeof plain> & Record<string, unknown>, id = uuidv7()) =>
	act((tx) => activities.createActivity(tx, lan, { id, ...plain, ...fields }));

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({ data: { userId: lan, ...settings } });
	binhMinh = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
	hoaSen = (await db.company.create({ data: { userId: lan, name: 'Nội thất Hoa Sen' } })).id;
	bao = (await db.contact.create({ data: { userId: lan, companyId: binhMinh, name: 'Trần Quốc Bảo' } })).id;
	kho = await makeDeal(lan, binhMinh, { name: 'Kho lạnh', contactId: bao });
});

describe('an activity', () => {
	test('of a contact belongs to the company they work at, one of a deal to the deal’s', async () => {
		expect(await log({ contactId: bao })).toMatchObject({ companyId: binhMinh, contactId: bao, dealId: null });
		expect(await log({ dealId: kho })).toMatchObject({ companyId: binhMinh, contactId: null, dealId: kho });
	});

	test('is kept at the instant that the user’s clocks showed', async () => {
		const { id } = await log({ companyId: binhMinh, at: '2026-11-03T23:30' });
		expect((await getActivity(lan, id))?.at).toEqual(new Date('2026-11-03T16:30:00Z'));
	});

	test('without a time happened now', async () => {
		const { id } = await log({ companyId: binhMinh, at: null });
		expect(Date.now() - ((await getActivity(lan, id))?.at.getTime() ?? 0)).toBeLessThan(60_000);
	});

	test('keeps its seconds when the form is saved with the same minute', async () => {
		const { id } = await log({ companyId: binhMinh, at: null });
		const before = await getActivity(lan, id);
		await db.activity.updateMany({ where: { userId: lan, id }, data: { at: new Date('2026-11-03T03:00:42Z') } });
		const { version } = (await getActivity(lan, id)) ?? { version: 0 };
		const form = { ...plain, id, version, companyId: binhMinh, subject: 'Gọi lại', at: '2026-11-03T10:00' };
		await act((tx) => activities.updateActivity(tx, lan, form));
		expect(await getActivity(lan, id)).toMatchObject({ subject: 'Gọi lại', at: new Date('2026-11-03T03:00:42Z') });
		expect(before?.subject).toBe('Gọi lần đầu');
	});

	test.each([
		['nobody', {}, 'companyId'],
		['a deal of another company', () => ({ companyId: hoaSen, dealId: kho }), 'dealId'],
		['a company that is not there', { companyId: '01a20652-1de7-7269-8660-85675f019ffc' }, 'companyId'],
		['only a contact that is not there', { contactId: '01a20652-1de7-7269-8660-85675f019ffc' }, 'contactId'],
		[
			'a contact that is not there beside one who is',
			() => ({ contactId: bao, people: [{ id: '01a20652-1de7-7269-8660-85675f019ffc' }] }),
			'people',
		],
		['a date without next steps', () => ({ companyId: binhMinh, followUpOn: '2026-12-01' }), 'nextSteps'],
	])('is refused with %s', async (_, fields, field) => {
		const wrong = typeof fields === 'function' ? fields() : fields;
		await expect(log(wrong)).rejects.toMatchObject({ fieldErrors: { [field]: expect.any(String) } });
	});

	test.each([
		['durationMinutes', '-5'],
		['durationMinutes', '1000000'],
		['durationMinutes', '1.5'],
		['at', '20260-01-01T10:00'],
		['at', '2026-02-30T10:00'],
		['at', 'morgen'],
		['subject', '   '],
		['subject', 'x'.repeat(100_000)],
		['type', 'fax'],
		['followUpOn', '2026-13-01'],
	])('is refused with %s %s', (field, value) => {
		const input = { id: uuidv7(), type: 'call', subject: 'Gọi', companyId: uuidv7(), [field]: value };
		const parsed = parseInput(newActivity, input);
		expect(parsed).toMatchObject({ ok: false, fieldErrors: { [field]: expect.any(String) } });
	});

	test('is accepted with an emoji alone as its subject', async () => {
		expect(await log({ companyId: binhMinh, subject: '📞' })).toMatchObject({ subject: '📞' });
	});

	test('makes one follow-up of its next steps, however often it is sent', async () => {
		const id = uuidv7();
		const fields = { companyId: binhMinh, nextSteps: 'Gửi báo giá\nvà mẫu', followUpOn: '2026-12-01' };
		await log(fields, id);
		await log(fields, id);
		const made = await db.followUp.findMany({ where: { userId: lan, activityId: id } });
		expect(made).toHaveLength(1);
		expect(made[0]).toMatchObject({ title: 'Gửi báo giá', dueOn: new Date('2026-12-01'), companyId: binhMinh });
		await expect(log({ ...fields, subject: 'Khác' }, id)).rejects.toThrow('was saved by this form before');
	});

	test('stays where it was when the contact moves to another company, also when it is edited', async () => {
		const moving = await db.contact.create({ data: { userId: lan, companyId: binhMinh, name: 'Lê Hoàng Phúc' } });
		const { id } = await log({ contactId: moving.id });
		await db.contact.updateMany({ where: { userId: lan, id: moving.id }, data: { companyId: hoaSen } });
		const { version } = (await getActivity(lan, id)) ?? { version: 0 };
		const form = { ...plain, id, version, companyId: binhMinh, contactId: moving.id, outcome: 'Đồng ý' };
		expect(await act((tx) => activities.updateActivity(tx, lan, form))).toMatchObject({ companyId: binhMinh });
		await expect(act((tx) => activities.updateActivity(tx, lan, form))).rejects.toThrow('was changed somewhere else');
		// another link changes, and this one need not
		const again = { ...form, version: (await getActivity(lan, id))?.version ?? 0, dealId: kho };
		expect(await act((tx) => activities.updateActivity(tx, lan, again))).toMatchObject({ dealId: kho });
		const elsewhere = {
			...again,
			version: (await getActivity(lan, id))?.version ?? 0,
			companyId: hoaSen,
			dealId: null,
		};
		expect(await act((tx) => activities.updateActivity(tx, lan, elsewhere))).toMatchObject({ companyId: hoaSen });
	});

	test('sent again with another time or another follow-up is not taken for the same', async () => {
		const id = uuidv7();
		await log({ companyId: binhMinh, nextSteps: 'Gọi lại' }, id);
		await expect(log({ companyId: binhMinh, nextSteps: 'Gọi lại', at: '2026-11-03T11:00' }, id)).rejects.toThrow(
			'was saved by this form before',
		);
		await log({ companyId: binhMinh, nextSteps: 'Gọi lại', followUpOn: '2026-12-01' }, id);
		expect(await db.followUp.count({ where: { userId: lan, activityId: id } })).toBe(1);
		// an edit whose answer was lost is sent with the same version
		const { version } = (await getActivity(lan, id)) ?? { version: 0 };
		const form = { ...plain, id, version, companyId: binhMinh, nextSteps: 'Gọi lại', followUpOn: '2026-12-08' };
		for (let times = 0; times < 2; times++) await act((tx) => activities.updateActivity(tx, lan, form));
		expect(await db.followUp.count({ where: { userId: lan, activityId: id } })).toBe(2);
	});

	test('comes back by undo, its follow-ups with it', async () => {
		const id = uuidv7();
		await log({ companyId: hoaSen, nextSteps: 'Gọi lại', followUpOn: '2026-12-05' }, id);
		const deletion = await recorded((tx) => activities.deleteActivity(tx, lan, { id }));
		expect(await db.followUp.count({ where: { userId: lan, activityId: id } })).toBe(0);
		await act((tx) => undoChangeSet(tx, lan, { id: deletion }));
		expect(await getActivity(lan, id)).toMatchObject({ subject: 'Gọi lần đầu' });
		expect(await db.followUp.count({ where: { userId: lan, activityId: id } })).toBe(1);
	});
});

describe('a timeline', () => {
	test('has what was said and the stages of the deals, the latest first, part by part without a gap', async () => {
		const duc = await makeAccount('Phạm Văn Đức');
		const company = (await db.company.create({ data: { userId: duc, name: 'Đông Á' } })).id;
		await makeDeal(duc, company, { name: 'Bao bì' });
		await db.$executeRaw`
			INSERT INTO activity (user_id, id, company_id, type, subject, at)
			SELECT ${duc}::uuid, gen_random_uuid(), ${company}::uuid, 'call', 'Gọi ' || n, now() - interval '1 minute' * (n / 3)
			FROM generate_series(1, 100) n`;
		const all = await db.$queryRaw<{ id: string }[]>`
			SELECT id FROM (SELECT id, at FROM activity UNION ALL SELECT id, at FROM deal_stage_change) e ORDER BY at DESC, id DESC`;
		const mine = await db.activity.findMany({ where: { userId: duc }, select: { id: true } });
		const seen = (await readTimeline(duc, { companyId: company }, 1)).entries.map(({ id, at }) => ({
			id,
			at: at.getTime(),
		}));
		for (let last = seen.at(-1); last; ) {
			const next = await findEntries(duc, { companyId: company, ...last });
			seen.push(...next.map(({ id, at }) => ({ id, at })));
			last = next.length > 0 ? seen.at(-1) : undefined;
		}
		expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
		expect(seen).toHaveLength(mine.length + 1);
		const order = all.map(({ id }) => id).filter((id) => seen.some((entry) => entry.id === id));
		expect(seen.map(({ id }) => id)).toEqual(order);
	});

	test('is divided by the months of the user’s days, and each entry says when it was', () => {
		const entry = (when: string) => ({ id: when, at: new Date(when), subject: 'Gọi' });
		const instants = [
			'2026-11-25T09:00:00Z',
			'2026-11-24T16:00:00Z',
			'2026-11-20T03:00:00Z',
			'2026-10-31T17:00:00Z',
			'2026-10-31T16:59:00Z',
			'2025-12-31T17:00:00Z',
			'2025-12-31T16:59:00Z',
		].map(entry) as unknown as Parameters<typeof presentTimeline>[0];
		const shown = presentTimeline(instants, { ...settings, locale: 'en-GB' }, new Date('2026-11-25T10:00:00Z'));
		expect(shown.map(({ group, when }) => `${group}: ${when}`)).toEqual([
			'November 2026: Today, 16:00',
			'November 2026: Yesterday, 23:00',
			'November 2026: Fri 20 Nov, 10:00',
			'November 2026: Sun 1 Nov, 00:00',
			'October 2026: Sat 31 Oct, 23:59',
			'January 2026: Thu 1 Jan, 00:00',
			'December 2025: Wed, 31 Dec 2025, 23:59',
		]);
	});
});
