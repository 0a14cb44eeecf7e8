import { beforeAll, describe, expect, test } from 'vitest';
import { searchText } from '@/features/search/schema';
import { findRecords } from '@/features/search/server/search-queries';
import type { UserId } from '@/lib/auth/session';
import { makeSearchedAccount } from '../support/searched-account';

let lan: UserId;
let nameOf: Map<string, string>;

beforeAll(async () => {
	({ lan, nameOf } = await makeSearchedAccount());
});

const ask = (q: string) => findRecords(lan, searchText.parse({ q }));

/** The record that comes first, by its code in the account. */
async function first(q: string): Promise<string | undefined> {
	const { hits, best } = await ask(q);
	const order = hits.toSorted((a, b) => Number(b.id === best) - Number(a.id === best));
	return nameOf.get(order[0]?.id ?? '');
}

/** What is typed, the record that must come first, and the field that says why, if its name does not. */
const questions: [typed: string, record: string, label?: string][] = [
	['bình minh', 'C2'],
	['binh minh', 'C2'],
	['thuy san', 'C1'],
	['cong ty co phan', 'C1'],
	['tran quoc bao', 'P1'],
	['nguyễn thị lan', 'P3'],
	['lan', 'P7'],
	['Đặng', 'P8'],
	['dang van', 'P5'],
	['kho lanh', 'D3'],
	['kho lanh 2.000', 'D1'],
	['he thong kho', 'D1'],
	['3702145678', 'C1', 'Tax code'],
	['3702 145 678', 'C1', 'Tax code'],
	['145678', 'C1', 'Tax code'],
	['0312345678', 'C4', 'Tax code'],
	['DE8112', 'C7', 'Tax code'],
	['0901234567', 'P1', 'Phone'],
	['+84 28 3822 1111', 'C4', 'Phone'],
	['0987654321', 'P9', 'Zalo'],
	['vandang@mail', 'P5', 'Email'],
	['globex.example', 'C3', 'Website'],
	['le loi can tho', 'C1', 'Address'],
	['cat lai', 'P6', 'Notes'],
	['warehouse cat lai', 'C7', 'Notes'],
	['gui bao gia lan 2', 'A3', 'Next steps'],
	['"hợp đồng chính"', 'A2', 'Text'],
	['hop dong bao tri', 'F2'],
	['daikin', 'D3', 'Lost reason'],
	['net 45', 'A5', 'Text'],
	['INV-2026-0417', 'A4', 'Text'],
	['20260417', 'A4', 'Text'],
	['khach quen', 'C1', 'Tags'],
	['tag:"khách quen" bình', 'C1'],
	['kho lanh -daikin', 'D1'],
	['stage:proposal', 'D2'],
	['is:overdue in:follow-ups', 'F2'],
	['in:contacts kho lanh', 'P1'],
	['globax', 'C3'],
	['chuc tet', 'F4'],
	['obrien', 'C5'],
	['hagl', 'C6'],
	['100%', 'C9'],
	['n_v', 'C9'],
];

describe('what is typed finds first', () => {
	test.each(questions)('%s: %s', async (typed, record, label) => {
		for (const q of [typed, typed.toUpperCase(), typed.normalize('NFD')]) expect(await first(q), q).toBe(record);
		const { hits, best } = await ask(typed);
		const hit = hits.find(({ id }) => id === best) ?? hits[0];
		expect(hit?.why?.label).toBe(label);
	});
});
