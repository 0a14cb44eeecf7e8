import { beforeAll, describe, expect, test } from 'vitest';
import { listCompanyPeopleLines, readCompanyPeople } from '@/features/contacts/server/company-people-queries';
import { listDealPeople } from '@/features/deals/server/deal-people-queries';
import { readSignals } from '@/features/deals/server/deal-queries';
import { listRailDeals, readRailDeals } from '@/features/deals/server/rail-deal-queries';
import type { DealStage } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { dayIn, daysBetween, daysLater } from '@/lib/dates/dates';
import { db } from '@/lib/db/db';
import { makeAccount } from '../support/accounts';
import { makeDeal } from '../support/deals';
import { makeRandomRails } from '../support/random-rails';

// What stands in the rails of a record's page, and what its signals are about, beside what plain SQL and plain code say of random
// accounts: sets that are joined and sorted, where the product asks contact by contact and deal by deal.

const zone = 'Asia/Ho_Chi_Minh';
const dayLength = 86_400_000;
const today = () => dayIn(new Date(), zone);

type Plain = {
	id: string;
	name: string;
	companyId: string;
	rank: number;
	hasLeft: boolean;
	rhythm: string | null;
	added: string;
	last: string | null;
	meetings: number;
};

/** Every contact of an account, with the day of their last call, email or meeting and how many meetings they had. */
const plainPeople = (userId: UserId) => db.$queryRaw<Plain[]>`
	SELECT p.id, p.name, p.company_id AS "companyId", p.authority_rank AS rank, p.left_on IS NOT NULL AS "hasLeft", p.rhythm::text,
		(p.created_at AT TIME ZONE ${zone})::date::text AS added, (max(a.at) AT TIME ZONE ${zone})::date::text AS last,
		count(a.id) FILTER (WHERE a.type = 'meeting')::int AS meetings
	FROM contact p LEFT JOIN activity_person t ON t.user_id = p.user_id AND t.contact_id = p.id
	LEFT JOIN activity a ON a.user_id = t.user_id AND a.id = t.activity_id AND a.type <> 'note' AND a.at <= now()
	WHERE p.user_id = ${userId}::uuid GROUP BY p.user_id, p.id ORDER BY p.authority_rank, p.name_key, p.id`;

const rhythmDays: Record<string, number> = { weekly: 7, biweekly: 14 };
const agoOf = (last: string | null) => {
	if (last === null) return null;
	const days = daysBetween(last, today());
	return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
};
const isQuiet = ({ hasLeft, rhythm, added, last, rank }: Plain) => {
	if (hasLeft) return false;
	const isDue = rhythm !== null && daysLater(last ?? added, rhythmDays[rhythm] ?? 0) < today();
	return isDue || (rank < 4 && (last === null || daysBetween(last, today()) >= 60));
};

let lan: UserId;
let companies: string[];

beforeAll(async () => {
	({ userId: lan, companies } = await makeRandomRails(zone));
}, 60_000);

describe('the contacts in a rail', () => {
	test('stand by authority, with the days since the last contact, and say whether these are too many', async () => {
		const all = await plainPeople(lan);
		for (const companyId of companies) {
			const expected = all.filter((person) => person.companyId === companyId);
			const people = await listCompanyPeopleLines(lan, { companyId });
			expect(people.map(({ name, lastContact, isQuiet: quiet }) => [name, lastContact?.ago ?? null, quiet])).toEqual(
				expected.map((person) => [person.name, agoOf(person.last), isQuiet(person)]),
			);
			const deciders = expected.filter(({ rank }) => rank < 4);
			const lasts = deciders.flatMap(({ last }) => last ?? []).toSorted();
			const about = await readCompanyPeople(lan, { companyId }, 4);
			expect(about.people).toEqual(people.slice(0, 4));
			expect([about.count, about.deciders]).toEqual([expected.length, deciders.length]);
			expect(about.decidersContactedAt && dayIn(about.decidersContactedAt, zone)).toBe(lasts.at(-1) ?? null);
		}
	});

	test('are a contact’s colleagues without that contact', async () => {
		const [companyId = ''] = companies;
		const whole = await listCompanyPeopleLines(lan, { companyId });
		const except = whole[2]?.id;
		const { people, count } = await readCompanyPeople(lan, { companyId, except }, 100);
		expect(people).toEqual(whole.filter(({ id }) => id !== except));
		expect(count).toBe(whole.length - 1);
	});

	test('have all their phone numbers, the main one first', async () => {
		const userId = await makeAccount('Trần Văn Nam');
		const { id: companyId } = await db.company.create({ data: { userId, name: 'Hoa Sen' } });
		const data = { userId, companyId, name: 'Lê An', phone: '028 3822 0147', phoneLabel: 'Office' };
		const { id: contactId } = await db.contact.create({ data });
		await db.contact.create({ data: { userId, companyId, name: 'Không số' } });
		const point = (kind: 'phone' | 'email', value: string, place: number) => ({
			userId,
			contactId,
			kind,
			value,
			place,
		});
		await db.contactPoint.createMany({
			data: [
				point('phone', '0903 000 010', 10),
				{ ...point('phone', '0903 000 002', 2), label: 'Zalo' },
				point('email', 'an@example.com', 1),
			],
		});
		const [other, an] = await listCompanyPeopleLines(userId, { companyId });
		expect([other?.name, other?.phones]).toEqual(['Không số', []]);
		expect(an?.phones).toEqual([
			{ value: '028 3822 0147', label: 'Office' },
			{ value: '0903 000 002', label: 'Zalo' },
			{ value: '0903 000 010', label: null },
		]);
	});
});

describe('the deals in a rail', () => {
	test('are the open ones by their close date, with the days in their stage; the closed ones are added up', async () => {
		for (const companyId of companies) {
			const plain = await db.$queryRaw<{ id: string; stage: DealStage; days: number; open: boolean; value: string }[]>`
				SELECT d.id, d.stage, d.closed_at IS NULL AS open, d.value::text,
					${today()}::date - (max(s.at) AT TIME ZONE ${zone})::date AS days
				FROM deal d JOIN deal_stage_change s ON s.deal_id = d.id WHERE d.company_id = ${companyId}::uuid
				GROUP BY d.user_id, d.id ORDER BY d.expected_close_on NULLS LAST, d.id`;
			const open = plain.filter((deal) => deal.open);
			const deals = await listRailDeals(lan, { companyId });
			expect(deals.map(({ id, stage, days }) => [id, stage, days])).toEqual(
				open.map(({ id, stage, days }) => [id, stage, days]),
			);
			const first = await readRailDeals(lan, { companyId }, 2);
			expect(first.deals).toEqual(deals.slice(0, 2));
			expect(first.open).toBe(open.length);
			const closed = (stage: DealStage) => plain.filter((deal) => deal.stage === stage).length;
			expect(first.closed.map(({ stage, count, value }) => [stage, count, value])).toEqual(
				(['closed_won', 'closed_lost'] as const)
					.filter((stage) => closed(stage) > 0)
					.map((stage) => [stage, closed(stage), `${closed(stage) * 1000}.00`]),
			);
		}
	});
});

describe('the signals of a deal', () => {
	test('name whom they are about', async () => {
		const people = await plainPeople(lan);
		const deals = await db.deal.findMany({ where: { userId: lan, closedAt: null }, include: { people: true } });
		const seen = { named: 0, company: 0, blocker: 0 };
		for (const deal of deals) {
			const part = deal.people.flatMap(({ contactId, role }) => {
				const person = people.find(({ id }) => id === contactId);
				return person && !person.hasLeft ? [{ ...person, role }] : [];
			});
			const own = part.filter(({ role }) => role === 'decision_maker');
			const deciders =
				own.length > 0 ? own : people.filter((each) => each.companyId === deal.companyId && each.rank < 4);
			const daysOf = ({ last }: Plain) => (last === null ? null : daysBetween(last, today()));
			const quiet = deciders
				.filter((person) => (daysOf(person) ?? Number.POSITIVE_INFINITY) >= (own.length > 0 ? 21 : 60))
				.toSorted(
					(a, b) =>
						a.rank - b.rank ||
						(daysOf(b) ?? Number.MAX_SAFE_INTEGER) - (daysOf(a) ?? Number.MAX_SAFE_INTEGER) ||
						(a.id < b.id ? -1 : 1),
				)[0];
			const blocker = part
				.filter(({ role }) => role === 'blocker')
				.map(({ id, meetings }) => ({ id, meetings: Math.min(2, meetings) }))
				.toSorted((a, b) => a.meetings - b.meetings || (a.id < b.id ? -1 : 1))[0];
			const { facts } = (await readSignals(lan, deal.id, { locale: 'en-GB', timeZone: zone })) ?? expect.fail();
			expect([facts.quietDecider?.id, facts.quietDecider?.days]).toEqual([quiet?.id, quiet && daysOf(quiet)]);
			expect([facts.blocker?.id, facts.blocker?.meetings]).toEqual([blocker?.id, blocker?.meetings]);
			seen.named += own.length > 0 && quiet ? 1 : 0;
			seen.company += own.length === 0 && quiet ? 1 : 0;
			seen.blocker += blocker ? 1 : 0;
			const { people: listed } = await listDealPeople(lan, deal.id);
			expect(listed.map(({ id }) => id).toSorted()).toEqual(deal.people.map(({ contactId }) => contactId).toSorted());
		}
		// each of them occurs in this account
		expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
	});

	test('say how long won deals were in the stage only from the fifth on', async () => {
		const userId = await makeAccount('Trần Văn Nam');
		const { id: companyId } = await db.company.create({ data: { userId, name: 'Hoa Sen' } });
		const id = await makeDeal(userId, companyId, { stage: 'proposal' });
		const usual = async () => (await readSignals(userId, id, { locale: 'en-GB', timeZone: zone }))?.facts.usualDays;
		for (const [place, days] of [3, 9, 7, 30, 7].entries()) {
			expect(await usual()).toBeNull();
			const won = await makeDeal(userId, companyId, { name: `Đơn ${place}`, stage: 'closed_won' });
			const at = (since: number) => new Date(Date.now() - since * dayLength);
			await db.dealStageChange.deleteMany({ where: { userId, dealId: won } });
			await db.dealStageChange.createMany({
				data: [
					{ userId, dealId: won, to: 'proposal', at: at(days + 1) },
					{ userId, dealId: won, from: 'proposal', to: 'closed_won', at: at(1) },
				],
			});
		}
		expect(await usual()).toBe(7);
	});
});
