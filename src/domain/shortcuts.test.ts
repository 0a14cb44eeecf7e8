import { expect, test } from 'vitest';
import { beginsWithField, createPath, createShortcuts, keysTo, recordOf } from './shortcuts';

const id = '019ab1c2-0000-7000-8000-000000000001';

test.each([
	[`/companies/${id}`, { kind: 'company', id }],
	[`/contacts/${id}`, { kind: 'contact', id }],
	[`/deals/${id}`, { kind: 'deal', id }],
	[`/activities/${id}`, null],
	[`/companies/${id}/edit`, null],
	['/companies/new', null],
	['/companies', null],
])('the record of %s', (pathname, expected) => expect(recordOf(pathname)).toEqual(expected));

test.each([
	['company', `/companies/${id}`, '/companies/new'],
	['contact', `/companies/${id}`, `/contacts/new?companyId=${id}`],
	['contact', `/deals/${id}`, '/contacts/new'],
	['deal', `/contacts/${id}`, `/deals/new?contactId=${id}`],
	['deal', '/deals', '/deals/new'],
	['activity', `/deals/${id}`, `/activities/new?dealId=${id}`],
	['activity', `/companies/${id}/edit`, '/activities/new'],
	['followUp', `/contacts/${id}`, `/contacts/${id}#new-follow-up`],
	['followUp', '/settings', '/follow-ups#new-follow-up'],
] as const)('%s is created from %s at %s', (what, pathname, expected) => {
	expect(createPath(what, pathname)).toBe(expected);
});

test('an address knows its keys', () => {
	expect(keysTo('/contacts')).toBe('g p');
	expect(keysTo('/import')).toBeUndefined();
});

test('whatever is created by keys begins with a field, and lists and records do not', () => {
	for (const { creates } of createShortcuts) {
		expect(beginsWithField(createPath(creates, `/companies/${id}`))).toBe(true);
		expect(beginsWithField(createPath(creates, '/deals'))).toBe(true);
	}
	expect(beginsWithField(`/deals/${id}/edit`)).toBe(true);
	expect(beginsWithField(`/deals/${id}?lose=ask`)).toBe(true);
	for (const path of ['/companies', `/companies/${id}`, `/contacts/${id}?followUps=all`, '/news', '/companies?q=new'])
		expect(beginsWithField(path)).toBe(false);
});
