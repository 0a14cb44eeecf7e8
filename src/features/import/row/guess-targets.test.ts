import { expect, test } from 'vitest';
import { guessTargets } from './guess-targets';

const fieldsOf = (kind: 'contacts' | 'deals', names: string, cells: string) => {
	const [header, rows] = [names.split(','), [cells.split(',')]];
	const targets = guessTargets(kind, { header, rows, fields: [], typeOf: () => 'text' });
	return targets.map((target) => (target && 'field' in target ? target.field : null));
};

test('further links of our own export keep their labels', () => {
	const names = 'Contact name,Link,Link label,Link 2,Link 2 label';
	expect(fieldsOf('contacts', names, 'Lan,a.example.com,Zalo,b.example.com,Web')).toEqual([
		'name',
		'link',
		'linkLabel',
		'link',
		'linkLabel',
	]);
});

test('the probability of a stage does not become the deal’s own', () => {
	const names = 'Deal name,Stage,Probability,Own probability';
	expect(fieldsOf('deals', names, 'Kho,Proposal,50,')).toEqual(['name', 'stage', null, 'ownProbability']);
});
