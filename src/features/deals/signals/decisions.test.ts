import { expect, test } from 'vitest';
import type { DecisionDeal } from '../server/decision-queries';
import { decisionOf } from './decisions';

const reached = { id: 'lan', name: 'Nguyễn Thị Lan', email: null, phones: [] };
const deal: DecisionDeal = {
	...{ id: 'kho', name: 'Kho lạnh', value: '1000', currency: 'USD', companyId: 'binh-minh', companyName: 'Bình Minh' },
	...{ expectedCloseOn: '2026-12-13', stage: 'negotiation', followUp: 'later', dueOn: null, overdueDays: null },
	...{ closePassed: false, staleFor: null, contacts: 2, deciders: 1, decidersQuiet: false, decidersQuietFor: 3 },
	...{ blockerMeetings: null, quietDecider: null, blocker: null, main: reached, daysSinceClose: -16 },
	...{ daysInStage: 4, usualDays: null },
};

test.each<[Partial<DecisionDeal>, text: string, remedy: string]>([
	[{ closePassed: true, daysSinceClose: 10, staleFor: 24 }, 'Close date passed 10 days ago', 'closeDate'],
	[
		{ decidersQuiet: true, quietDecider: { ...reached, days: 24 } },
		'No contact with the decision maker for 24 days, 21 at most',
		'call',
	],
	[{ decidersQuiet: true, quietDecider: { ...reached, days: null } }, 'Decision maker never contacted', 'call'],
	[{ blocker: { id: 'hung', name: 'Đặng Văn Hùng', meetings: 1 } }, 'Met the blocker 1 of 2 times', 'create'],
	[{ staleFor: 24 }, 'Quiet for 24 days, 7 at most in Negotiation', 'create'],
	[{ contacts: 0 }, 'No contacts at this company', 'create'],
	[{ followUp: 'none' }, 'No follow-up, closes in 16 days', 'followUp'],
	[{ followUp: 'none', expectedCloseOn: null }, 'No follow-up', 'followUp'],
	[{ deciders: 0 }, 'No decision maker', 'create'],
])('a deal with %j', (facts, text, remedy) => {
	expect(decisionOf({ ...deal, ...facts }, '2026-11-27')).toMatchObject({ text, remedy: { kind: remedy } });
});

test('a deal in which all is well needs no decision', () => expect(decisionOf(deal, '2026-11-27')).toBeNull());
