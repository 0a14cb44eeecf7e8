import { v7 as uuidv7 } from 'uuid';
import { activityTypes } from '@/features/activities/activity-types';
import { dealStages, isClosed } from '@/features/deals/stage/stages';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import { makeAccount } from './accounts';
import { seeded } from './deals';
import type { Plain, PlainRow } from './plain-filters';

const dayLength = 86_400_000;
const companyNames = [
	'Bình Minh',
	'Hoa Sen',
	'Đại Phát',
	'An Khang',
	'Sao Mai',
	"L'Étoile & Söhne",
	'Phú Quý 100%',
	'Acme_Corp',
];
const firstNames = ['Nguyễn Thị Lan', 'Trần Quốc Bảo', 'Đặng Văn Hùng', 'Lê Minh', 'Zoë O’Brien', 'Smith-Jones'];

/** An account with some hundred records, each field of which is empty now and then. */
export async function makeFilteredAccount(settings: { timeZone: string; weekStart: number; currency: string }) {
	const userId = await makeAccount('Nguyễn Thị Lan');
	await db.settings.create({ data: { userId, locale: 'vi-VN', ...settings } });
	const next = seeded(17);
	const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
	const maybe = <T>(value: T) => (next() < 0.6 ? value : null);
	const some = (chance: number) => next() < chance;
	const around = (from: number, to: number) => new Date(Date.now() + (from + next() * (to - from)) * dayLength);
	const day = (from: number, to: number) => new Date(around(from, to).toISOString().slice(0, 10));

	const tags = ['Xuất khẩu', 'VIP', 'Referral'].map((name) => ({ userId, id: uuidv7(), name }));
	await db.tag.createMany({ data: tags });
	const companies = Array.from({ length: 60 }, (_, n) => ({
		userId,
		id: uuidv7(),
		name: `${pick(companyNames)} ${n}`,
		industry: maybe(pick(['Thủy sản', 'thuy san', 'Retail', 'Ô tô'])),
		size: maybe(pick(['from_1_to_10', 'from_11_to_50', 'over_500'] as const)),
		website: maybe(pick(['www.binhminh.vn', 'https://Example.com/Shop'])),
		phone: maybe(pick(['+84 24 3936 0104', '0912 345 678'])),
		email: maybe(pick(['lienhe@binhminh.vn', 'Info@example.com'])),
		address: maybe(pick(['12 Đường Láng, Hà Nội', '1 Main St, 50% off'])),
		createdAt: around(-120, 0),
	}));
	await db.company.createMany({ data: companies });
	const contacts = Array.from({ length: 200 }, (_, n) => {
		const isDecisionMaker = some(0.4);
		return {
			userId,
			id: uuidv7(),
			companyId: pick(companies).id,
			name: `${pick(firstNames)} ${n}`,
			jobTitle: maybe(pick(['Giám đốc', 'GIÁM ĐỐC kinh doanh', 'Buyer'])),
			email: maybe(pick(['lan@binhminh.vn', 'Bao@Example.com'])),
			phone: maybe(pick(['+84 24 3936 0104', '0912 345 678'])),
			isDecisionMaker,
			authorityLevel: isDecisionMaker ? maybe(pick(['primary', 'secondary', 'influencer'] as const)) : null,
			rhythm: maybe(pick(['weekly', 'monthly', 'half_yearly'] as const)),
			leftOn: some(0.1) ? day(-50, 0) : null,
			createdAt: around(-120, 0),
		};
	});
	await db.contact.createMany({ data: contacts });
	for (const contact of contacts.filter(() => some(0.3)))
		await db.contact.update({
			where: { userId_id: { userId, id: contact.id } },
			data: { introducedById: pick(contacts.filter(({ id }) => id !== contact.id)).id },
		});
	for (const company of companies.filter(() => some(0.3)))
		await db.company.update({
			where: { userId_id: { userId, id: company.id } },
			data: { introducedById: pick(contacts).id },
		});
	const deals = Array.from({ length: 150 }, (_, n) => {
		const stage = pick(dealStages);
		return {
			userId,
			id: uuidv7(),
			companyId: pick(companies).id,
			contactId: maybe(pick(contacts).id),
			name: `${pick(['Hợp đồng', 'Kho lạnh', 'Spare parts'])} ${n}`,
			value: Math.floor(next() * 3000),
			currency: pick(['VND', 'USD', 'EUR']),
			stage,
			ownProbability: maybe(Math.floor(next() * 100)),
			expectedCloseOn: maybe(day(-100, 100)),
			closedAt: isClosed(stage) ? around(-80, 0) : null,
			lostReason: stage === 'closed_lost' ? maybe(pick(['Price', 'PRICE', 'Giá cao'])) : null,
			createdAt: around(-120, 0),
			position: `p${String(n).padStart(4, '0')}V`,
		};
	});
	await db.deal.createMany({ data: deals });
	const activities = Array.from({ length: 200 }, (_, n) => {
		const contact = maybe(pick(contacts));
		return {
			userId,
			id: uuidv7(),
			companyId: contact?.companyId ?? pick(companies).id,
			contactId: contact?.id ?? null,
			dealId: maybe(pick(deals).id),
			type: pick(activityTypes),
			subject: `${pick(['Gọi hỏi thăm', 'Báo giá', 'Site visit'])} ${n}`,
			description: maybe(pick(['Đã gửi báo giá', 'See http://example.com'])),
			outcome: maybe(pick(['Đồng ý', 'no answer'])),
			nextSteps: maybe(pick(['Gửi hợp đồng', 'Call back'])),
			durationMinutes: maybe(Math.floor(next() * 120)),
			at: around(-110, 20),
		};
	});
	await db.activity.createMany({ data: activities });
	await db.followUp.createMany({
		data: Array.from({ length: 200 }, (_, n) => ({
			userId,
			title: `Gọi lại ${n}`,
			dueOn: maybe(day(-40, 60)),
			doneAt: some(0.3) ? new Date() : null,
			companyId: maybe(pick(companies).id),
			contactId: maybe(pick(contacts).id),
			dealId: maybe(pick(deals).id),
		})),
	});
	for (const { id } of tags) {
		await db.contactTag.createMany({
			data: contacts.filter(() => some(0.2)).map((each) => ({ userId, tagId: id, contactId: each.id })),
		});
		await db.companyTag.createMany({
			data: companies.filter(() => some(0.2)).map((each) => ({ userId, tagId: id, companyId: each.id })),
		});
	}
	const further = [
		...([
			['email', 'ketoan@binhminh.vn'],
			['email', 'Lan.Rieng@Example.com'],
			['phone', '+84 90 111 2222'],
		] as const),
		['link', 'https://zalo.me/binhminh'] as const,
	];
	// only who has a main one has further ones
	const pointsOf = (each: { email: string | null; phone: string | null; website?: string | null }) =>
		further
			.filter(([kind]) => some(0.4) && (kind === 'link' ? each.website !== null : each[kind] !== null))
			.map(([kind, value], place) => ({ userId, kind, value, place }));
	await db.contactPoint.createMany({
		data: [
			...contacts.flatMap((each) => pointsOf(each).map((point) => ({ ...point, contactId: each.id }))),
			...companies.flatMap((each) => pointsOf(each).map((point) => ({ ...point, companyId: each.id }))),
		],
	});
	return userId;
}

/** A main email, phone or website and the further ones. */
const allOf = (main: string | null, kind: string, points: { kind: string; value: string }[]): Plain => {
	const all = [...(main ? [main] : []), ...points.flatMap((point) => (point.kind === kind ? [point.value] : []))];
	return all.length > 0 ? all : null;
};

/** The rows of each list of an account, with their fields as plain values. */
export async function readPlainRows(
	userId: UserId,
): Promise<Record<'contacts' | 'companies' | 'deals' | 'activities', PlainRow[]>> {
	const of = { where: { userId } };
	const [contacts, companies, deals, activities, followUps] = await Promise.all([
		db.contact.findMany({
			...of,
			include: { tags: true, points: true, deals: true, activities: { include: { activity: true } } },
		}),
		db.company.findMany({
			...of,
			include: { tags: true, points: true, contacts: true, deals: true, activities: true },
		}),
		db.deal.findMany({ ...of, include: { people: true } }),
		db.activity.findMany({ ...of, include: { people: true } }),
		db.followUp.findMany({ where: { userId, doneAt: null } }),
	]);
	const dayOf = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? null;
	const nextFollowUp = (noun: 'companyId' | 'contactId' | 'dealId', id: string) =>
		followUps.flatMap((each) => (each[noun] === id ? (dayOf(each.dueOn) ?? []) : [])).sort()[0] ?? null;
	const lastOf = (touches: { type: string; at: Date }[]) =>
		touches
			.filter(({ type, at }) => type !== 'note' && at <= new Date())
			.map(({ at }) => at)
			.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
	const openOf = (those: { id: string }[]) => those.filter(({ id }) => openDeals.has(id)).length;
	const openDeals = new Set(deals.filter(({ stage }) => !isClosed(stage)).map(({ id }) => id));
	const sizes: Record<string, string> = { from_1_to_10: '1-10', from_11_to_50: '11-50', over_500: '500+' };
	const filled = (list: string[]): Plain => (list.length > 0 ? list : null);
	return {
		contacts: contacts.map((each) => {
			const lastContact = lastOf(each.activities.map(({ activity }) => activity));
			return {
				...{ name: each.name, jobTitle: each.jobTitle, rhythm: each.rhythm },
				email: allOf(each.email, 'email', each.points),
				phone: allOf(each.phone, 'phone', each.points),
				...{
					company: each.companyId,
					introducedBy: each.introducedById,
					reportsTo: each.reportsToId,
					created: each.createdAt,
				},
				decisionMaker: each.isDecisionMaker && !each.leftOn,
				authority: each.leftOn ? null : each.authorityLevel,
				left: each.leftOn !== null,
				tags: filled(each.tags.map(({ tagId }) => tagId)),
				lastContact,
				// somebody who has left is nobody to contact
				silence: each.leftOn ? new Date('2199-01-01') : lastContact,
				nextFollowUp: nextFollowUp('contactId', each.id),
				openDeals: openOf(each.deals.map(({ dealId: id }) => ({ id }))),
			};
		}),
		companies: companies.map((each) => ({
			...{ name: each.name, industry: each.industry },
			website: allOf(each.website, 'link', each.points),
			phone: allOf(each.phone, 'phone', each.points),
			email: allOf(each.email, 'email', each.points),
			...{ address: each.address, introducedBy: each.introducedById, created: each.createdAt },
			size: each.size && (sizes[each.size] ?? null),
			tags: filled(each.tags.map(({ tagId }) => tagId)),
			lastContact: lastOf(each.activities),
			silence: lastOf(each.activities),
			nextFollowUp: nextFollowUp('companyId', each.id),
			contacts: each.contacts.filter(({ leftOn }) => !leftOn).length,
			openDeals: openOf(each.deals),
		})),
		deals: deals.map((each) => ({
			...{
				name: each.name,
				stage: each.stage,
				currency: each.currency,
				lostReason: each.lostReason,
				created: each.createdAt,
			},
			value: { amount: Number(each.value), currency: each.currency },
			expectedClose: dayOf(each.expectedCloseOn),
			closed: each.closedAt,
			company: each.companyId,
			contact: filled(each.people.map(({ contactId }) => contactId)),
			nextFollowUp: nextFollowUp('dealId', each.id),
			probability: each.probability,
		})),
		activities: activities.map((each) => ({
			...{
				name: each.subject,
				subject: each.subject,
				type: each.type,
				description: each.description,
				outcome: each.outcome,
			},
			...{
				nextSteps: each.nextSteps,
				duration: each.durationMinutes,
				at: each.at,
				company: each.companyId,
				deal: each.dealId,
			},
			contact: filled(each.people.map(({ contactId }) => contactId)),
		})),
	};
}
