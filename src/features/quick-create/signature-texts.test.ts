import { expect, test } from 'vitest';
import { readSignature } from '@/lib/text/signature/read-signature';
import { fillIn } from './signature-texts';

const text = `Lê Minh Ánh\nGiám đốc mua hàng\nACB\n0903 456 789 - 0283 822 0147\nanh@acb.example\nwww.acb.example`;

function filled(present: Record<string, string>, into = 'contact.name') {
	const signature = readSignature(text);
	if (!signature) throw new Error('The signature was not read.');
	return fillIn(signature, present, into);
}

test('a signature fills in the empty fields, and says which', () => {
	expect(filled({ 'contact.name': '', 'contact.phone': '', 'contact.phoneLabel': 'Mobile' })).toEqual({
		texts: {
			...{ 'contact.name': 'Lê Minh Ánh', 'contact.jobTitle': 'Giám đốc mua hàng', 'company.name': 'ACB' },
			...{ 'contact.phone': '0903 456 789', 'contact.phoneLabel': 'Mobile' },
			...{ 'contact.phone.1': '0283 822 0147', 'contact.phoneLabel.1': '' },
			...{ 'contact.email': 'anh@acb.example', 'contact.emailLabel': '', 'company.website': 'www.acb.example' },
		},
		said: ['name', 'job title', 'company', '2 phones', 'email', 'website'],
	});
});

test('what is typed already stays, but for the name that it is pasted into', () => {
	const present = {
		'contact.name': 'Ánh',
		'company.name': 'Ngân hàng Á Châu',
		'contact.phone': '',
		'contact.phone.1': '113',
	};
	const { texts } = filled(present);
	expect(texts['contact.name']).toBe('Lê Minh Ánh');
	expect(texts).not.toHaveProperty('company.name');
	expect(texts).not.toHaveProperty('contact.phone');
	expect(filled(present, 'company.name').texts).toMatchObject({ 'company.name': 'ACB' });
	expect(filled(present, 'company.name').texts).not.toHaveProperty('contact.name');
});
