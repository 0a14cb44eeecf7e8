import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	type BriefOf,
	findBriefSubject,
	listBriefPeople,
	listBriefRecords,
	listLastTouches,
	listPromises,
} from '@/features/brief/server/brief-queries';
import { listChangesSince } from '@/features/history/server/changes-since-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { act, acted, undo } from '../support/act';
import { makeDeal } from '../support/deals';

const settings = { locale: 'en-US', timeZone: 'Asia/Ho_Chi_Minh' };
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

let lan: UserId;
let binhMinh: string;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	binhMinh = await company('Thủy sản Bình Minh');
});

const company = async (name: string) => (await db.company.create({ data: { userId: lan, name } })).id;
const person = async (name: string, fields: { companyId?: string; isDecisionMaker?: boolean } = {}) =>
	(await db.contact.create({ data: { userId: lan, companyId: binhMinh, name, ...fields } })).id;

async function met(
	subject: string,
	at: Date,
	fields: { type?: 'call' | 'email' | 'meeting' | 'note'; dealId?: string; with?: string[] } = {},
) {
	const { with: people = [], type = 'meeting', ...links } = fields;
	const id = uuidv7();
	await db.activity.create({ data: { userId: lan, id, companyId: binhMinh, type, subject, at, ...links } });
	await db.activityPerson.createMany({
		data: people.map((contactId) => ({ userId: lan, activityId: id, contactId })),
	});
	return id;
}

const subjectOf = async (of: BriefOf) => (await findBriefSubject(lan, of)) ?? expect.fail('There is no brief.');
const peopleOf = async (of: BriefOf) =>
	(await listBriefPeople(lan, await subjectOf(of))).map(({ name, takesPart }) => (takesPart ? `${name} comes` : name));

describe('what a brief is about', () => {
	test('the last meeting is one that has been, before the one that is prepared', async () => {
		await met('Gặp lần đầu', daysAgo(40));
		const second = await met('Thăm nhà máy', daysAgo(20));
		await met('Gọi báo giá', daysAgo(3), { type: 'call' });
		const next = await met('Ký hợp đồng', daysAgo(-2));
		expect((await subjectOf({ companyId: binhMinh })).lastMeeting?.subject).toBe('Thăm nhà máy');
		expect((await subjectOf({ meetingId: next })).lastMeeting?.subject).toBe('Thăm nhà máy');
		expect((await subjectOf({ meetingId: second })).lastMeeting?.subject).toBe('Gặp lần đầu');
		expect((await subjectOf({ meetingId: next })).meeting?.subject).toBe('Ký hợp đồng');
	});

	test('there is none of a call, of another account’s records, and of what is gone', async () => {
		const call = await met('Gọi báo giá', daysAgo(3), { type: 'call' });
		const meeting = await met('Thăm nhà máy', daysAgo(3));
		expect(await findBriefSubject(lan, { meetingId: call })).toBeNull();
		const stranger = await makeAccount('Lê Văn Lạ');
		for (const of of [{ companyId: binhMinh }, { meetingId: meeting }, { dealId: uuidv7() }])
			expect(await findBriefSubject(stranger, of)).toBeNull();
	});
});

describe('whom a brief names', () => {
	test('those who come, also from another company, and the decision makers who do not', async () => {
		const [anh, bao] = [await person('Đặng Thị Ánh', { isDecisionMaker: true }), await person('Trần Quốc Bảo')];
		await person('Phạm Gia Hân', { isDecisionMaker: true });
		await person('Lê Hoàng Phúc');
		const partner = await person('Vũ Minh Đức', { companyId: await company('Tư vấn Hoa Sen') });
		const meeting = await met('Thăm nhà máy', daysAgo(-1), { with: [bao, anh, partner] });
		expect(await peopleOf({ meetingId: meeting })).toEqual([
			'Đặng Thị Ánh comes',
			'Trần Quốc Bảo comes',
			'Vũ Minh Đức comes',
			'Phạm Gia Hân',
		]);
		// of the company alone, whoever is known
		expect(await peopleOf({ companyId: binhMinh })).toEqual([
			'Đặng Thị Ánh',
			'Phạm Gia Hân',
			'Lê Hoàng Phúc',
			'Trần Quốc Bảo',
		]);
	});

	test('who has left is not named, unless they come', async () => {
		const [anh, bao] = [await person('Đặng Thị Ánh', { isDecisionMaker: true }), await person('Trần Quốc Bảo')];
		await db.contact.updateMany({ where: { userId: lan }, data: { leftOn: new Date('2026-01-31') } });
		expect(await peopleOf({ companyId: binhMinh })).toEqual([]);
		expect(await peopleOf({ meetingId: await met('Chia tay', daysAgo(-1), { with: [anh, bao] }) })).toHaveLength(2);
	});
});

test('what was promised: open ones by their day, then those done since', async () => {
	const promise = (title: string, dueOn: string | null, doneAt: Date | null = null, isTheirs: true | null = null) =>
		db.followUp.create({
			data: { userId: lan, title, companyId: binhMinh, dueOn: dueOn ? new Date(dueOn) : null, doneAt, isTheirs },
		});
	await promise('Gửi mẫu', '2026-12-05');
	await promise('Gửi bảng giá', '2026-11-20');
	await promise('Hỏi lại', null, null, true);
	await promise('Gửi hợp đồng', '2026-11-10', daysAgo(5));
	await promise('Gửi thiệp', '2026-01-10', daysAgo(300));
	const subject = await subjectOf({ companyId: binhMinh });
	const promised = await listPromises(lan, subject, daysAgo(30));
	expect(promised.map(({ title, isTheirs }) => (isTheirs ? `${title} (theirs)` : title))).toEqual([
		'Gửi bảng giá',
		'Gửi mẫu',
		'Hỏi lại (theirs)',
		'Gửi hợp đồng',
	]);
});

test('the last three calls, emails and meetings; of a deal not those about another deal', async () => {
	const [kho, xe] = [
		await makeDeal(lan, binhMinh, { name: 'Kho lạnh' }),
		await makeDeal(lan, binhMinh, { name: 'Xe tải' }),
	];
	await met('Về kho', daysAgo(9), { type: 'call', dealId: kho });
	await met('Về xe', daysAgo(8), { type: 'email', dealId: xe });
	await met('Ghi chú', daysAgo(7), { type: 'note' });
	await met('Chung', daysAgo(6));
	await met('Về xe nữa', daysAgo(5), { type: 'call', dealId: xe });
	await met('Sắp tới', daysAgo(-5));
	const subjects = async (of: BriefOf) =>
		(await listLastTouches(lan, await subjectOf(of))).map(({ subject }) => subject);
	expect(await subjects({ companyId: binhMinh })).toEqual(['Về xe nữa', 'Chung', 'Về xe']);
	expect(await subjects({ dealId: kho })).toEqual(['Chung', 'Về kho']);
});

/** The present moment, once the clock shows a later one: what is done in the same millisecond is not done after it. */
async function moment(): Promise<Date> {
	const now = new Date();
	while (Date.now() <= now.getTime() + 1) await new Promise((resolve) => setTimeout(resolve, 1));
	return now;
}

describe('what has changed since', () => {
	const changes = async (since: Date, of: BriefOf = { companyId: binhMinh }) => {
		const lines = await listChangesSince(lan, await listBriefRecords(lan, await subjectOf(of)), since, settings);
		return lines.map(({ name, lines: told }) => [
			name,
			...told.map(({ label, values }) => [label, ...values].join(' ')),
		]);
	};
	const rename = (id: string, name: string) =>
		acted((tx) => tx.company.update({ where: { userId_id: { userId: lan, id } }, data: { name } }), 'Edit company');

	test('is told from the first state to the last, of the company, its contacts and its deals', async () => {
		const anh = await person('Đặng Thị Ánh');
		const kho = await makeDeal(lan, binhMinh, { name: 'Kho lạnh', value: '100' });
		const since = await moment();
		await rename(binhMinh, 'Bình Minh Seafood');
		await rename(binhMinh, 'Bình Minh Group');
		await act((tx) => tx.deal.update({ where: { userId_id: { userId: lan, id: kho } }, data: { value: '150' } }));
		await act((tx) =>
			tx.contact.update({ where: { userId_id: { userId: lan, id: anh } }, data: { jobTitle: 'Giám đốc' } }),
		);
		await act((tx) => tx.contact.create({ data: { userId: lan, companyId: binhMinh, name: 'Phạm Gia Hân' } }));
		expect(await changes(since)).toEqual([
			['Phạm Gia Hân', 'Created'],
			['Đặng Thị Ánh', 'Job title nothing Giám đốc'],
			['Kho lạnh', expect.stringMatching(/^Deal value .*100.* .*150/)],
			['Bình Minh Group', 'Company name Thủy sản Bình Minh Bình Minh Group'],
		]);
		expect(await changes(new Date())).toEqual([]);
		expect((await changes(since, { dealId: kho })).map(([name]) => name)).toContain('Kho lạnh');
	});

	test('leaves out what was undone, and what was changed and changed back', async () => {
		const since = await moment();
		const { changeSet } = await rename(binhMinh, 'Bình Minh Group');
		await undo(lan, changeSet);
		expect(await changes(since)).toEqual([]);
		await rename(binhMinh, 'Bình Minh Group');
		await rename(binhMinh, 'Thủy sản Bình Minh');
		expect(await changes(since)).toEqual([]);
	});
});
