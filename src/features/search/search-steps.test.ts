import { expect, test } from 'vitest';
import { dealStages, stageNames } from '@/features/deals/stage/stages';
import { crumbsOf, stepLines } from './search-steps';

const stages = dealStages.map((stage) => ({ stage, name: stageNames[stage] }));
const lan = { kind: 'contact', id: 'c1', name: 'Nguyễn Thị Lan' } as const;
const texts = (...args: Parameters<typeof stepLines>) =>
	stepLines(...args).map((line) => ('text' in line ? line.text : ''));

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
	const hit = (kind: 'company' | 'deal') => ({
		kind,
		id: kind,
		name: 'Kho lạnh',
		about: '',
		decides: false,
		why: null,
	});
	const found = { hits: [hit('company'), hit('deal')], more: [], opened: 0, best: null, marks: [], unknown: [] };
	expect(stepLines({ asks: 'tagged' }, 'kho', found, stages)).toMatchObject([
		{ doing: { step: { asks: 'tag', record: { kind: 'company' } } } },
	]);
});

test('stages are chosen by their names, the present one marked', () => {
	const step = { asks: 'stage', deal: { id: 'd1', name: 'Kho lạnh', stage: 'proposal' } } as const;
	expect(texts(step, '', null, stages)).toHaveLength(6);
	expect(texts(step, 'lost', null, stages)).toEqual(['Closed Lost']);
	expect(stepLines(step, 'pro', null, stages)).toMatchObject([
		{ text: 'Prospecting' },
		{ text: 'Proposal', detail: 'where it is' },
	]);
});

test('what has the same name has a key of its own', () => {
	const company = { companyId: 'x', companyName: 'Thủy sản Bình Minh' };
	const deal = (id: string) => ({ id, name: 'Gia hạn', stage: 'proposal', ...company });
	const person = (id: string) => ({ id, name: 'Nguyễn Thị Lan', ...company });
	const hit = (kind: 'company' | 'contact', id: string) => ({
		kind,
		id,
		name: 'Lan',
		about: '',
		decides: false,
		why: null,
	});
	const found = {
		hits: [hit('contact', '1'), hit('contact', '2'), hit('company', '1')],
		more: [],
		opened: 0,
		best: null,
		marks: [],
		unknown: [],
	};
	const tags = [{ id: '1', name: 'create', colour: 'blue' }];
	for (const [step, answer] of [
		[{ asks: 'deal' }, [deal('1'), deal('2')]],
		[{ asks: 'person', type: 'call' }, [person('1'), person('2')]],
		[{ asks: 'tagged' }, found],
		[{ asks: 'tag', record: lan }, tags],
		[{ asks: 'stage', deal: { id: '1', name: 'Gia hạn' } }, null],
	] as const) {
		const keys = stepLines(step, '', answer, stages).map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys.length).toBeGreaterThan(0);
	}
});
