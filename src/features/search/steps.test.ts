import { expect, test } from 'vitest';
import { dealStages, stageNames } from '@/features/deals/stages';
import { crumbsOf, linesOfStep } from './steps';

const stages = dealStages.map((stage) => ({ stage, name: stageNames[stage] }));
const lan = { kind: 'contact', id: 'c1', name: 'Nguyễn Thị Lan' } as const;
const texts = (...args: Parameters<typeof linesOfStep>) =>
	linesOfStep(...args).map((line) => ('text' in line ? line.text : ''));

test('a step says what is known so far', () => {
	expect(crumbsOf({ asks: 'tagged' })).toEqual(['Tag']);
	expect(crumbsOf({ asks: 'tag', record: lan })).toEqual(['Tag', 'Nguyễn Thị Lan']);
	expect(crumbsOf({ asks: 'person', type: 'email' })).toEqual(['Log an email with']);
});

test('a tag that does not exist is offered to be made, whatever the case', () => {
	const step = { asks: 'tag', record: lan } as const;
	const tags = [{ id: 't1', name: 'Khách quý', colour: 'blue' }];
	expect(texts(step, 'khách QUÝ', tags, stages)).toEqual(['Khách quý']);
	expect(texts(step, 'khách', tags, stages)).toEqual(['Khách quý', 'Create tag “khách”']);
	expect(texts(step, '', tags, stages)).toEqual(['Khách quý']);
});

test('only companies and people can be tagged', () => {
	const hit = (kind: 'company' | 'deal') => ({ kind, id: kind, name: 'Kho lạnh', about: '', decides: false });
	const found = { hits: [hit('company'), hit('deal')], more: [] };
	expect(linesOfStep({ asks: 'tagged' }, 'kho', found, stages)).toMatchObject([
		{ doing: { step: { asks: 'tag', record: { kind: 'company' } } } },
	]);
});

test('stages are chosen by their names, the present one marked', () => {
	const step = { asks: 'stage', deal: { id: 'd1', name: 'Kho lạnh', stage: 'proposal' } } as const;
	expect(texts(step, '', null, stages)).toHaveLength(6);
	expect(texts(step, 'lost', null, stages)).toEqual(['Closed Lost']);
	expect(linesOfStep(step, 'pro', null, stages)).toMatchObject([
		{ text: 'Prospecting' },
		{ text: 'Proposal', detail: 'where it is' },
	]);
});
