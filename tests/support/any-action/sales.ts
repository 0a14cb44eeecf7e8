import { v7 as uuidv7 } from 'uuid';
import { changeActivityField } from '@/features/activities/server/activity-field-mutations';
import * as activities from '@/features/activities/server/activity-mutations';
import * as pinned from '@/features/activities/server/pinned-note-mutations';
import { dealRoles } from '@/features/deals/schema';
import { changeDealField } from '@/features/deals/server/deal-field-mutations';
import * as deals from '@/features/deals/server/deal-mutations';
import * as people from '@/features/deals/server/deal-people-mutations';
import { type DealStage, dealStages } from '@/features/deals/stage/stages';
import * as followUps from '@/features/follow-ups/server/follow-up-mutations';
import * as series from '@/features/follow-ups/server/follow-up-series-mutations';
import { plainDeal, plainLoss } from '../deals';
import { plainActivity } from '../plain-records';
import { type Action, customChange, idsOf, type Rows, some } from './drawn';

const roleOf = (n: number) => [...dealRoles, null][n % (dealRoles.length + 1)] ?? null;
const namesOf = ({ dealId, contactId }: { dealId: string; contactId: string }) => ({ dealId, contactId });
/** Up to three contacts, of any company. */
const peopleOf = (n: number, { contacts }: Rows) => contacts.slice(n % 3, (n % 3) + (n % 4)).map(({ id }) => ({ id }));

/** What is done to deals, activities and follow-ups. */
export const saleActions = {
	createDeal: async ({ tx, userId, n, one, rows }) => {
		const person = one(rows.contacts);
		const companyId = person?.companyId ?? one(rows.companies)?.id;
		if (!companyId) return;
		const stage = stageOf(n);
		const form = { ...plainDeal, name: some(n), companyId, contactId: person?.id ?? null, stage, ...lossOf(stage, n) };
		await deals.createDeal(tx, userId, { id: uuidv7(), ...form });
	},
	updateDeal: async ({ tx, userId, n, one, rows }) => {
		const deal = one(rows.deals);
		if (!deal) return;
		const { id, version, companyId } = deal;
		const stage = n % 2 ? deal.stage : stageOf(n);
		await deals.updateDeal(tx, userId, {
			...{ id, version, companyId, ...plainDeal },
			name: some(n),
			value: String(n),
			stage,
			...lossOf(stage, n),
		});
	},
	dealField: async ({ tx, userId, n, one, rows }) => {
		const deal = one(rows.deals);
		if (deal)
			await changeDealField(tx, userId, { ...(await customChange(tx, userId, 'deal', deal, n)), more: plainLoss });
	},
	// to a stage with its reason, or to a company that is made with it
	dealFieldWithMore: async ({ tx, userId, n, one, rows }) => {
		const deal = one(rows.deals);
		if (!deal) return;
		const { id, stage, companyId } = deal;
		const to = stageOf(n);
		await changeDealField(tx, userId, {
			id,
			...(n % 2
				? { was: stage, change: { field: 'stage', value: to }, more: lossOf(to, n) }
				: {
						...{ was: companyId, change: { field: 'companyId', value: uuidv7() } },
						more: { ...plainLoss, newCompany: some(n) },
					}),
		});
	},
	changeStage: async ({ tx, userId, n, one, rows }) => {
		const deal = one(rows.deals);
		const stage = stageOf(n);
		if (deal) await deals.changeStage(tx, userId, { id: deal.id, stage, ...lossOf(stage, n) });
	},
	moveDeal: async ({ tx, userId, n, one, rows }) => {
		const deal = one(rows.deals);
		if (!deal) return;
		const above = one(
			rows.deals.filter(({ id }) => id !== deal.id),
			n % 3,
		);
		const stage = above?.stage ?? stageOf(n);
		const place = { stage, above: above?.id ?? null, below: null };
		await deals.moveDeal(tx, userId, { id: deal.id, ...place, query: null, ...lossOf(stage, n) });
	},
	addDealPerson: async ({ tx, userId, n, one, rows }) => {
		const deal = one(rows.deals);
		if (!deal) return;
		const present = await tx.dealPerson.findMany({ where: { userId, dealId: deal.id } });
		const contact = one(rows.contacts.filter(({ id }) => !present.some(({ contactId }) => contactId === id)));
		if (contact) await people.addDealPerson(tx, userId, { dealId: deal.id, contactId: contact.id, role: roleOf(n) });
	},
	changeDealRole: async ({ tx, userId, n, one }) => {
		const person = one(await tx.dealPerson.findMany({ where: { userId }, orderBy: { contactId: 'asc' } }));
		if (person) await people.changeDealRole(tx, userId, { ...namesOf(person), role: roleOf(n) });
	},
	setMainContact: async ({ tx, userId, one }) => {
		const person = one(
			await tx.dealPerson.findMany({ where: { userId, mainOf: { none: {} } }, orderBy: { contactId: 'asc' } }),
		);
		if (person) await people.setMainContact(tx, userId, namesOf(person));
	},
	removeDealPerson: async ({ tx, userId, one }) => {
		const person = one(await tx.dealPerson.findMany({ where: { userId }, orderBy: { contactId: 'asc' } }));
		if (person) await people.removeDealPerson(tx, userId, namesOf(person));
	},
	deleteDeals: ({ tx, userId, one, rows }) =>
		deals.deleteDeals(tx, userId, { ids: idsOf(one(rows.deals), one(rows.deals, 7)) }),
	createActivity: async ({ tx, userId, n, one, rows }) => {
		const [company, deal] = [one(rows.companies), one(rows.deals, n % 2)];
		if (!company) return;
		const form = plainActivity(some(n), deal?.companyId ?? company.id);
		const followUpOn = n % 2 ? '2026-12-01' : null;
		await activities.createActivity(tx, userId, {
			id: uuidv7(),
			...form,
			people: peopleOf(n, rows),
			dealId: deal?.id ?? null,
			followUpOn,
		});
	},
	updateActivity: async ({ tx, userId, n, one, rows }) => {
		const activity = one(rows.activities);
		if (!activity) return;
		const { id, version, companyId } = activity;
		const form = { ...plainActivity(some(n), companyId), people: peopleOf(n + 1, rows) };
		await activities.updateActivity(tx, userId, { id, version, ...form });
	},
	activityField: async ({ tx, userId, n, one, rows }) => {
		const activity = one(rows.activities);
		if (!activity) return;
		await changeActivityField(tx, userId, await customChange(tx, userId, 'activity', activity, n));
	},
	pinNote: async ({ tx, userId, n, one, rows }) => {
		const activity = one(rows.activities);
		if (!activity) return;
		// only a note can be pinned
		await tx.activity.updateMany({ where: { userId, id: activity.id }, data: { type: 'note' } });
		// one or the other: both at once may come to nothing, which leaves nothing to undo
		const change = n % 4 === 0 ? pinned.unpinNote : pinned.pinNote;
		await change(tx, userId, { id: activity.id, noun: 'company', recordId: activity.companyId });
	},
	deleteActivities: ({ tx, userId, one, rows }) =>
		activities.deleteActivities(tx, userId, { ids: idsOf(one(rows.activities), one(rows.activities, 7)) }),
	createFollowUp: ({ tx, userId, n, one, rows }) =>
		followUps.createFollowUp(tx, userId, {
			id: uuidv7(),
			title: some(n),
			dueOn: n % 2 ? '2026-12-01' : null,
			companyId: null,
			contactId: null,
			dealId: null,
			activityId: one(rows.activities)?.id ?? null,
			isTheirs: n % 3 === 0 || null,
			isImportant: n % 5 === 0 || null,
			dueTime: n % 4 === 1 ? '09:30' : null,
			repeats: n % 6 === 1 ? { every: 'month', day: 1 } : null,
		}),
	editFollowUp: async ({ tx, userId, n, one, rows }) => {
		const followUp = one(rows.followUps);
		if (followUp) await followUps.editFollowUp(tx, userId, { id: followUp.id, title: some(n) });
	},
	completeFollowUp: async ({ tx, userId, n, one, rows }) => {
		const followUp = one(rows.followUps);
		if (followUp) await series.completeFollowUp(tx, userId, { id: followUp.id, done: n % 3 > 0 });
	},
	snoozeFollowUp: async ({ tx, userId, n, one, rows }) => {
		const followUp = one(rows.followUps);
		if (followUp)
			await followUps.snoozeFollowUp(tx, userId, { id: followUp.id, until: n % 2 ? 'tomorrow' : 'nextWeek' });
	},
	deleteFollowUp: async ({ tx, userId, one, rows }) => {
		const followUp = one(rows.followUps);
		if (followUp) await followUps.deleteFollowUp(tx, userId, { id: followUp.id });
	},
} satisfies Record<string, Action>;

const stageOf = (n: number) => dealStages[n % dealStages.length] ?? 'prospecting';

/** What is said where a deal is lost, now and then with a date to try again. */
const lossOf = (stage: DealStage, n: number) =>
	stage === 'closed_lost' && n % 4 ? { lostReason: 'Giá cao', tryAgainOn: n % 2 ? '2027-03-01' : null } : plainLoss;
