import { describe, expect, test } from 'vitest';
import { readSignals } from '@/features/deals/server/deal-queries';
import { dayIn, daysLater, instantOf } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { makeDeal } from '../support/deals';

const zone = 'Asia/Ho_Chi_Minh';
const dayLength = 86_400_000;

describe('a deal', () => {
	async function makeOne(fields: Parameters<typeof makeDeal>[2] = {}) {
		const userId = await makeAccount('Trần Văn Nam');
		const { id: companyId } = await db.company.create({ data: { userId, name: 'Thủy sản Bình Minh' } });
		const decides = { userId, companyId, name: 'Trần Quốc Bảo', isDecisionMaker: true };
		const { id: bảo } = await db.contact.create({ data: decides });
		const { id: mai } = await db.contact.create({ data: { userId, companyId, name: 'Lê Thị Mai' } });
		const id = await makeDeal(userId, companyId, { name: 'Kho lạnh', ...fields });
		await db.deal.update({
			where: { userId_id: { userId, id } },
			data: { createdAt: new Date(Date.now() - 400 * dayLength) },
		});
		const says = async () =>
			((await readSignals(userId, id, { locale: 'en-GB', timeZone: zone }))?.signals ?? []).map(({ text }) => text);
		const log = (at: Date, links: { dealId?: string; contactId?: string }, type: 'call' | 'note' = 'call') =>
			db.activity.create({ data: { userId, companyId, type, subject: 'Gọi', at, ...links } });
		return { userId, companyId, bảo, mai, id, says, log };
	}
	/** Midnight in Vietnam, so many days ago. */
	const midnight = (days: number) => instantOf(`${daysLater(dayIn(new Date(), zone), -days)}T00:00`, zone);

	test('is quiet from the very day on that its stage allows, and a note is no contact', async () => {
		const { id, bảo, says, log } = await makeOne({ stage: 'proposal' });
		expect(await says()).toEqual(['No follow-up', 'Stale: 400 days quiet', 'Decision maker never contacted']);
		await log(new Date(midnight(9).getTime() - 1), { dealId: id, contactId: bảo });
		expect(await says()).toEqual(['No follow-up', 'Stale: 10 days quiet']);
		await log(midnight(9), { dealId: id }, 'note');
		expect(await says()).toEqual(['No follow-up', 'Stale: 10 days quiet']);
		await log(midnight(9), { dealId: id });
		expect(await says()).toEqual(['No follow-up']);
	});

	test('is spoken about in a call with its company, but not in one about another deal or a planned one', async () => {
		const { userId, companyId, bảo, says, log } = await makeOne({ stage: 'negotiation' });
		const other = await makeDeal(userId, companyId, { name: 'Máy đóng gói' });
		await log(midnight(0), { dealId: other, contactId: bảo });
		await log(new Date(Date.now() + dayLength), { contactId: bảo });
		expect(await says()).toEqual(['No follow-up', 'Stale: 400 days quiet']);
		await log(midnight(1), { contactId: bảo });
		expect(await says()).toEqual(['No follow-up']);
	});

	test('does not count as stale while something is planned, but does once that is overdue', async () => {
		const { userId, companyId, id: dealId, bảo, says, log } = await makeOne({ stage: 'negotiation' });
		await log(midnight(30), { dealId, contactId: bảo });
		const followUp = (days: number) => ({
			data: {
				userId,
				companyId,
				dealId,
				title: 'Gọi',
				dueOn: new Date(`${daysLater(dayIn(new Date(), zone), days)}T00:00:00Z`),
			},
		});
		const { id } = await db.followUp.create(followUp(-2));
		expect(await says()).toEqual(['Follow-up 2 days overdue', 'Stale: 30 days quiet']);
		await db.followUp.create(followUp(0));
		expect(await says()).toEqual(['Follow-up 2 days overdue']);
		await db.followUp.delete({ where: { userId_id: { userId, id } } });
		expect(await says()).toEqual(['Follow-up today']);
		await db.followUp.updateMany({ where: { userId }, data: { dueOn: null } });
		expect(await says()).toEqual(['Follow-up without a date']);
	});

	test('hangs on one person, on nobody who decides, or on nobody at all', async () => {
		const { userId, bảo, mai, says } = await makeOne();
		const calm = (await says()).filter((text) => !/follow-up|Stale/.test(text));
		expect(calm).toEqual(['Decision maker never contacted']);
		await db.contact.delete({ where: { userId_id: { userId, id: bảo } } });
		expect((await says()).slice(2)).toEqual(['No decision maker', 'Only one contact here']);
		await db.contact.delete({ where: { userId_id: { userId, id: mai } } });
		expect((await says()).slice(2)).toEqual(['No contacts here']);
	});

	test('that is won or lost has no signals', async () => {
		const { says } = await makeOne({ stage: 'closed_lost', expectedCloseOn: '2026-01-01' });
		expect(await says()).toEqual([]);
	});
});
