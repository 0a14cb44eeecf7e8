import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readReminders } from '@/features/reminders/server/reminder-queries';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';

let lan: UserId;
let company: string;

beforeEach(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({ data: { userId: lan, timeZone: 'Asia/Ho_Chi_Minh', locale: 'en-GB' } });
	company = (await db.company.create({ data: { userId: lan, name: 'Thủy sản Bình Minh' } })).id;
});
afterEach(() => void vi.useRealTimers());

/** The clock of the server stands at an instant; the database's does not. */
const at = (instant: string) => vi.useFakeTimers({ now: new Date(instant), toFake: ['Date'] });

async function add(title: string, dueOn: string, time: string | null, more: object = {}) {
	await db.$executeRaw`
		INSERT INTO follow_up (user_id, id, title, due_on, due_time, company_id)
		VALUES (${lan}::uuid, gen_random_uuid(), ${title}, ${dueOn}::date, ${time}::time, ${company}::uuid)`;
	if ('done' in more) await db.followUp.updateMany({ where: { userId: lan, title }, data: { doneAt: new Date() } });
}

const read = async () => {
	const { due, coming } = await readReminders(lan);
	return { due, coming: coming.map(({ time, title, who }) => [time, title, who]) };
};

test('what has a time today or tomorrow comes in order, and what is overdue or due today is counted', async () => {
	await add('Gọi chị Lan', '2026-12-04', '14:00');
	await add('Gửi báo giá', '2026-12-04', '09:30');
	await add('Đã qua', '2026-12-04', '08:00');
	await add('Chuẩn bị hợp đồng', '2026-12-05', '07:15');
	await add('Không giờ', '2026-12-04', null);
	await add('Tuần trước', '2026-11-27', '16:00');
	await add('Xong rồi', '2026-12-04', '15:00', { done: true });
	await add('Tuần sau', '2026-12-11', '10:00');
	// 9:00 in Vietnam
	at('2026-12-04T02:00:00Z');
	expect(await read()).toEqual({
		due: 5,
		coming: [
			['09:30', 'Gửi báo giá', 'Thủy sản Bình Minh'],
			['14:00', 'Gọi chị Lan', 'Thủy sản Bình Minh'],
			['07:15', 'Chuẩn bị hợp đồng', 'Thủy sản Bình Minh'],
		],
	});
	// somebody else sees nothing of it
	expect(await readReminders(await makeAccount('Lê Văn Lạ'))).toEqual({ due: 0, coming: [] });
});

test('a time that the clocks skip is reminded of after the skip', async () => {
	await db.settings.update({ where: { userId: lan }, data: { timeZone: 'Europe/Berlin' } });
	await add('Gọi Berlin', '2026-03-29', '02:30');
	at('2026-03-29T00:00:00Z');
	const [reminder] = (await readReminders(lan)).coming;
	expect(reminder).toMatchObject({ at: '2026-03-29T01:00:00.000Z', time: '03:00' });
});

test('a meeting is reminded of ten minutes before, once put off again', async () => {
	const begins = new Date(Date.now() + 3 * 3_600_000);
	const { id } = await db.activity.create({
		data: { userId: lan, companyId: company, type: 'meeting', subject: 'Họp dự án kho lạnh', at: begins },
	});
	const [reminder] = (await readReminders(lan)).coming;
	expect(reminder).toMatchObject({
		...{ title: 'Họp dự án kho lạnh', who: 'Thủy sản Bình Minh', path: `/activities/${id}` },
		at: new Date(begins.getTime() - 600_000).toISOString(),
	});
	await db.activity.updateMany({ where: { userId: lan, id }, data: { at: new Date(begins.getTime() + 3_600_000) } });
	const [later] = (await readReminders(lan)).coming;
	expect(later?.key).not.toBe(reminder?.key);
	// over, or within the ten minutes: it has been said
	await db.activity.updateMany({ where: { userId: lan, id }, data: { at: new Date(Date.now() + 300_000) } });
	expect((await readReminders(lan)).coming).toEqual([]);
});
