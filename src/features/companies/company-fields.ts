import { createdField, lastContactField, nextFollowUpField, silenceField, taggedField } from '@/domain/shared-fields';
import type { ListFields } from '@/lib/list/list-fields';
import { companySizes } from './company-sizes';

/** What companies can be filtered by and what columns of them can show. */
export const companyFields = {
	industry: { label: 'Industry', kind: 'choice', open: 'folded', maxLength: 100, written: { any: 'industry' } },
	size: {
		label: 'Size',
		kind: 'choice',
		options: companySizes.map((size) => ({ value: size, label: size.replace('-', '–') })),
		written: { any: 'size' },
	},
	tags: taggedField,
	lastContact: lastContactField,
	silence: silenceField,
	nextFollowUp: nextFollowUpField,
	name: { label: 'Company name', kind: 'text', required: true },
	website: { label: 'Website', kind: 'text' },
	phone: { label: 'Phone', kind: 'text' },
	email: { label: 'Email', kind: 'text' },
	address: { label: 'Address', kind: 'text' },
	contacts: { label: 'Contacts', kind: 'number', required: true },
	openDeals: { label: 'Open deals', kind: 'number', required: true },
	introducedBy: { label: 'Introduced by', kind: 'record', noun: 'contact', source: '/api/contacts' },
	created: createdField,
} as const satisfies ListFields;
