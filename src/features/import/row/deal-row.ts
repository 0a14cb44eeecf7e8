import { maxPeople } from '@/domain/people';
import { type DealStage, isClosed, type NamedPerson, newDeal, readPeople } from '@/features/deals/schema';
import { instantOf, isLocalTime } from '@/lib/dates/dates';
import { optionalEmail } from '@/lib/text/text';
import { domainOfEmail } from '@/lib/text/web-domain';
import { readDay } from './cell-days';
import { isNothing } from './cell-values';
import { companyDetails } from './company-details';
import { contactDetails, nameInEmail, personName } from './contact-person';
import { readDealAmount } from './deal-amounts';
import { outcomeOf, stageFor } from './deal-stages';
import {
	type CellResult,
	type Cells,
	type CustomFields,
	companyFor,
	labelOf,
	nameFor,
	parseKeeping,
	type RowContext,
} from './row-fields';
import { nextRowId } from './row-ids';
import { keepUnused } from './unused-cells';

/** Reads a row into a deal. */
export function readDeal(cells: Cells, metadata: CustomFields, context: RowContext): CellResult {
	const { settings } = context;
	const { value, ...others } = cells;
	const values: Cells = value === undefined || isNothing(value) ? others : cells;
	const id = nextRowId();
	keepUnused(values, 'contact', metadata, context);
	const amount = readDealAmount(values.value, values.currency, context);
	if (!amount.ok) return amount;
	const stage = stageIn(values, metadata, settings);
	if (!stage) {
		const name = (values.stage ?? '').slice(0, 80);
		return { ok: false, field: 'stage', reason: `Select which of your stages “${name}” is, then check again.` };
	}
	const closes = values.expectedCloseOn;
	const expectedCloseOn = closes === undefined ? null : (readDay(closes, settings.dayOrder) ?? closes);
	const closedAt = values.closedOn === undefined ? null : momentIn(values.closedOn, context);
	if (closedAt === undefined) return { ok: false, field: 'closedOn', reason: 'This is not a day.' };
	const createdAt = values.createdOn === undefined ? null : momentIn(values.createdOn, context);
	if (createdAt === undefined) metadata.setAside(labelOf('createdOn', settings.kind), values.createdOn ?? '');
	// only a closed deal has the one, and a lost one the other
	if (values.closedOn !== undefined && !isClosed(stage))
		metadata.setAside(labelOf('closedOn', settings.kind), values.closedOn);
	if (values.lostReason !== undefined && stage !== 'closed_lost')
		metadata.setAside(labelOf('lostReason', settings.kind), values.lostReason);
	const contact = nameFor('contact', contactIn(values, settings));
	if (!contact.ok) return contact;
	const isWithoutDeal = !dealFields.some((each) => values[each] !== undefined) && contact.name !== null;
	const fields = {
		id,
		// found, or made, later
		companyId: id,
		contactId: '',
		name: isWithoutDeal ? id : dealNameIn(values, contact.name, settings),
		value: amount.value,
		currency: amount.currency,
		stage,
		ownProbability: values.ownProbability,
		expectedCloseOn,
		notes: values.notes,
		lostReason: values.lostReason,
		tryAgainOn: null,
	};
	const parsed = parseKeeping(newDeal, fields, metadata, context);
	if (!parsed.ok) return parsed;
	const details = contactDetails(values, contact.name, metadata, context);
	const domain = domainOfEmail(details.contactEmail ?? '');
	const company = companyFor(values.company, { domain, person: contact.name }, context);
	if (!company.ok) return company;
	const people = peopleFor(values.people, contact.name);
	if (!people.ok) return people;
	const { name, notes, lostReason, ownProbability } = parsed.data;
	const expected = parsed.data.expectedCloseOn;
	// who has no other day closed it when it was to be closed
	const closed = closedAt ?? (expected ? momentIn(expected, context) : null) ?? new Date();
	return {
		ok: true,
		id,
		row: {
			name,
			email: null,
			domain,
			company: company.name,
			contact: contact.name,
			data: {
				name,
				value: amount.value,
				currency: amount.currency,
				saysValue: values.value !== undefined,
				stage,
				ownProbability,
				expectedCloseOn: expected,
				notes,
				lostReason: stage === 'closed_lost' ? lostReason : null,
				people: people.list,
				isWithoutDeal,
				closedAt: isClosed(stage) ? closed.toISOString() : null,
				// what tells deals of one name apart
				closesOn: expected ?? closedAt?.toISOString().slice(0, 10) ?? null,
				createdAt: createdAt?.toISOString() ?? null,
				...details,
				...companyDetails(values, metadata, context),
			},
			points: [],
			tags: [],
		},
	};
}

/** What only a deal has: a row without any of it is of a contact alone. */
const dealFields = [
	...['name', 'value', 'stage', 'status', 'ownProbability', 'expectedCloseOn', 'closedOn', 'lostReason', 'people'],
];

/** The name of a deal; where no column has one, it is called like its company or contact. */
function dealNameIn({ name, company }: Cells, contact: string | null, { targets }: RowContext['settings']): string {
	const isNamed = targets.some((target) => target && 'field' in target && target.field === 'name');
	return name ?? (isNamed ? '' : (company ?? contact ?? ''));
}

const names = ['contact', 'firstName', 'middleName', 'lastName'];

/** The name of a deal's contact; by the email address where no column has names. */
function contactIn(values: Cells, { targets, ...settings }: RowContext['settings']): string {
	const name = personName(values, values.contact, { targets, ...settings });
	const isNamed = targets.some((target) => target && 'field' in target && names.includes(target.field));
	const email = values.contactEmail ?? '';
	return name === '' && !isNamed && optionalEmail().safeParse(email).success ? nameInEmail(email) : name;
}

/** The stage of a row: a status that says whether it is won, lost or open comes before the stage beside it. */
function stageIn(
	values: Cells,
	metadata: CustomFields,
	{ stages, kind }: RowContext['settings'],
): DealStage | undefined {
	const outcome = values.status === undefined ? undefined : outcomeOf(values.status);
	if (values.status !== undefined && !outcome) metadata.setAside(labelOf('status', kind), values.status);
	if (outcome === 'won') return 'closed_won';
	if (outcome === 'lost') return 'closed_lost';
	const stage = values.stage === undefined ? 'prospecting' : stageFor(values.stage, stages);
	return outcome === 'open' && stage && isClosed(stage) ? 'negotiation' : stage;
}

type PeopleResult = { ok: true; list: NamedPerson[] } | { ok: false; field: string; reason: string };

/** The contacts of a cell, with their roles, beside the deal's own contact. */
function peopleFor(cell: string | undefined, contact: string | null): PeopleResult {
	const list = readPeople(cell ?? '');
	const isNamed = contact === null || list.some(({ name }) => name.toLowerCase() === contact.toLowerCase());
	const count = list.length + (isNamed ? 0 : 1);
	if (count > maxPeople)
		return { ok: false, field: 'people', reason: `Use at most ${maxPeople} contacts (now ${count}).` };
	for (const { name, company } of list) {
		const named = [nameFor('contact', name), nameFor('company', company ?? undefined)].find(({ ok }) => !ok);
		if (named && !named.ok) return { ...named, field: 'people' };
	}
	return { ok: true, list };
}

/** When something was: a moment as programs write it, a time of our own export, or a day; undefined for none of these. */
function momentIn(text: string, { settings, timeZone }: RowContext): Date | undefined {
	if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/.test(text)) {
		const moment = new Date(text);
		return Number.isNaN(moment.getTime()) ? undefined : moment;
	}
	const local = text.replace(' ', 'T');
	if (isLocalTime(local)) return instantOf(local, timeZone);
	const day = readDay(text, settings.dayOrder);
	return day ? instantOf(`${day}T12:00`, timeZone) : undefined;
}
