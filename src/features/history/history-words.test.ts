import { describe, expect, test } from 'vitest';
import { type ChangedField, type ChangedRow, nameKey } from './history-entry';
import { changeLines, isByUser, recordLines, summaryOf, titleOf } from './history-words';

const names = {
	[nameKey('company', 'c1')]: { name: 'Thủy sản Bình Minh', exists: true },
	[nameKey('company', 'c2')]: { name: 'Hoa Sen', exists: false },
	[nameKey('contact', 'p2')]: { name: 'Trần Minh', exists: true },
	[nameKey('tag', 't1')]: { name: 'Key account', exists: true },
};
const settings = { locale: 'en-GB', timeZone: 'Asia/Ho_Chi_Minh' };

const row = (entity: string, more: Partial<ChangedRow> = {}): ChangedRow => ({
	entity,
	recordId: 'r1',
	op: 'changed',
	tagId: null,
	personId: null,
	point: null,
	name: null,
	currencies: [null, null],
	fields: [],
	...more,
});

/** The lines of a row as they read. */
function read(changed: ChangedRow, undos = 0): string[] {
	return changeLines(changed, { names, settings, undos }).map(({ label, values }) =>
		values.length > 0 ? `${label}: ${values.join(' → ')}` : label,
	);
}

const field = (column: string, before: string | null, after: string | null): ChangedField => [
	column,
	null,
	before,
	after,
];

describe('a change in words', () => {
	const cases: [entity: string, ChangedField, string][] = [
		['deal', field('stage', 'proposal', 'negotiation'), 'Stage: Proposal → Negotiation'],
		['deal', field('stage', 'proposal', 'closed_won'), 'Stage: Proposal → Closed Won'],
		['deal', field('own_probability', null, '60'), 'Probability: that of the stage → 60 %'],
		['deal', field('expected_close_on', null, '2026-12-31'), 'Expected close date: nothing → 31 Dec 2026'],
		['deal', field('company_id', 'c1', 'c2'), 'Company: Thủy sản Bình Minh → Hoa Sen'],
		['contact', field('company_id', 'c9', 'c1'), 'Company: a record that is not known → Thủy sản Bình Minh'],
		['contact', field('name', 'Lan', 'Nguyễn Thị Lan'), 'Contact name: Lan → Nguyễn Thị Lan'],
		['contact', field('is_decision_maker', 'false', 'true'), 'Decision maker: no → yes'],
		['contact', field('authority_level', 'influencer', 'primary'), 'Authority level: Influencer → Primary'],
		['contact', field('rhythm', 'half_yearly', null), 'Stay in touch: Every six months → nothing'],
		['company', field('size', '1-10', '500+'), 'Size: 1-10 → 500+'],
		['activity', field('type', 'note', 'call'), 'Type: Note → Call'],
		[
			'activity',
			field('at', '2026-11-02T20:00:00+00:00', '2026-11-03T03:30:00+00:00'),
			'Date and time: 3 Nov 2026, 03:00 → 3 Nov 2026, 10:30',
		],
		['follow_up', field('due_on', '2026-11-30', '2026-12-07'), 'Due: 30 Nov 2026 → 7 Dec 2026'],
		['settings', field('week_start', '1', '7'), 'First day of the week: Monday → Sunday'],
		// what a later version of the database has more
		['deal', field('lost_to', null, 'Đông Á'), 'Lost to: nothing → Đông Á'],
		['deal', field('stage', 'proposal', 'on_hold'), 'Stage: Proposal → on_hold'],
		['invoice', field('paid_on', null, '2026-12-01'), 'Paid on: nothing → 2026-12-01'],
	];
	test.each(cases)('%s %j', (entity, changed, expected) => {
		expect(read(row(entity, { fields: [changed] }))).toEqual([expected]);
	});

	test('money stands in its currency, and the currency is not said again', () => {
		const fields = [field('currency', 'USD', 'VND'), field('value', '1000.00', '1500000.50')];
		expect(read(row('deal', { currencies: ['USD', 'VND'], fields }))).toEqual([
			'Deal value: US$1,000 → ₫1,500,000.50'.replace('.50', '.5'),
		]);
		expect(read(row('deal', { currencies: ['USD', 'USD'], fields: [field('value', '1000.00', '2000.10')] }))).toEqual([
			'Deal value: US$1,000 → US$2,000.10',
		]);
		expect(read(row('deal', { currencies: ['USD', 'VND'], fields: [field('currency', 'USD', 'VND')] }))).toEqual([
			'Currency: USD → VND',
		]);
	});

	test('lines stand in the order of the form, own fields last, and a stage says that it closed', () => {
		const fields: ChangedField[] = [
			['metadata', 'Zalo', '0987', '0988'],
			field('notes', 'a', 'b'),
			field('closed_at', null, '2026-11-02T20:00:00+00:00'),
			field('stage', 'proposal', 'closed_won'),
			field('name', 'Kho', 'Kho lạnh'),
		];
		expect(read(row('deal', { fields }))).toEqual([
			'Deal name: Kho → Kho lạnh',
			'Stage: Proposal → Closed Won',
			'Notes: a → b',
			'Zalo: 0987 → 0988',
		]);
	});

	test('own fields come, go and may be empty', () => {
		const fields: ChangedField[] = [
			['metadata', 'Zalo', null, '0987'],
			['metadata', 'Mã số thuế', '0301', null],
			['metadata', 'Trống', null, null],
		];
		expect(read(row('company', { fields }))).toEqual([
			'Zalo: nothing → 0987',
			'Mã số thuế: 0301 → nothing',
			'Field without a value: Trống',
		]);
	});

	test('a long text is cut between letters', () => {
		const long = '😀'.repeat(301);
		expect(read(row('company', { fields: [field('notes', 'a', long)] }))).toEqual([`Notes: a → ${'😀'.repeat(300)}…`]);
	});

	test('of long texts that are alike, the words that came and went are told, with what stands around them', () => {
		const before = `${'Khách quan tâm đến kho lạnh mini. '.repeat(4)}Đã báo giá 950 triệu, khách hẹn thứ Năm.`;
		const after = before.replace('950 triệu', '870 triệu');
		const [line] = changeLines(
			row('company', { fields: [['notes', null, before, after, [false, before, after, false]]] }),
			{ names, settings, undos: 0 },
		);
		expect(line?.pieces?.map(({ text, kind }) => [kind, text])).toEqual([
			['same', '… kho lạnh mini. Khách quan tâm đến kho lạnh mini. Đã báo giá '],
			['removed', '950'],
			['added', '870'],
			['same', ' triệu, khách hẹn thứ Năm.'],
		]);
	});

	test('a rewritten text is shown as the old and the new one', () => {
		const [before, after] = [
			'Gọi lại sau Tết vì giám đốc đi vắng. '.repeat(4),
			'Đã ký hợp đồng số 12 ngày 3 tháng 5, giao trong tuần. '.repeat(3),
		];
		const [line] = changeLines(
			row('company', { fields: [['notes', null, before, after, [false, before, after, false]]] }),
			{ names, settings, undos: 0 },
		);
		expect(line?.pieces).toBeUndefined();
		expect(line?.values).toEqual([before, after]);
	});

	test('tags, creations and deletions are a line each', () => {
		expect(read(row('company_tag', { op: 'created', tagId: 't1' }))).toEqual(['Tag added: Key account']);
		expect(read(row('contact_tag', { op: 'deleted', tagId: 't1' }))).toEqual(['Tag removed: Key account']);
		expect(read(row('deal_person', { op: 'created', personId: 'p2' }))).toEqual(['Contact added: Trần Minh']);
		expect(read(row('activity_person', { op: 'deleted', personId: 'p2' }))).toEqual(['Contact removed: Trần Minh']);
		const role = row('deal_person', { personId: 'p2', fields: [field('role', 'champion', 'blocker')] });
		expect(read(role)).toEqual(['Role of Trần Minh: Champion → Blocker']);
		expect(read(row('company', { op: 'created' }))).toEqual(['Created']);
		expect(read(row('company', { op: 'created' }), 1)).toEqual(['Restored']);
		expect(read(row('company', { op: 'deleted' }))).toEqual(['Deleted']);
	});
});

test('an undo says what it undid, and an undo of that what was done again', () => {
	expect(titleOf({ label: 'Edit deal', undos: 0 })).toBe('Edit deal');
	expect(titleOf({ label: 'Edit deal', undos: 1 })).toBe('Undid: Edit deal');
	expect(titleOf({ label: 'Edit deal', undos: 2 })).toBe('Redid: Edit deal');
	expect(isByUser({ label: 'Changed outside the application', undos: 0 })).toBe(false);
	expect(isByUser({ label: 'Changed outside the application', undos: 1 })).toBe(true);
});

test('the rows of a set are told by record, a tag with what carries it', () => {
	const rows = [
		row('company', { recordId: 'c1', fields: [field('industry', null, 'Thủy sản')] }),
		row('company_tag', { recordId: 'c1', op: 'created', tagId: 't1' }),
		row('contact', { recordId: 'p1', op: 'deleted', name: 'Phạm Văn Đức' }),
	];
	expect(recordLines(rows, { names, settings, undos: 0 })).toEqual([
		{
			entity: 'company',
			id: 'c1',
			name: 'Thủy sản Bình Minh',
			exists: true,
			lines: [
				{ label: 'Industry', values: ['nothing', 'Thủy sản'] },
				{ label: 'Tag added', values: ['Key account'] },
			],
		},
		{ entity: 'contact', id: 'p1', name: 'Phạm Văn Đức', exists: false, lines: [{ label: 'Deleted', values: [] }] },
	]);
});

test('many rows are counted by kind', () => {
	expect(
		summaryOf(
			[
				{ entity: 'contact', op: 'deleted', count: 4 },
				{ entity: 'company', op: 'deleted', count: 1 },
				{ entity: 'follow_up', op: 'deleted', count: 2 },
				{ entity: 'deal', op: 'changed', count: 1 },
				{ entity: 'company_tag', op: 'created', count: 20 },
				{ entity: 'invoice', op: 'created', count: 2 },
			],
			0,
		),
	).toBe('2 invoices created; 1 deal changed; 1 company, 4 contacts and 2 follow-ups deleted; 20 companies tagged');
	expect(summaryOf([{ entity: 'company', op: 'created', count: 1 }], 1)).toBe('1 company restored');
	expect(summaryOf([], 0)).toBe('');
});
