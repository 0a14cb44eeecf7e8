import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { addPoints } from '@/domain/contact-points/contact-point-records';
import { findPosition, lockColumns, topOfColumn } from '@/domain/deal-positions';
import { lockAccount } from '@/domain/records';
import { getSettings } from '@/features/account/server/account-queries';
import { columnsOf } from '@/features/companies/schema';
import { isClosed } from '@/features/deals/schema';
import { setCompanyTags } from '@/features/tags/server/tag-mutations';
import type { UserId } from '@/lib/auth/session';
import { dateColumn, dayIn, daysLater, instantOf } from '@/lib/dates/dates';
import type { Tx } from '@/lib/db/db';
import { Refusal } from '@/lib/errors/errors';
import { sampleActivities } from '../sample-activities';
import { amountIn } from '../sample-amounts';
import { sampleCompanies } from '../sample-companies';
import { type SampleDeal, sampleDeals } from '../sample-deals';
import { type SampleFollowUp, sampleFollowUps } from '../sample-follow-ups';
import { sampleIntroductions, samplePoints, sampleReports } from '../sample-ties';
import type { loadSampleDataForm } from '../schema';
import { getSampleData } from './sample-data-queries';

/**
 * Fills an account with the sample companies, their people, deals and what was said; returns how many of each it made. Refuses while any
 * of them still stands and, unless the user said so, where there are companies already.
 */
export async function loadSampleData(
	tx: Tx,
	userId: UserId,
	{ amongOwn }: z.output<typeof loadSampleDataForm> = { amongOwn: false },
) {
	await lockAccount(tx, userId);
	const present = await getSampleData(userId, tx);
	if (present.sampleCompanies + present.sampleContacts + present.sampleDeals > 0)
		throw new Refusal('The sample data is loaded already. Remove it before you load it again.');
	if (present.companies > 0 && !amongOwn)
		throw new Refusal('There are companies of your own by now. Reload the page to see them, then load once more.');
	const companies = sampleCompanies.map((sample) => ({ id: uuidv7(), sample }));
	await tx.company.createMany({
		data: companies.map(({ id, sample: { name, industry, size, domain, phone, notes } }) => ({
			userId,
			id,
			name,
			...columnsOf({ size }),
			industry,
			website: `https://www.${domain}`,
			email: `hello@${domain}`,
			phone,
			notes: notes ?? null,
		})),
	});
	const contacts = companies.flatMap(({ id: companyId, sample: { people, domain, phone } }) =>
		people.map(([name, jobTitle, authority, rhythm], index) => ({
			userId,
			id: uuidv7(),
			companyId,
			name,
			jobTitle,
			email: `contact${index + 1}@${domain}`,
			phone: phone.replace(/\d$/, String(index + 1)),
			isDecisionMaker: authority !== undefined,
			authorityLevel: authority && authority !== 'unknown' ? authority : null,
			rhythm: rhythm ?? null,
		})),
	);
	await tx.contact.createMany({ data: contacts });
	for (const { id, sample } of companies) if (sample.tags) await setCompanyTags(tx, userId, id, sample.tags);
	const made = {
		companies: new Map(companies.map(({ id, sample }) => [sample.name, id])),
		contacts: new Map(contacts.map(({ id, companyId, name }) => [name, { id, companyId }])),
	};
	await loadTies(tx, userId, made);
	const deals = await loadDeals(tx, userId, made);
	await loadActivities(tx, userId, { ...made, deals });
	return {
		companies: companies.length,
		contacts: contacts.length,
		deals: deals.size,
		activities: sampleActivities.length,
	};
}

/** The ids of the records that were made, by name, and of each person's company. */
type Made = {
	companies: Map<string, string>;
	contacts: Map<string, { id: string; companyId: string }>;
	deals: Map<string, string>;
};

function find<Value>(made: Map<string, Value>, name: string): Value {
	const found = made.get(name);
	if (found === undefined) throw new Error(`The sample data has no "${name}".`);
	return found;
}

/** Says who reports to whom and who introduced whom, and adds further emails and phones. */
async function loadTies(tx: Tx, userId: UserId, { contacts }: Omit<Made, 'deals'>) {
	const id = (name: string) => find(contacts, name).id;
	const tie = (name: string, data: { reportsToId: string } | { introducedById: string }) =>
		tx.contact.update({ where: { userId_id: { userId, id: id(name) } }, data });
	for (const [name, manager] of sampleReports) await tie(name, { reportsToId: id(manager) });
	for (const [name, introducer] of sampleIntroductions) await tie(name, { introducedById: id(introducer) });
	for (const [name, points] of samplePoints) await addPoints(tx, userId, { noun: 'contact', id: id(name) }, points);
}

/** Whom something that was said or promised to a sample person belongs to. */
function linksOf({ person, deal }: { person: string; deal?: string }, { contacts, deals }: Made) {
	const { id, companyId } = find(contacts, person);
	return { companyId, contactId: id, dealId: deal === undefined ? null : find(deals, deal) };
}

/** Adds the activities and follow-ups of the sample companies, on days counted from the user's today. */
async function loadActivities(tx: Tx, userId: UserId, made: Made) {
	const { timeZone } = await getSettings(userId, tx);
	const now = new Date();
	const today = dayIn(now, timeZone);
	const activities = sampleActivities.map((sample) => ({ id: uuidv7(), sample }));
	await tx.activity.createMany({
		data: activities.map(({ id, sample }) => {
			const { type, subject, daysAgo, time } = sample;
			const at = instantOf(`${daysLater(today, -daysAgo)}T${time}`, timeZone);
			return {
				userId,
				id,
				type,
				subject,
				at,
				createdAt: at < now ? at : now,
				updatedAt: at < now ? at : now,
				durationMinutes: sample.minutes ?? null,
				description: sample.description ?? null,
				outcome: sample.outcome ?? null,
				nextSteps: sample.nextSteps ?? null,
				...linksOf(sample, made),
			};
		}),
	});
	await tx.activityPerson.createMany({
		data: activities.flatMap(({ id: activityId, sample: { others = [] } }) =>
			others.map((name) => ({ userId, activityId, contactId: find(made.contacts, name).id })),
		),
	});
	await tx.followUp.createMany({
		data: sampleFollowUps.map((sample) => ({
			userId,
			title: sample.title,
			...whenOf(sample, today),
			doneAt: sample.doneAgo === undefined ? null : new Date(now.getTime() - sample.doneAgo * 86_400_000),
			isTheirs: sample.isTheirs ?? null,
			...linksOf(sample, made),
		})),
	});
}

/** When a sample follow-up is due, and how it repeats. */
function whenOf({ dueIn, time, isImportant, isMonthly }: SampleFollowUp, today: string) {
	const day = dueIn === undefined ? null : daysLater(today, dueIn);
	const id = uuidv7();
	return {
		id,
		dueOn: day && dateColumn(day),
		dueTime: time === undefined ? null : new Date(`1970-01-01T${time}:00Z`),
		isImportant: isImportant ?? null,
		...(isMonthly && day && { repeats: { every: 'month', day: Number(day.slice(8)) }, seriesId: id }),
	};
}

/** Makes the sample deals, on top of their columns, with the stages that each went through; returns their ids by name. */
async function loadDeals(tx: Tx, userId: UserId, made: Omit<Made, 'deals'>): Promise<Map<string, string>> {
	const { currency, timeZone } = await getSettings(userId, tx);
	const now = Date.now();
	const today = dayIn(new Date(now), timeZone);
	const ago = (days: number) => new Date(now - days * 86_400_000);
	const deals = sampleDeals.map((sample) => ({ id: uuidv7(), sample, ...endsOf(sample) }));
	await lockColumns(
		tx,
		userId,
		deals.map(({ last }) => last[0]),
	);
	// each goes on top, so that the first is made last
	for (const { id, sample, first, last } of deals.toReversed()) {
		const [stage, days] = last;
		const companyId = find(made.companies, sample.company);
		const contactId = sample.person === undefined ? null : find(made.contacts, sample.person).id;
		await tx.deal.create({
			data: {
				userId,
				id,
				companyId,
				contactId,
				name: sample.name,
				value: amountIn(currency, sample.dollars),
				currency,
				stage,
				ownProbability: sample.ownProbability ?? null,
				expectedCloseOn: sample.closesIn === undefined ? null : dateColumn(daysLater(today, sample.closesIn)),
				closedAt: isClosed(stage) ? ago(days) : null,
				lostReason: sample.lostReason ?? null,
				notes: sample.notes ?? null,
				position: await findPosition(tx, userId, stage, topOfColumn, { id, present: null }),
				createdAt: ago(first[1]),
				updatedAt: ago(days),
			},
		});
	}
	for (const { id: dealId, sample } of deals)
		for (const [name, role] of sample.roles ?? []) {
			const contactId = find(made.contacts, name).id;
			const where = { userId_dealId_contactId: { userId, dealId, contactId } };
			await tx.dealPerson.upsert({ where, create: { userId, dealId, contactId, role }, update: { role } });
		}
	// the database has written down that each came to its stage just now
	await tx.dealStageChange.deleteMany({ where: { userId, dealId: { in: deals.map(({ id }) => id) } } });
	await tx.dealStageChange.createMany({
		data: deals.flatMap(({ id: dealId, sample: { path } }) =>
			path.map(([to, days], step) => ({ userId, dealId, from: path[step - 1]?.[0] ?? null, to, at: ago(days) })),
		),
	});
	return new Map(deals.map(({ id, sample }) => [sample.name, id]));
}

function endsOf({ path }: SampleDeal) {
	const [first] = path;
	return { first, last: path.at(-1) ?? first };
}
