import type { PointKind } from '@/domain/contact-points/contact-point';
import { fieldTypes } from '@/domain/custom-fields/custom-field-types';
import { weekStarts } from '@/features/account/schema';
import { typeNames } from '@/features/activities/schema';
import { authorityLabels, rhythmLabels } from '@/features/contacts/schema';
import { roleNames, stageNames } from '@/features/deals/schema';
import { listNames } from '@/features/views/schema';
import type { KeptChoice } from './schema';

// What tables and columns are called: the words of the forms. A table or column that is not here is called by its own name.

/** How to read a column's values: as text, by names, as a day, … or as a record of a table. */
export type ColumnReading =
	| 'text'
	| 'day'
	| 'moment'
	| 'time'
	| 'repeats'
	| 'money'
	| 'percent'
	| 'yesOrNo'
	| 'address'
	| { names: Record<string, string> }
	| { record: string };

type ColumnLabel = [label: string, reading?: ColumnReading, empty?: string];

/** How long the history can be kept, in words. */
export const keptNames: Record<KeptChoice, string> = {
	forever: 'Forever',
	'5 years': '5 years',
	'1 year': '1 year',
	'90 days': '90 days',
};

const company: ColumnLabel = ['Company', { record: 'company' }];
const contact: ColumnLabel = ['Contact', { record: 'contact' }];
const introducer: ColumnLabel = ['Introduced by', { record: 'contact' }];
const deal: ColumnLabel = ['Deal', { record: 'deal' }];
const pinnedNote: ColumnLabel = ['Pinned note', { record: 'activity' }];
const reach: Record<string, ColumnLabel> = {
	email: ['Email', 'address'],
	email_label: ['Email label'],
	phone: ['Phone'],
	phone_label: ['Phone label'],
};

/** What contact points are called. */
export const pointNames: Record<PointKind, string> = { email: 'Email', phone: 'Phone', link: 'Link' };

/** The columns of each table in the order of its form. */
const columns: Record<string, Record<string, ColumnLabel>> = {
	company: {
		name: ['Company name'],
		industry: ['Industry'],
		size: ['Size'],
		website: ['Website', 'address'],
		website_label: ['Website label'],
		...reach,
		address: ['Address'],
		introduced_by_id: introducer,
		notes: ['Notes'],
		pinned_note_id: pinnedNote,
	},
	contact: {
		name: ['Contact name'],
		company_id: company,
		job_title: ['Job title'],
		...reach,
		is_decision_maker: ['Decision maker', 'yesOrNo'],
		authority_level: ['Authority level', { names: authorityLabels }],
		rhythm: ['Stay in touch', { names: rhythmLabels }],
		quiet_until: ['Snoozed until', 'day'],
		left_on: ['Left on', 'day'],
		left_to: ['Left to'],
		introduced_by_id: introducer,
		reports_to_id: ['Reports to', { record: 'contact' }],
		notes: ['Notes'],
		pinned_note_id: pinnedNote,
	},
	deal: {
		name: ['Deal name'],
		value: ['Deal value', 'money'],
		currency: ['Currency'],
		stage: ['Stage', { names: stageNames }],
		own_probability: ['Probability', 'percent', 'that of the stage'],
		company_id: company,
		contact_id: contact,
		expected_close_on: ['Expected close date', 'day'],
		closed_at: ['Closed', 'moment'],
		lost_reason: ['Lost reason'],
		notes: ['Notes'],
		pinned_note_id: pinnedNote,
	},
	activity: {
		type: ['Type', { names: typeNames }],
		subject: ['Subject'],
		company_id: company,
		contact_id: contact,
		deal_id: deal,
		at: ['Date and time', 'moment'],
		duration_minutes: ['Duration in minutes'],
		description: ['Description'],
		outcome: ['Outcome'],
		next_steps: ['Next steps'],
	},
	follow_up: {
		title: ['Follow-up'],
		due_on: ['Due', 'day'],
		due_time: ['Time', 'time'],
		repeats: ['Repeats', 'repeats', 'no'],
		is_important: ['High priority', 'yesOrNo', 'no'],
		done_at: ['Done', 'moment'],
		is_theirs: ['Promised by them', 'yesOrNo', 'no'],
		company_id: company,
		contact_id: contact,
		deal_id: deal,
		activity_id: ['Activity', { record: 'activity' }],
	},
	deal_person: { role: ['Role', { names: roleNames }, 'none'] },
	tag: { name: ['Tag name'], colour: ['Colour'] },
	saved_view: {
		name: ['View name'],
		list: ['List', { names: listNames }],
		query: ['Search, filters and order'],
		is_default: ['Default of its list', 'yesOrNo'],
		place: ['Place among the views'],
	},
	field: {
		name: ['Field name'],
		type: ['Type', { names: fieldTypes }],
		help: ['Help text'],
		place: ['Position'],
		in_forms: ['Show in new forms', 'yesOrNo'],
		required: ['Required', 'yesOrNo'],
		in_list: ['Show in lists', 'yesOrNo'],
		is_unique: ['Unique', 'yesOrNo'],
		checks: ['Checked as', { names: { tax_code: 'Tax code' } }],
		reminds: ['Remind on Today', { names: { once: 'Once', yearly: 'Every year' } }],
		remind_days: ['Days before'],
		currency: ['Currency'],
		archived_at: ['Archived', 'moment'],
	},
	field_option: { name: ['Option'], colour: ['Colour'], place: ['Position'] },
	settings: {
		currency: ['Currency'],
		locale: ['Numbers and dates'],
		time_zone: ['Time zone'],
		week_start: ['First day of the week', { names: weekStarts }],
		history_kept: ['History is kept', { names: keptNames }],
	},
};

const nouns: Record<string, [one: string, many: string]> = {
	company: ['company', 'companies'],
	contact: ['contact', 'contacts'],
	deal: ['deal', 'deals'],
	activity: ['activity', 'activities'],
	follow_up: ['follow-up', 'follow-ups'],
	deal_person: ['contact of a deal', 'contacts of deals'],
	activity_person: ['contact of an activity', 'contacts of activities'],
	tag: ['tag', 'tags'],
	saved_view: ['view', 'views'],
	contact_point: ['contact detail', 'contact details'],
	field: ['custom field', 'custom fields'],
	field_option: ['option', 'options'],
	settings: ['account’s settings', 'accounts’ settings'],
};

/** A table's columns that are fields of a form, with their labels, in its order. */
export const fieldsOfTable = (entity: string): [column: string, label: string][] =>
	Object.entries(columns[entity] ?? {}).map(([column, [label]]) => [column, label]);

/** The singular and plural of a table's records. */
export function nounOf(entity: string): [one: string, many: string] {
	const plain = entity.replaceAll('_', ' ');
	return nouns[entity] ?? [plain, `${plain}s`];
}

/** The order of tables when several are named, companies first. */
export function placeOf(entity: string): number {
	const known = Object.keys(nouns);
	return known.includes(entity) ? known.indexOf(entity) : known.length;
}

/** A column's label, its place in the form, how to read its values, and the word for an empty one. */
export function columnOf(entity: string, column: string) {
	const known = Object.keys(columns[entity] ?? {});
	const [label, reading = 'text', empty = 'nothing'] = columns[entity]?.[column] ?? [inWords(column)];
	return { label, reading, empty, place: known.includes(column) ? known.indexOf(column) : known.length };
}

function inWords(column: string): string {
	const words = column.replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
