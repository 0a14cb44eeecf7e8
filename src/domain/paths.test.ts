import { expect, test } from 'vitest';
import { listAround } from './paths';

const id = '01a20652-1de7-7269-8660-85675f019ffc';
const other = '01a20652-1de7-7269-8660-85675f019ff0';

test.each([
	[`/companies/${id}`, '/companies'],
	[`/deals/${id}/edit`, '/deals'],
	[`/activities/${id}`, '/activities'],
	[`/contacts/${other}`, null],
	['/companies/new', null],
	['/companies', null],
	[`/import/${id}`, null],
])('the way from %s, when that record is gone, leads to %s', (pathname, list) => {
	expect(listAround(pathname, [id])).toBe(list);
});
