import { createdField, nextFollowUpField } from '@/domain/shared-fields';
import { type ListFields, optionsOf } from '@/lib/list/list-fields';
import { signalNames } from './signals/signals';
import { maxLostReasonLength, stageNames } from './stage/stages';

/** What deals can be filtered by and what columns of them can show. */
export const dealFields = {
	stage: {
		label: 'Stage',
		kind: 'choice',
		options: optionsOf(stageNames),
		required: true,
		written: { any: 'stage' },
	},
	signal: {
		label: 'Signal',
		kind: 'choice',
		options: optionsOf(signalNames),
		required: true,
		written: { any: 'signal' },
	},
	expectedClose: {
		label: 'Expected close date',
		kind: 'date',
		emptyLabel: 'No date',
		written: {
			spans: {
				param: 'close',
				names: { month: 'month', 'next-month': 'next-month', quarter: 'quarter', '30days': 'next-30' },
			},
			from: 'closeFrom',
			to: 'closeTo',
			empty: ['closeDay', 'none'],
		},
	},
	value: {
		label: 'Deal value',
		kind: 'money',
		required: true,
		written: { from: 'valueFrom', to: 'valueTo' },
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
	nextFollowUp: nextFollowUpField,
	probability: { label: 'Probability', kind: 'number', unit: '%', required: true },
	name: { label: 'Deal name', kind: 'text', required: true },
	currency: {
		label: 'Currency',
		kind: 'choice',
		open: 'exact',
		maxLength: 3,
		required: true,
		written: { any: 'currency' },
	},
	closed: { label: 'Closed', kind: 'date', written: { from: 'closedFrom', to: 'closedTo' } },
	lostReason: {
		label: 'Lost reason',
		kind: 'choice',
		open: 'folded',
		maxLength: maxLostReasonLength,
		emptyLabel: 'No reason given',
		written: { any: 'lostReason', empty: ['noReason', 'yes'] },
	},
	created: createdField,
} as const satisfies ListFields;
