import type { DealStage } from '@/features/deals/stage/stages';
import { openStages } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from './accounts';
import { makeDeal, seeded } from './deals';

const dayLength = 86_400_000;

/**
 * An account by chance, but always the same: sixty contacts at the first of three companies, forty deals with people in roles, and two
 * hundred activities, best on the days on which something begins to be too long ago.
 */
export async function makeRandomRails(zone: string): Promise<{ userId: UserId; companies: string[] }> {
	const chance = seeded(7);
	const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T;
	const ago = (...days: number[]) => new Date(Date.now() - pick(days) * dayLength - chance() * 60_000);
	const userId = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({ data: { userId, timeZone: zone, weekStart: 1, currency: 'VND', locale: 'en-GB' } });
	const companies: string[] = [];
	const people: { id: string; companyId: string }[] = [];
	for (const [name, many] of [
		['Bình Minh', 60],
		['Hoa Sen', 6],
		['Sao Mai', 1],
	] as const) {
		const { id: companyId } = await db.company.create({ data: { userId, name } });
		companies.push(companyId);
		for (let n = 0; n < many; n++) {
			const isDecisionMaker = chance() < 0.4;
			const data = {
				userId,
				companyId,
				name: `${pick(['Đặng Văn Ấn', 'Trần Quốc Bảo', 'Ánh', 'an', 'Zoe'])} ${n}`,
				isDecisionMaker,
				authorityLevel: isDecisionMaker ? pick(['primary', 'secondary', 'influencer', null] as const) : null,
				rhythm: pick(['weekly', 'biweekly', null, null] as const),
				leftOn: chance() < 0.15 ? ago(30) : null,
				phone: chance() < 0.5 ? `0903 456 ${100 + n}` : null,
				createdAt: ago(3, 10, 90),
			};
			people.push(await db.contact.create({ data }));
		}
	}
	const stages: DealStage[] = [...openStages, ...openStages, 'closed_won', 'closed_won', 'closed_lost'];
	for (let n = 0; n < 40; n++) {
		const companyId = pick(companies);
		const expectedCloseOn = chance() < 0.3 ? null : dayIn(ago(-20, -1, 0, 1, 30), zone);
		const id = await makeDeal(userId, companyId, {
			name: `Hợp đồng ${n}`,
			stage: pick(stages),
			expectedCloseOn,
			currency: 'VND',
		});
		await db.$executeRaw`UPDATE deal_stage_change SET at = ${ago(0, 2, 12, 40)} WHERE deal_id = ${id}::uuid`;
		for (let more = Math.floor(chance() * 5); more > 0; more--) {
			const role = pick(['decision_maker', 'decision_maker', 'blocker', null] as const);
			const { id: contactId } = pick(people.filter((person) => person.companyId === companyId || chance() < 0.05));
			await db.dealPerson.createMany({ data: [{ userId, dealId: id, contactId, role }], skipDuplicates: true });
		}
	}
	for (let n = 0; n < 200; n++) {
		const { id: contactId, companyId } = pick(people);
		const type = pick(['call', 'email', 'meeting', 'note'] as const);
		const at = ago(-3, 0, 1, 6, 7, 8, 13, 14, 15, 20, 21, 22, 59, 60, 61);
		await db.activity.create({ data: { userId, companyId, contactId, type, subject: 'Trao đổi', at } });
	}
	return { userId, companies };
}
