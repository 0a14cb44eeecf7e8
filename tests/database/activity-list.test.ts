import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { namedRange } from '@/features/activities/activity-ranges';
import { activityList } from '@/features/activities/schema';
import { listActivities } from '@/features/activities/server/activity-queries';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysLater } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import type { SearchParams } from '@/lib/list/list-params';
import { makeAccount } from '../support/accounts';

const settings = { currency: 'VND', locale: 'vi-VN', timeZone: 'Asia/Ho_Chi_Minh', weekStart: 1 };

describe('the list of activities', () => {
	let rich: UserId;
	let company: string;
	const at = (text: string) => new Date(text);
	const find = async (params: SearchParams, zone = settings) =>
		(await listActivities(rich, activityList.parse(params), zone)).rows.map(({ subject }) => subject);

	beforeAll(async () => {
		rich = await makeAccount('Phạm Văn Đức');
		company = (await db.company.create({ data: { userId: rich, name: 'Đại Phát' } })).id;
		const made: [type: 'call' | 'email' | 'meeting' | 'note', subject: string, when: Date, outcome?: string][] = [
			['call', 'Gọi về báo giá', at('2026-10-31T16:59:00Z'), 'Đồng ý'],
			['email', 'Gửi hợp đồng', at('2026-10-31T17:00:00Z')],
			['meeting', 'Họp tại xưởng', at('2026-11-20T03:00:00Z')],
			['note', 'Ghi chú', at('2026-11-30T16:59:59Z')],
			['call', 'Gọi tháng sau', at('2026-11-30T17:00:00Z')],
		];
		for (const [type, subject, when, outcome] of made)
			await db.activity.create({
				data: { userId: rich, companyId: company, type, subject, at: when, outcome: outcome ?? null },
			});
	});

	test('stands with the latest first, or the other way around', async () => {
		const latest = ['Gọi tháng sau', 'Ghi chú', 'Họp tại xưởng', 'Gửi hợp đồng', 'Gọi về báo giá'];
		expect(await find({})).toEqual(latest);
		expect(await find({ sort: 'when.asc' })).toEqual(latest.toReversed());
		expect((await find({ sort: 'type.asc' })).at(-1)).toBe('Ghi chú');
	});

	test('is searched by subject and outcome, without accents', async () => {
		expect(await find({ q: 'dong y' })).toEqual(['Gọi về báo giá']);
		expect(await find({ q: 'HOP' })).toEqual(['Họp tại xưởng', 'Gửi hợp đồng']);
	});

	test('is filtered by types, company and the user’s days', async () => {
		expect(await find({ type: ['note', 'meeting'] })).toEqual(['Ghi chú', 'Họp tại xưởng']);
		expect(await find({ company: uuidv7() })).toEqual([]);
		const november = { from: '2026-11-01', to: '2026-11-30' };
		expect(await find(november)).toEqual(['Ghi chú', 'Họp tại xưởng', 'Gửi hợp đồng']);
		expect(await find(november, { ...settings, timeZone: 'UTC' })).toEqual([
			'Gọi tháng sau',
			'Ghi chú',
			'Họp tại xưởng',
		]);
		expect(await find({ from: '2026-12-02', to: '2026-11-01' })).toEqual([]);
	});
});

describe.each([
	['Etc/GMT+12', '2026-11-24'],
	['UTC', '2026-11-25'],
	['Pacific/Kiritimati', '2026-11-26'],
])('the named ranges in %s', (timeZone, today) => {
	const now = new Date('2026-11-25T11:00:00Z');
	test('begin and end in the user’s calendar', () => {
		const range = (name: 'today' | 'week' | 'month' | '30days') => namedRange(name, { ...settings, timeZone }, now);
		expect(range('today')).toEqual({ from: today, to: today });
		expect(range('week')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
		expect(range('month')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
		expect(range('30days').to).toBe(today);
	});
});

// each with a day on which the clocks change, at midnight in some
test.each([
	['Etc/GMT+12', '2025-06-15'],
	['Pacific/Kiritimati', '2025-06-15'],
	['Asia/Ho_Chi_Minh', '2025-06-15'],
	['America/New_York', '2025-03-09'],
	['America/New_York', '2025-11-02'],
	['America/Santiago', '2025-09-07'],
	['America/Santiago', '2025-04-05'],
	['Asia/Beirut', '2025-03-30'],
	['Africa/Cairo', '2025-10-30'],
	['Australia/Lord_Howe', '2025-04-06'],
	['Pacific/Apia', '2011-12-29'],
	['America/Havana', '2025-11-02'],
	['Atlantic/Azores', '2025-10-26'],
])('the days of a range in %s around %s hold what happened on them', async (timeZone, day) => {
	const trang = await makeAccount('Phạm Thu Trang');
	const { id: companyId } = await db.company.create({ data: { userId: trang, name: 'Ánh Dương' } });
	const noon = new Date(`${day}T12:00:00Z`).getTime();
	const instants = Array.from({ length: 4 * 96 }, (_, n) => new Date(noon + (n - 2 * 96) * 15 * 60_000));
	await db.activity.createMany({
		data: instants.map((at) => ({ userId: trang, companyId, type: 'call' as const, subject: 'Gọi', at })),
	});
	for (const days of [-1, 0, 1]) {
		const asked = daysLater(day, days);
		const { count } = await listActivities(trang, activityList.parse({ from: asked, to: asked }), {
			...settings,
			timeZone,
		});
		expect(count, asked).toBe(instants.filter((at) => dayIn(at, timeZone) === asked).length);
	}
});
