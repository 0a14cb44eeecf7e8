import { z } from 'zod';
import { fieldChange } from '@/domain/fields/field-change';
import { customForm } from '@/domain/fields/form-schema';
import { chosenNames } from '@/features/contacts/schema';
import { type Days, daysLater, isDay } from '@/lib/dates/dates';
import type { AddedName } from '@/lib/list/added-names';
import { allConditions } from '@/lib/list/conditions';
import { defineList } from '@/lib/list/define-list';
import { amount, anyText, day, oneOf, recordIds } from '@/lib/list/list-filters';
import { currencies } from '@/lib/locale';
import { amountAndCurrency } from '@/lib/money/amount-and-currency';
import { maxAmountLength } from '@/lib/money/money-reading';
import { toHalfWidth } from '@/lib/money/number-reading';
import { optionalDay, optionalRecord, optionalText, recordId, recordVersion, requiredLine } from '@/lib/text/text';
import { boardGroupings } from './board/board-groupings';
import { dealFields } from './deal-fields';
import { dealRoles } from './roles';
import { signalFilters } from './signals/signals';
import { lossFields as loss, stageField as stage } from './stage/stage-schema';
import { dealStages, maxLostReasonLength, openStages } from './stage/stages';

export { boardQuery, cardFieldsAsked, dealMove, moreCards } from './board/board-schema';
export { type NamedPerson, readPeople } from './people-text';
export { type DealRole, dealRoles, roleNames } from './roles';
export { type DealStage, dealStages, isClosed, openStages, stageNames } from './stage/stages';

/** A contact's role in a deal; null if they have none. */
const role = z.enum(['', ...dealRoles], 'Select one of the roles.').transform((value) => value || null);

const wrongProbability = 'A whole number from 0 to 100, in percent.';

const fields = {
	name: requiredLine('Deal name'),
	// read by the account's language and the currency's decimals, which only the mutation knows
	value: requiredLine('Deal value', maxAmountLength),
	currency: z
		.string('Select a currency.')
		.refine((code) => currencies().includes(code), 'Enter a currency code, such as USD.'),
	stage,
	/** The user's own probability; null for the stage's. */
	ownProbability: z
		.union(
			[
				z.int().min(0).max(100),
				z
					.string()
					.transform(toHalfWidth)
					.refine((text) => /^\s*((\d{1,2}|100)\s*)?(%\s*)?$/.test(text))
					.transform((text) => (/\d/.test(text) ? Number.parseInt(text, 10) : null)),
			],
			wrongProbability,
		)
		.nullish()
		.transform((value) => value ?? null),
	expectedCloseOn: optionalDay(),
	companyId: z.uuid('Choose a company.').transform((id) => id.toLowerCase()),
	/** The main contact, and their role; a missing role stays as it is. */
	contactId: optionalRecord('a contact'),
	contactRole: role.optional(),
	...chosenNames,
	notes: optionalText(),
	...loss,
	custom: customForm,
};

/** A new deal. Its id is made with the form, so that a form sent twice makes one deal. */
export const newDeal = z.strictObject({ id: recordId, ...fields });

/** Changes to a deal as it was at `version`. */
export const dealChanges = z.strictObject({ id: recordId, version: recordVersion, ...fields });

const { name, ownProbability, expectedCloseOn, companyId, contactId, lostReason } = fields;

/** A value as an editor in place sends it: the amount as it was typed, then the code of its currency. */
const amountWithCurrency = z
	.string()
	.transform(amountAndCurrency)
	.transform(({ amount: value, currency }) => ({ value, currency }))
	.pipe(z.object({ value: fields.value, currency: fields.currency }));

/** A change of one of a deal's fields; a company or a contact that is named is made with it, and a loss has its reason. */
export const dealFieldChange = fieldChange(
	{
		...{ name, stage, ownProbability, expectedCloseOn, companyId, contactId, lostReason },
		value: amountWithCurrency,
	},
	{ ...chosenNames, ...loss },
);

/** A contact who takes part in a deal. */
const participant = { dealId: recordId, contactId: recordId };

/** A contact who is to take part, with a role, chosen or named to be created at the deal's company. */
export const newDealPerson = z.strictObject({
	dealId: recordId,
	contactId: z.uuid('Select a contact.').transform((id) => id.toLowerCase()),
	newContact: chosenNames.newContact,
	role: role.nullish().transform((value) => value ?? null),
});

export const dealPersonRole = z.strictObject({ ...participant, role });
export const dealPersonReference = z.strictObject(participant);

export const dealReference = z.strictObject({ id: recordId });
export const dealReferences = z.strictObject({ ids: z.array(recordId).min(1, 'Select a deal first.').max(500) });

/** What a won deal was won for and on which day; `was` is the value that was shown, as a decimal with its currency. */
export const dealWin = z.strictObject({
	id: recordId,
	was: z.string().max(maxAmountLength),
	value: fields.value,
	currency: fields.currency,
	closedOn: z.string().trim().refine(isDay, 'Enter the close date.'),
});

/** The deals of a company, perhaps without the one whose page it is, or those of a contact. */
export const dealsOfRecord = z.union([
	z.strictObject({ companyId: recordId, except: recordId.optional() }),
	z.strictObject({ contactId: recordId }),
]);

/** Another stage for a deal, where it goes to the top of the column. */
export const dealStageChange = z.strictObject({ id: recordId, stage, ...loss });

/** The ranges of days by which an expected close is chosen; they move along with the calendar. */
export const namedCloses = ['month', 'next-month', 'quarter', '30days'] as const;

export const dealList = defineList({
	fields: dealFields,
	filters: {
		stage: oneOf(...dealStages),
		signal: oneOf(...signalFilters),
		company: recordIds(),
		contact: recordIds(),
		currency: anyText(3),
		valueFrom: amount(),
		valueTo: amount(),
		close: oneOf(...namedCloses),
		closeFrom: day(),
		closeTo: day(),
		/** Deals without an expected close date. */
		closeDay: oneOf('none'),
		createdFrom: day(),
		createdTo: day(),
		closedFrom: day(),
		closedTo: day(),
		lostReason: anyText(maxLostReasonLength),
		/** Those lost without saying why. */
		noReason: oneOf('yes'),
	},
	sorts: {
		name: 'asc',
		company: 'asc',
		contact: 'asc',
		stage: 'asc',
		value: 'desc',
		probability: 'desc',
		close: 'asc',
		closed: 'desc',
		created: 'desc',
	},
	defaultSort: 'created',
	columns: {
		usual: ['name', 'company', 'contact', 'stage', 'signal', 'value', 'expectedClose', 'closed'],
		more: ['nextFollowUp', 'probability', 'weighted', 'people', 'lostReason', 'created'],
	},
	groups: ['stage', 'company', 'expectedClose', 'currency'],
	/** The board by stage, the list, and the board by something else. */
	views: ['kanban', 'list', ...boardGroupings],
});

export type DealListState = ReturnType<ReturnType<typeof dealList.extend>['parse']>;
export type DealSort = Exclude<DealListState['sort'], AddedName>;

/** The only value of a filter; undefined if it has none or several. */
export const singleValue = ([first, ...others]: string[]) => (others.length === 0 ? first : undefined);

/** The parameters of the list of deals that were won on some days. */
export const wonDealsParams = ({ from, to }: Days) => ({
	view: 'list',
	stage: 'closed_won',
	closedFrom: from,
	closedTo: to,
});

/** How many days ahead a deal counts as closing soon. */
export const closingSoonDays = 30;

/** The parameters of the list of open deals that are expected to close within these days from a day (YYYY-MM-DD) on. */
export const closingSoonParams = (today: string) => ({
	view: 'list',
	stage: openStages,
	closeFrom: today,
	closeTo: daysLater(today, closingSoonDays),
});

/** Whether closed columns show only recently closed deals, as they do unless a filter names the closing days. */
export function showsRecentlyClosed(state: DealListState): boolean {
	return !allConditions(dealList.whereOf(state)).some(({ field }) => field === 'closed');
}

/** The search of a picker, among all deals, those of one company, or open ones. */
export const dealSearch = z.strictObject({
	q: z.string().max(200).default(''),
	companyId: recordId.optional(),
	open: z.literal('yes').optional(),
});
