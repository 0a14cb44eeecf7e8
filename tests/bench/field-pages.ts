import { asked, source } from './seed-fields.ts';

/** Lists that are sorted, filtered and grouped by a custom field. */
export const fieldPages = [
	...Object.entries({
		'by a text': `sort=${asked('code')}`,
		'by a number, highest first': `sort=${asked('score')}.desc`,
		'by a date': `sort=${asked('visited')}`,
		'by a list': `sort=${asked('source')}`,
		'by a rare text, last first': `sort=${asked('rare')}.desc`,
		'a text contains, common': `f=${asked('code')}.contains:miền+nam`,
		'a text contains, rare': `f=${asked('code')}.contains:054321`,
		'a text is': `f=${asked('rare')}.is:zalo54300`,
		'a number between': `f=${asked('score')}.between:200,300`,
		'a date this year': `f=${asked('visited')}.last:365`,
		'any of a list': `f=${asked('source')}.any:${source(2)},${source(5)}`,
		'none of a list': `f=${asked('source')}.none:${source(2)}`,
		empty: `f=${asked('source')}.empty`,
		filled: `f=${asked('source')}.filled`,
		'any of a list by a date': `f=${asked('source')}.any:${source(2)},${source(5)}&sort=${asked('visited')}`,
		'groups of a list': `group=${asked('source')}`,
	}).map(([what, query]) => ({ name: `Contacts, custom field: ${what}`, path: `/contacts?${query}` })),
	...Object.entries({
		'by an amount': `sort=${asked('revenue')}.desc`,
		'a text is': `f=${asked('taxCode')}.is:0300012345`,
		'an amount from': `f=${asked('revenue')}.min:50000000000`,
	}).map(([what, query]) => ({ name: `Companies, custom field: ${what}`, path: `/companies?${query}` })),
];
