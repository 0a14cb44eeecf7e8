import { expect, test } from 'vitest';
import { reachOf } from './reach';

/** As much of a link on a page as is looked at. */
const link = (href: string, around?: { contact: string; contactName: string }) =>
	({ getAttribute: () => href, closest: () => (around ? { dataset: around } : null) }) as unknown as HTMLAnchorElement;
const page = { of: { companyId: 'c1' }, name: 'Hoa Sen' };

test.each([
	['tel:+84901234567', 'call', 'Call with Hoa Sen'],
	['sms:+84901234567', 'call', 'SMS with Hoa Sen'],
	['https://zalo.me/0901234567', 'call', 'Zalo chat with Hoa Sen'],
	['https://wa.me/84901234567', 'call', 'WhatsApp chat with Hoa Sen'],
	['mailto:a@example.com', 'email', 'Email to Hoa Sen'],
])('%s begins what is logged as %s', (href, type, subject) => {
	expect(reachOf(link(href), page)).toMatchObject({ type, subject, of: { companyId: 'c1' } });
});

test('a link beside a contact is about them', () => {
	expect(reachOf(link('tel:113', { contact: 'p1', contactName: 'Lan' }), page)).toMatchObject({
		...{ name: 'Lan', of: { contactId: 'p1' } },
	});
});

test.each(['/contacts', 'https://zalo.me.example.com/1', 'https://example.com/tel:1', ''])(
	'%s is another link',
	(href) => {
		expect(reachOf(link(href), page)).toBeNull();
	},
);

test('a very long name leaves a subject that can be saved', () => {
	expect(reachOf(link('tel:113'), { ...page, name: 'ơ'.repeat(200) })?.subject.length).toBeLessThanOrEqual(200);
});
