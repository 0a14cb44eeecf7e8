import { expect, test } from 'vitest';
import type { FormField } from '@/domain/custom-fields/custom-field-types';
import { sayAdded, sentRecords } from './sent-records';

const ids = { company: 'new-company', contact: 'new-contact', deal: 'new-deal' };

/** The fields of an empty dialog for a company. */
const empty = {
	...{
		'company.name': '',
		'company.phone': '',
		'company.phoneLabel': 'Work',
		'company.website': '',
		'company.size': '',
	},
	...{
		'contact.name': '',
		'contact.jobTitle': '',
		'contact.phone': '',
		'contact.phoneLabel': 'Mobile',
		'contact.decides': '',
	},
	...{
		'deal.name': '',
		'deal.value': '',
		'deal.currency': 'VND',
		'deal.stage': 'prospecting',
		'deal.expectedCloseOn': '',
	},
};

test('of a dialog in which nothing is typed the record that it is for is sent, so that its fields say what is missing', () => {
	const sent = sentRecords('company', empty, ids, {});
	expect(Object.keys(sent)).toEqual(['company']);
	expect(sent.company).toMatchObject({ id: 'new-company', name: '' });
	expect(sayAdded(sent, empty)).toBe('');
});

test('a label, a stage and a currency alone make no record; any other field does', () => {
	const texts = { ...empty, 'company.name': 'Hưng Thịnh', 'contact.jobTitle': ' Giám đốc ' };
	const sent = sentRecords('company', texts, ids, {});
	expect(Object.keys(sent)).toEqual(['company', 'contact']);
	expect(sent.contact).toMatchObject({ id: 'new-contact', companyId: 'new-company', name: '', jobTitle: ' Giám đốc ' });
	expect(sayAdded(sent, texts)).toBe('Adds a company and a contact');
});

test('all three name each other, and who decides has the role in the deal', () => {
	const texts = {
		...{ ...empty, 'company.name': 'Hưng Thịnh', 'contact.name': 'Ngọc Ánh', 'contact.decides': 'secondary' },
		...{ 'contact.phone': '0903', 'contact.phone.1': '0904', 'contact.phoneLabel.1': 'Zalo', 'deal.name': 'Cá tra' },
	};
	const sent = sentRecords('company', texts, ids, {});
	expect(sent.contact).toMatchObject({
		...{ companyId: 'new-company', phone: ['0903', '0904'], phoneLabel: ['Mobile', 'Zalo'] },
		...{ isDecisionMaker: true, authorityLevel: 'secondary' },
	});
	expect(sent.contact).not.toHaveProperty('decides');
	expect(sent.deal).toMatchObject({
		...{ id: 'new-deal', companyId: 'new-company', contactId: 'new-contact', contactRole: 'decision_maker' },
	});
	expect(sayAdded(sent, texts)).toBe('Adds a company, a contact, and a deal');
});

test('records that are there already are named and not made', () => {
	const company = { id: 'old-company', name: 'Hoa Sen' };
	const contact = { id: 'old-contact', name: 'Lê Lan' };
	const texts = { ...empty, 'company.name': 'Hoa Sen', 'contact.name': 'Lê Lan', 'deal.name': 'Bao bì' };
	expect(sentRecords('company', texts, ids, { company, contact })).toEqual({
		deal: expect.objectContaining({ companyId: 'old-company', contactId: 'old-contact' }),
	});
	const known = sentRecords('contact', texts, ids, { company });
	expect(known.company).toBeUndefined();
	expect(known.contact).toMatchObject({ id: 'new-contact', companyId: 'old-company' });
});

test('what a picker chooses is sent as it chooses it: found, or new with its name', () => {
	const found = { 'contact.name': 'Ngọc Ánh', 'contact.companyId': 'old-company', 'deal.name': '' };
	expect(sentRecords('contact', found, ids, {})).toEqual({
		contact: expect.objectContaining({ id: 'new-contact', companyId: 'old-company' }),
	});
	const named = {
		...{ 'deal.name': 'Cá tra', 'deal.companyId': 'picked-company', 'company.name': 'Hưng Thịnh' },
		...{ 'deal.contactId': 'picked-contact', 'contact.name': 'Ngọc Ánh', 'deal.contactRole': '' },
	};
	expect(sentRecords('deal', named, ids, {})).toEqual({
		company: { id: 'picked-company', name: 'Hưng Thịnh' },
		contact: expect.objectContaining({ id: 'picked-contact', companyId: 'picked-company', name: 'Ngọc Ánh' }),
		deal: expect.objectContaining({ companyId: 'picked-company', contactId: 'picked-contact', contactRole: '' }),
	});
});

test('a deal without a company or a contact says so by empty ids, which the server refuses or takes as none', () => {
	const sent = sentRecords('deal', { 'deal.name': 'Cá tra', 'deal.companyId': '', 'deal.contactId': '' }, ids, {});
	expect(sent).toEqual({ deal: { id: 'new-deal', name: 'Cá tra', companyId: '', contactId: '' } });
});

test('custom fields go with their record; a default value alone begins none, and what is typed into one does', () => {
	const fields = (name: string, text: string): FormField[] => [
		{ id: 'f-1', type: 'text', name, help: null, options: [], checks: null, required: false, text },
	];
	const custom = { company: fields('MST', ''), contact: [], deal: fields('Incoterms', 'CIF') };
	const ids = { company: 'c', contact: 'p', deal: 'd' };
	const send = (texts: Record<string, string>) =>
		sentRecords('company', { 'company.name': 'Hoa Sen', 'company.custom.f-1': '0312', ...texts }, ids, {}, custom);
	expect(send({ 'deal.custom.f-1': 'CIF' })).toEqual({
		company: { name: 'Hoa Sen', custom: '{"f-1":"0312"}', id: 'c' },
	});
	expect(send({ 'deal.custom.f-1': 'FOB' }).deal).toMatchObject({ custom: '{"f-1":"FOB"}', companyId: 'c' });
});
