import { maxPeople } from '@/domain/people';
import { type DealStage, isClosed, type NamedPerson, newDeal, readPeople, stageNames } from '@/features/deals/schema';
import { instantOf, isLocalTime } from '@/lib/dates/dates';
import { currencies } from '@/lib/locale';
import { parseMoney } from '@/lib/money/money-reading';
import { normalizedHeader } from '../file/column-headers';
import { readDay } from './cell-values';
import {
	type CellResult,
	type Cells,
	type CustomFields,
	companyFor,
	nameFor,
	parseKeeping,
	type RowContext,
} from './row-fields';
import { nextRowId } from './row-ids';

/** What other programs call the stages. */
const stageWords: Record<DealStage, string[]> = {
	prospecting: ['lead', 'lead in', 'new', 'open', 'appointment scheduled', 'prospect', 'tìm kiếm'],
	qualification: ['qualified', 'qualified to buy', 'contact made', 'needs analysis', 'needs defined', 'đánh giá'],
	proposal: [
		'proposal made',
		'proposal price quote',
		'quote sent',
		'presentation scheduled',
		'demo scheduled',
		'báo giá',
	],
	negotiation: ['negotiations started', 'negotiation review', 'contract sent', 'decision maker bought in', 'đàm phán'],
	closed_won: ['won', 'closed won', 'paid', 'thắng', 'thành công'],
	closed_lost: ['lost', 'closed lost', 'thua', 'thất bại'],
};

/** Reads a row into a deal. */
export function readDeal(values: Cells, metadata: CustomFields, context: RowContext): CellResult {
	const { settings } = context;
	const id = nextRowId();
	const currency = values.currency ? values.currency.toUpperCase() : context.currency;
	if (!currencies().includes(currency))
		return { ok: false, field: 'currency', reason: 'Enter a currency code, such as USD.' };
	const money = parseMoney(values.value ?? '0', {
		locale: context.locale,
		currency,
		decimalSign: settings.decimalSign,
	});
	if (!money.ok) return { ok: false, field: 'value', reason: money.message };
	const stage = values.stage === undefined ? 'prospecting' : stageFor(values.stage);
	if (!stage)
		return {
			ok: false,
			field: 'stage',
			reason: `This is none of the stages: ${Object.values(stageNames).join(', ')}.`,
		};
	const closes = values.expectedCloseOn;
	const closedAt = values.closedOn === undefined ? null : closing(values.closedOn, context);
	if (closedAt === undefined) return { ok: false, field: 'closedOn', reason: 'This is not a day.' };
	const fields = {
		id,
		// found, or made, later
		companyId: id,
		contactId: '',
		name: values.name ?? '',
		value: money.value,
		currency,
		stage,
		ownProbability: values.ownProbability,
		expectedCloseOn: closes === undefined ? null : (readDay(closes, settings.dayOrder) ?? closes),
		notes: values.notes,
		lostReason: values.lostReason,
		tryAgainOn: null,
	};
	const parsed = parseKeeping(newDeal, fields, metadata, context);
	if (!parsed.ok) return parsed;
	const company = companyFor(values.company, null, context);
	if (!company.ok) return company;
	const contact = nameFor('contact', values.contact);
	if (!contact.ok) return contact;
	const people = peopleFor(values.people);
	if (!people.ok) return people;
	const { name, notes, lostReason, ownProbability, expectedCloseOn } = parsed.data;
	return {
		ok: true,
		id,
		row: {
			name,
			email: null,
			domain: null,
			company: company.name,
			contact: contact.name,
			data: {
				name,
				value: money.value,
				currency,
				saysValue: values.value !== undefined,
				stage,
				ownProbability,
				expectedCloseOn,
				notes,
				lostReason: stage === 'closed_lost' ? lostReason : null,
				people: people.list,
				closedAt: isClosed(stage) ? (closedAt ?? new Date()).toISOString() : null,
			},
			points: [],
			tags: [],
		},
	};
}

type PeopleResult = { ok: true; list: NamedPerson[] } | { ok: false; field: string; reason: string };

/** The contacts of a cell, with their roles. */
function peopleFor(cell: string | undefined): PeopleResult {
	const list = readPeople(cell ?? '');
	if (list.length > maxPeople)
		return { ok: false, field: 'people', reason: `Use at most ${maxPeople} contacts (now ${list.length}).` };
	for (const { name, company } of list) {
		const named = [nameFor('contact', name), nameFor('company', company ?? undefined)].find(({ ok }) => !ok);
		if (named && !named.ok) return { ...named, field: 'people' };
	}
	return { ok: true, list };
}

function stageFor(text: string): DealStage | undefined {
	const word = normalizedHeader(text);
	return (Object.keys(stageWords) as DealStage[]).find((stage) =>
		[stage, stageNames[stage], ...stageWords[stage]].some((name) => normalizedHeader(name) === word),
	);
}

/** When a deal was closed: a time of our own export, or a day; undefined for neither. */
function closing(text: string, { settings, timeZone }: RowContext): Date | undefined {
	const local = text.replace(' ', 'T');
	if (isLocalTime(local)) return instantOf(local, timeZone);
	const day = readDay(text, settings.dayOrder);
	return day ? instantOf(`${day}T12:00`, timeZone) : undefined;
}
