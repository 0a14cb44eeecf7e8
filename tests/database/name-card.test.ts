import { describe, expect, test } from 'vitest';
import { readNameCard } from '@/features/name-cards/server/name-card-queries';
import { dayIn } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';

const dayLength = 86_400_000;

describe('a name’s card', () => {
	test('says what comes next: the follow-up that is due first, or what is planned before it', async () => {
		const userId = await makeAccount('Trần Văn Nam');
		const { id: companyId } = await db.company.create({ data: { userId, name: 'Hoa Sen', industry: 'Thép' } });
		const { id: contactId } = await db.contact.create({
			data: { userId, companyId, name: 'Lê An', jobTitle: 'Giám đốc' },
		});
		const ofContact = () => readNameCard(userId, { kind: 'contact', id: contactId });
		const ofCompany = () => readNameCard(userId, { kind: 'company', id: companyId });
		expect(await ofContact()).toMatchObject({
			name: 'Lê An',
			about: 'Giám đốc',
			at: { text: 'Hoa Sen' },
			lastContact: null,
			next: null,
			phone: null,
		});
		const day = (days: number) => new Date(`${dayIn(new Date(Date.now() + days * dayLength), 'UTC')}T00:00:00Z`);
		const follow = (title: string, dueOn: Date | null, doneAt: Date | null = null) =>
			db.followUp.create({ data: { userId, companyId, contactId, title, dueOn, doneAt } });
		await follow('Đã xong', day(-9), new Date());
		await follow('Không ngày', null);
		expect((await ofContact())?.next).toMatchObject({ title: 'Không ngày', when: '' });
		const quote = await follow('Gửi báo giá', day(5));
		await db.followUp.update({
			where: { userId_id: { userId, id: quote.id } },
			data: { dueTime: new Date('1970-01-01T14:30:00Z') },
		});
		expect((await ofContact())?.next?.when).toMatch(/^due .*, 2:30 PM$/);
		const at = new Date(Date.now() + 3 * dayLength);
		const planned = await db.activity.create({
			data: { userId, companyId, contactId, type: 'meeting', subject: 'Họp', at },
		});
		for (const card of [await ofContact(), await ofCompany()]) expect(card?.next).toMatchObject({ title: 'Họp' });
		await follow('Gọi lại', day(-2));
		for (const card of [await ofContact(), await ofCompany()])
			expect(card?.next).toEqual({ title: 'Gọi lại', when: '2 days overdue', isOverdue: true });
		await db.activity.update({
			where: { userId_id: { userId, id: planned.id } },
			data: { at: new Date(Date.now() - 1000) },
		});
		expect((await ofContact())?.lastContact?.ago).toBe('today');
		expect(await ofCompany()).toMatchObject({
			about: 'Thép',
			at: { text: '1 contact' },
			lastContact: { ago: 'today' },
		});
	});

	test('is none for what is gone', async () => {
		const gone = '0193b3a0-0000-7000-8000-000000000000';
		for (const kind of ['company', 'contact'] as const)
			expect(await readNameCard(await makeAccount('Lê An'), { kind, id: gone })).toBeNull();
	});
});
