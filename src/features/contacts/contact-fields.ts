import { createdField, lastContactField, nextFollowUpField, silenceField, taggedField } from '@/domain/shared-fields';
import { type ListFields, optionsOf } from '@/lib/list/list-fields';
import { authorityLabels } from './authority';
import { rhythmLabels } from './rhythm';

/** What contacts can be filtered by and what columns of them can show. */
export const contactFields = {
	company: {
		label: 'Company',
		kind: 'record',
		noun: 'company',
		source: '/api/companies',
		required: true,
		written: { any: 'company' },
	},
	decisionMaker: { label: 'Decision maker', kind: 'yes', written: { any: 'decides', only: ['yes'] } },
	authority: {
		label: 'Authority level',
		kind: 'choice',
		options: optionsOf(authorityLabels),
		written: { any: 'authority' },
	},
	tags: taggedField,
	lastContact: lastContactField,
	silence: {
		...silenceField,
		options: [...silenceField.options, { value: 'rhythm', label: 'Longer than “Stay in touch”' }],
	},
	nextFollowUp: nextFollowUpField,
	name: { label: 'Contact name', kind: 'text', required: true },
	jobTitle: { label: 'Job title', kind: 'text' },
	email: { label: 'Email', kind: 'text' },
	phone: { label: 'Phone', kind: 'text' },
	rhythm: { label: 'Stay in touch', kind: 'choice', options: optionsOf(rhythmLabels) },
	left: { label: 'Left the company', kind: 'yes', written: { any: 'left' } },
	introducedBy: { label: 'Introduced by', kind: 'record', noun: 'contact', source: '/api/contacts' },
	reportsTo: { label: 'Reports to', kind: 'record', noun: 'contact', source: '/api/contacts' },
	openDeals: { label: 'Open deals', kind: 'number', required: true },
	created: createdField,
} as const satisfies ListFields;
