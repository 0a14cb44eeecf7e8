import { type ListFields, optionsOf } from '@/lib/list/list-fields';
import { typeNames } from './activity-types';

/** What activities can be filtered by and what columns of them can show. */
export const activityFields = {
	type: { label: 'Type', kind: 'choice', options: optionsOf(typeNames), required: true, written: { any: 'type' } },
	at: {
		label: 'Date',
		kind: 'date',
		required: true,
		written: {
			spans: { param: 'when', names: { today: 'today', week: 'week', month: 'month', '30days': 'last-30' } },
			from: 'from',
			to: 'to',
		},
	},
	company: {
		label: 'Company',
		kind: 'record',
		noun: 'company',
		source: '/api/companies',
		required: true,
		written: { any: 'company' },
	},
	contact: { label: 'Contact', kind: 'record', noun: 'contact', source: '/api/contacts', written: { any: 'contact' } },
	deal: { label: 'Deal', kind: 'record', noun: 'deal', source: '/api/deals', written: { any: 'deal' } },
	subject: { label: 'Subject', kind: 'text', required: true },
	description: { label: 'Description', kind: 'text' },
	outcome: { label: 'Outcome', kind: 'text' },
	nextSteps: { label: 'Next steps', kind: 'text' },
	duration: { label: 'Duration', kind: 'number', unit: 'minutes' },
} as const satisfies ListFields;
