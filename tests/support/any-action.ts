import { v7 as uuidv7 } from 'uuid';
import * as account from '@/features/account/mutations';
import * as activities from '@/features/activities/mutations';
import * as companyMerges from '@/features/companies/merge-mutations';
import * as companies from '@/features/companies/mutations';
import * as contactMerges from '@/features/contacts/merge-mutations';
import * as contacts from '@/features/contacts/mutations';
import * as deals from '@/features/deals/mutations';
import { type DealStage, dealStages } from '@/features/deals/stages';
import * as followUps from '@/features/follow-ups/mutations';
import * as tags from '@/features/tags/mutations';
import * as views from '@/features/views/mutations';
import type { Tx } from '@/lib/db';
import type { UserId } from '@/lib/session';
import { plainDeal, plainLoss } from './deals';
import { plainActivity, plainCompany, plainContact } from './plain-records';

// Any action of the app on any records of an account: numbers that a property test draws say which.

type Row = { id: string; version: number };
/** The account's rows as they are when an action begins. */
type Rows = {
	companies: Row[];
	contacts: (Row & { companyId: string })[];
	deals: (Row & { companyId: string; stage: (typeof dealStages)[number] })[];
	activities: (Row & { companyId: string })[];
	followUps: { id: string }[];
	tags: { id: string; name: string }[];
	views: { id: string }[];
};
type Drawn = { tx: Tx; userId: UserId; n: number; one: <T>(rows: T[], other?: number) => T | undefined; rows: Rows };
type Action = (drawn: Drawn) => Promise<unknown>;

const some = (n: number) => `Số ${n}`;
const metadata = (n: number): [string, string | null][] => [
	['Zalo', some(n)],
	['Trống', null],
];

const actions = {
	createCompany: ({ tx, userId, n }) =>
		companies.createCompany(tx, userId, { ...plainCompany(uuidv7(), some(n)), tags: [`Nhãn ${n % 3}`] }),
	updateCompany: async ({ tx, userId, n, one, rows }) => {
		const { id, version } = one(rows.companies) ?? {};
		if (!id || version === undefined) return;
		const tagged = n % 2 ? [`Nhãn ${n % 5}`] : [];
		await companies.updateCompany(tx, userId, { ...plainCompany(id, some(n)), version, tags: tagged });
	},
	companyMetadata: async ({ tx, userId, n, one, rows }) => {
		const company = one(rows.companies);
		if (!company) return;
		const { id, version } = company;
		await companies.editCompanyMetadata(tx, userId, { id, version, metadata: n % 3 ? metadata(n) : [] });
	},
	deleteCompanies: ({ tx, userId, one, rows }) =>
		companies.deleteCompanies(tx, userId, { ids: idsOf(one(rows.companies), one(rows.companies, 7)) }),
	mergeCompanies: async ({ tx, userId, n, one, rows }) => {
		const pair = pairOf(rows.companies, one(rows.companies), n);
		const sides = {
			industry: 'kept',
			size: 'kept',
			website: 'gone',
			phone: 'gone',
			email: 'gone',
			address: 'gone',
		} as const;
		if (pair) await companyMerges.mergeCompanies(tx, userId, { ...pair, ...sides, name: n % 2 ? 'gone' : 'kept' });
	},
	tagCompanies: ({ tx, userId, n, rows }) =>
		tags.tagCompanies(tx, userId, {
			ids: idsOf(...rows.companies),
			add: [`Nhãn ${n % 4}`],
			remove: [`Nhãn ${(n + 1) % 4}`],
		}),
	createContact: async ({ tx, userId, n, one, rows }) => {
		const company = one(rows.companies);
		if (company) await contacts.createContact(tx, userId, plainContact(uuidv7(), company.id, some(n)));
	},
	updateContact: async ({ tx, userId, n, one, rows }) => {
		const [person, company] = [one(rows.contacts), one(rows.companies, n % 3)];
		if (!person || !company) return;
		const { version } = person;
		await contacts.updateContact(tx, userId, { ...plainContact(person.id, company.id, some(n)), version });
	},
	contactMetadata: async ({ tx, userId, n, one, rows }) => {
		const person = one(rows.contacts);
		if (!person) return;
		const { id, version } = person;
		await contacts.editContactMetadata(tx, userId, { id, version, metadata: metadata(n) });
	},
	deleteContacts: ({ tx, userId, one, rows }) =>
		contacts.deleteContacts(tx, userId, { ids: idsOf(one(rows.contacts), one(rows.contacts, 7)) }),
	mergeContacts: async ({ tx, userId, n, one, rows }) => {
		const pair = pairOf(rows.contacts, one(rows.contacts), n);
		const sides = { jobTitle: 'kept', email: 'gone', phone: 'gone', decides: 'gone', rhythm: 'gone' } as const;
		const [name, company] = n % 2 ? (['gone', 'kept'] as const) : (['kept', 'gone'] as const);
		if (pair) await contactMerges.mergeContacts(tx, userId, { ...pair, ...sides, name, company });
	},
	tagContacts: ({ tx, userId, n, rows }) =>
		tags.tagContacts(tx, userId, { ids: idsOf(...rows.contacts), add: [`Nhãn ${n % 4}`], remove: [] }),
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
	dealMetadata: async ({ tx, userId, n, one, rows }) => {
		const deal = one(rows.deals);
		if (!deal) return;
		await deals.editDealMetadata(tx, userId, { id: deal.id, version: deal.version, metadata: metadata(n) });
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
	deleteDeals: ({ tx, userId, one, rows }) =>
		deals.deleteDeals(tx, userId, { ids: idsOf(one(rows.deals), one(rows.deals, 7)) }),
	createActivity: async ({ tx, userId, n, one, rows }) => {
		const [company, deal] = [one(rows.companies), one(rows.deals, n % 2)];
		if (!company) return;
		const form = plainActivity(some(n), deal?.companyId ?? company.id);
		const followUpOn = n % 2 ? '2026-12-01' : null;
		await activities.createActivity(tx, userId, { id: uuidv7(), ...form, dealId: deal?.id ?? null, followUpOn });
	},
	updateActivity: async ({ tx, userId, n, one, rows }) => {
		const activity = one(rows.activities);
		if (!activity) return;
		const { id, version, companyId } = activity;
		await activities.updateActivity(tx, userId, { id, version, ...plainActivity(some(n), companyId) });
	},
	activityMetadata: async ({ tx, userId, n, one, rows }) => {
		const activity = one(rows.activities);
		if (!activity) return;
		const { id, version } = activity;
		await activities.editActivityMetadata(tx, userId, { id, version, metadata: metadata(n) });
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
		}),
	editFollowUp: async ({ tx, userId, n, one, rows }) => {
		const followUp = one(rows.followUps);
		if (followUp) await followUps.editFollowUp(tx, userId, { id: followUp.id, title: some(n) });
	},
	completeFollowUp: async ({ tx, userId, n, one, rows }) => {
		const followUp = one(rows.followUps);
		if (followUp) await followUps.completeFollowUp(tx, userId, { id: followUp.id, done: n % 3 > 0 });
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
	createTag: ({ tx, userId }) => tags.createTag(tx, userId, { name: `Mới ${uuidv7()}`, colour: 'red' }),
	editTag: async ({ tx, userId, one, rows }) => {
		const tag = one(rows.tags);
		if (tag) await tags.editTag(tx, userId, { id: tag.id, name: `Khác ${uuidv7()}`, colour: 'green' });
	},
	mergeTags: async ({ tx, userId, one, rows }) => {
		const tag = one(rows.tags);
		const into = one(rows.tags.filter(({ id }) => id !== tag?.id));
		if (tag && into) await tags.mergeTags(tx, userId, { from: tag.id, into: into.id });
	},
	deleteTag: async ({ tx, userId, one, rows }) => {
		const tag = one(rows.tags);
		if (tag) await tags.deleteTag(tx, userId, { id: tag.id });
	},
	saveView: ({ tx, userId, n }) =>
		views.saveView(tx, userId, { id: uuidv7(), list: 'deals', name: some(n), query: `q=${n}`, isDefault: n % 2 > 0 }),
	renameView: async ({ tx, userId, n, one, rows }) => {
		const view = one(rows.views);
		if (view) await views.renameView(tx, userId, { id: view.id, name: some(n) });
	},
	changeView: async ({ tx, userId, n, one, rows }) => {
		const view = one(rows.views);
		if (view) await views.changeView(tx, userId, { id: view.id, query: `q=${n}` });
	},
	setDefaultView: async ({ tx, userId, n, one, rows }) => {
		const view = one(rows.views);
		if (view) await views.setDefaultView(tx, userId, { id: view.id, isDefault: n % 3 > 0 });
	},
	moveView: async ({ tx, userId, n, one, rows }) => {
		const view = one(rows.views);
		if (view) await views.moveView(tx, userId, { id: view.id, direction: n % 2 ? 'up' : 'down' });
	},
	deleteView: async ({ tx, userId, one, rows }) => {
		const view = one(rows.views);
		if (view) await views.deleteView(tx, userId, { id: view.id });
	},
	saveRegion: ({ tx, userId, n }) =>
		account.saveRegion(tx, userId, {
			currency: n % 2 ? 'VND' : 'USD',
			locale: 'en-GB',
			timeZone: 'Asia/Ho_Chi_Minh',
			weekStart: 1,
		}),
} satisfies Record<string, Action>;

/** What an action can be; a property test draws one of them and a number. */
export const actionNames = Object.keys(actions) as (keyof typeof actions)[];

/** Does one of the actions to records that the number chooses; where there is none to do it to, it does nothing. */
export async function doAnything(tx: Tx, userId: UserId, name: keyof typeof actions, n: number): Promise<void> {
	const all = { where: { userId }, orderBy: { id: 'asc' } } as const;
	const rows: Rows = {
		companies: await tx.company.findMany(all),
		contacts: await tx.contact.findMany(all),
		deals: await tx.deal.findMany(all),
		activities: await tx.activity.findMany(all),
		followUps: await tx.followUp.findMany(all),
		tags: await tx.tag.findMany(all),
		views: await tx.savedView.findMany(all),
	};
	const act: Action = actions[name];
	await act({ tx, userId, n, rows, one: (of, other = 0) => of[(n + other) % Math.max(of.length, 1)] });
}

const stageOf = (n: number) => dealStages[n % dealStages.length] ?? 'prospecting';

/** What is said where a deal is lost, now and then with a date to try again. */
const lossOf = (stage: DealStage, n: number) =>
	stage === 'closed_lost' && n % 4 ? { lostReason: 'Giá cao', tryAgainOn: n % 2 ? '2027-03-01' : null } : plainLoss;

/** A row and another of its kind, to be merged. */
function pairOf(rows: Row[], kept: Row | undefined, n: number) {
	const others = rows.filter(({ id }) => id !== kept?.id);
	const gone = others[n % Math.max(others.length, 1)];
	if (!kept || !gone) return;
	const versions = { keep: kept.id, keepVersion: kept.version, gone: gone.id, goneVersion: gone.version };
	return { ...versions, notes: n % 3 ? ('both' as const) : ('kept' as const), metadata: n % 4 ? ['Zalo'] : [] };
}

/** The ids of what was found; one that names nothing where that is nothing. */
function idsOf(...rows: ({ id: string } | undefined)[]): string[] {
	const ids = rows.flatMap((row) => (row ? [row.id] : []));
	return ids.length > 0 ? ids : [uuidv7()];
}
