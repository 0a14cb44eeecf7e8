import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf, type MappedContact, treeOf } from './map-facts';
import type { MapNode } from './map-layout';

const zone = 'Asia/Ho_Chi_Minh';
const today = '2026-11-28';
const contact = (fields: Partial<MappedContact>): MappedContact => ({
	id: 'lan',
	name: 'Nguyễn Thị Lan',
	jobTitle: 'Kế toán trưởng',
	isDecisionMaker: false,
	authorityLevel: null,
	rhythm: null,
	leftOn: null,
	reportsToId: null,
	lastContactAt: null,
	roles: [],
	...fields,
});
const facts = (fields: Partial<MappedContact>) => factsOf(contact(fields), today, zone);
const daysAgo = (days: number) => new Date(Date.UTC(2026, 10, 28 - days, 5));

describe('what is said of a contact', () => {
	test('without a role and never contacted', () => {
		expect(facts({})).toMatchObject({ role: 'none', roleText: '', freshness: 'never', contactText: 'No contact yet' });
	});

	test('the role in an open deal comes before the authority level', () => {
		const decides = { isDecisionMaker: true, authorityLevel: 'primary' as const };
		expect(facts(decides)).toMatchObject({ role: 'decision_maker', roleText: 'Decision maker · Primary' });
		const roles = [{ dealId: 'd', deal: 'Hệ thống kho', role: 'blocker' as const }];
		expect(facts({ ...decides, roles })).toMatchObject({
			role: 'blocker',
			roleText: 'Blocker',
			deals: [{ id: 'd', name: 'Hệ thống kho', role: 'Blocker' }],
		});
		expect(facts({ isDecisionMaker: true, authorityLevel: 'influencer' }).role).toBe('influencer');
	});

	test('who has left is said to have left', () => {
		expect(facts({ leftOn: '2026-03-31', isDecisionMaker: true })).toMatchObject({
			...{ hasLeft: true, roleText: 'Left', freshness: null },
		});
	});

	test.each([
		[0, null, 'fresh', 'Today'],
		[1, null, 'fresh', 'Yesterday'],
		[59, null, 'fresh', '59 days ago'],
		[60, null, 'quiet', '60 days ago'],
		[7, 'weekly', 'fresh', '7 days ago'],
		[8, 'weekly', 'quiet', '8 days ago'],
		[70, 'quarterly', 'fresh', '70 days ago'],
		[1234, null, 'quiet', '1,234 days ago'],
	] as const)('%i days after a contact with the rhythm %s', (days, rhythm, freshness, contactText) => {
		expect(facts({ rhythm, lastContactAt: daysAgo(days) })).toMatchObject({ freshness, contactText });
	});

	test('by the days of the account, not by those of UTC', () => {
		expect(facts({ lastContactAt: new Date('2026-11-27T18:00:00Z') }).contactText).toBe('Today');
	});
});

describe('the tree', () => {
	const idsOf = (nodes: MapNode[]): string[] => nodes.flatMap(({ id, reports }) => [id, ...idsOf(reports)]);

	test('has each contact once, whoever reports to whom, also in a circle or to somebody who is not there', () => {
		const links = fc.array(fc.option(fc.nat({ max: 70 }), { nil: null }), { maxLength: 60 });
		fc.assert(
			fc.property(links, (managers) => {
				const contacts = managers.map((manager, n) => ({
					id: `p${n}`,
					reportsToId: manager === null ? null : `p${manager}`,
				}));
				expect(idsOf(treeOf(contacts)).sort()).toEqual(contacts.map(({ id }) => id).sort());
			}),
		);
	});

	test('puts reports below their manager, in the order in which the contacts come', () => {
		const contacts = [
			{ id: 'an', reportsToId: 'bảo' },
			{ id: 'bảo', reportsToId: null },
			{ id: 'chi', reportsToId: 'bảo' },
		];
		expect(treeOf(contacts)).toEqual([
			{
				id: 'bảo',
				reports: [
					{ id: 'an', reports: [] },
					{ id: 'chi', reports: [] },
				],
			},
		]);
	});
});
