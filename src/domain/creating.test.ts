import { expect, test } from 'vitest';
import { wantedAt, wantedOn } from './creating';
import { createPath } from './shortcuts';

const id = '01938a6e-0000-7000-8000-000000000001';

test.each([
	['/companies/new', { what: 'company', of: {} }],
	['/companies/new?name=Hoa+Sen', { what: 'company', of: {}, name: 'Hoa Sen' }],
	[`/contacts/new?companyId=${id}`, { what: 'contact', of: { companyId: id } }],
	[`/deals/new?contactId=${id}&companyId=no-id`, { what: 'deal', of: { contactId: id } }],
	[`/companies/${id}#new-follow-up`, { what: 'followUp', of: { companyId: id } }],
	['/activities?view=all#new-follow-up', { what: 'followUp', of: {} }],
	[`/companies/${id}`, null],
	[`/companies/${id}/edit`, null],
	['/companies', null],
	['/reports/new', null],
	[`/activities/new?contactId=${id}&type=call`, { what: 'activity', of: { contactId: id }, type: 'call' }],
	['/activities/new?type=letter', { what: 'activity', of: {} }],
	[`/activities/new?followUpId=${id}`, null],
])('the address %s', (path, expected) => {
	expect(wantedAt(path)).toEqual(expected);
});

test('what the address of a form creates is what the keys create on that page', () => {
	for (const page of ['/dashboard', `/companies/${id}`, `/contacts/${id}`])
		for (const what of ['company', 'contact', 'deal', 'activity', 'followUp'] as const) {
			const byKeys = wantedOn(what, page);
			const byAddress = wantedAt(createPath(what, page));
			expect(byAddress?.what).toBe(byKeys.what);
			expect(byKeys.of).toMatchObject(byAddress?.of ?? {});
		}
});

test('on a record’s page everything but a company belongs to the record', () => {
	expect(wantedOn('followUp', `/deals/${id}`)).toEqual({ what: 'followUp', of: { dealId: id } });
	expect(wantedOn('activity', `/contacts/${id}`)).toEqual({ what: 'activity', of: { contactId: id } });
	expect(wantedOn('company', `/companies/${id}`)).toEqual({ what: 'company', of: {} });
	expect(wantedOn('deal', '/deals')).toEqual({ what: 'deal', of: {} });
	// what lies beside the list is nearer than its page
	expect(wantedOn('followUp', '/deals', `?view=list&panel=company:${id}`)).toEqual({
		what: 'followUp',
		of: { companyId: id },
	});
	expect(wantedOn('deal', '/deals', '?panel=company:gone')).toEqual({ what: 'deal', of: {} });
});
