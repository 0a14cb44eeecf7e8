import { expect, test } from 'vitest';
import { contactFields } from '@/features/contacts/contact-fields';
import { dealFields } from '@/features/deals/deal-fields';
import type { Condition } from '@/lib/list/conditions';
import type { ListField } from '@/lib/list/list-fields';
import { conditionWords, labeledCondition } from './condition-words';

const style = { locale: 'en-US', currency: 'USD', names: { '1': 'Acme Corp' } };
const { stage, value, expectedClose, probability, lostReason, company, name } = dealFields;

const cases: [string, ListField, Condition['is'], string[]][] = [
	['Proposal, Negotiation', stage, 'any', ['proposal', 'negotiation']],
	['is not Proposal', stage, 'none', ['proposal']],
	['is none of Closed Won, Closed Lost', stage, 'none', ['closed_won', 'closed_lost']],
	['Acme Corp, A company that is gone', company, 'any', ['1', '2']],
	['at least $1,500.50', value, 'min', ['1500.5USD']],
	['₫1,000 – ₫2,000', value, 'between', ['1000VND', '2000VND']],
	['at most 50%', probability, 'max', ['50']],
	['in the next 14 days', expectedClose, 'next', ['14']],
	['more than 1 day ago', expectedClose, 'ago', ['1']],
	['This month, next 30 days', expectedClose, 'in', ['month', 'next-30']],
	['on or after Dec 1, 2026', expectedClose, 'from', ['2026-12-01']],
	['Dec 1, 2026 – Dec 5, 2026', expectedClose, 'between', ['2026-12-01', '2026-12-05']],
	['No reason given', lostReason, 'empty', []],
	['Price, No reason given', lostReason, 'any', ['Price', '']],
	['contains “Kho” or “lạnh”', name, 'contains', ['Kho', 'lạnh']],
	['Yes', contactFields.decisionMaker, 'is', ['yes']],
];

test.each(cases)('%s', (words, field, is, values) => {
	expect(conditionWords(field, { field: '', is, values }, style)).toBe(words);
});

test('of an account’s own field, a condition that it does not fit, or that is gone, matches nothing and says so', () => {
	const taxCode = 'cf_0194f3a0b7c87d1e9a2b3c4d5e6f7a8b';
	const condition = { field: taxCode, is: 'contains' as const, values: ['3702'] };
	const said = (kind?: ListField['kind']) =>
		labeledCondition(kind ? { [taxCode]: { label: 'Mã số thuế', kind } } : {}, condition, style);
	expect(said('text')).toEqual({ label: 'Mã số thuế', words: 'contains “3702”' });
	expect(said('number')).toEqual({ label: 'Mã số thuế', words: 'matches nothing' });
	expect(said()).toEqual({ label: 'A field that is gone', words: 'matches nothing' });
});
