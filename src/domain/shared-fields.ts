import type { ListField } from '@/lib/list/list-fields';
import { type Silence, silences } from './silence';

// Fields that several lists have.

/** When records were made. */
export const createdField = {
	label: 'Created',
	kind: 'date',
	required: true,
	written: { from: 'createdFrom', to: 'createdTo' },
} as const satisfies ListField;

/** The day of the latest call, email or meeting. */
export const lastContactField = {
	label: 'Last contact',
	kind: 'date',
	emptyLabel: 'Never',
	written: { from: 'lastFrom', to: 'lastTo' },
} as const satisfies ListField;

/** The day of the next follow-up that is not done. */
export const nextFollowUpField = { label: 'Next follow-up', kind: 'date' } as const satisfies ListField;

/** The tags of a record; the page gives all of the account's as options. */
export const taggedField = {
	label: 'Tags',
	kind: 'record',
	noun: 'tag',
	written: { any: 'tag' },
} as const satisfies ListField;

const silenceName = (silence: Silence) => (silence === 'never' ? 'Never contacted' : `${silence} days`);

/** For how long there has been no contact. */
export const silenceField = {
	label: 'No contact for',
	kind: 'choice',
	single: true,
	options: silences.map((value) => ({ value, label: silenceName(value) })),
	written: { any: 'silent' },
} as const satisfies ListField;
