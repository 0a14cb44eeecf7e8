import { linkCell } from '@/components/list/cells';
import type { ListColumns } from '@/components/list/column-heads';
import { followUpCell } from '@/components/list/follow-up-cell';
import { companyPath, contactPath } from '@/domain/paths';
import type { Settings } from '@/features/account/server/account-queries';
import { formatDate, formatDay, formatMonth } from '@/lib/dates/dates';
import { formatMoney } from '@/lib/money/money';
import type { DealSort } from '../schema';
import type { listDeals } from '../server/deal-queries';
import { presentCardSignals } from '../signals/signals';
import { WorstSignal } from '../signals/worst-signal';
import { StageBadge } from '../stage/stage-badge';
import { stageNames } from '../stage/stages';

type ListedDeal = Awaited<ReturnType<typeof listDeals>>['rows'][number];

/** The columns that a list of deals can show. */
export function dealListColumns(settings: Settings): ListColumns<ListedDeal, DealSort> {
	const { locale, currency: own } = settings;
	const sum = (value: string, currency: string | null) => formatMoney(value, { locale, currency: currency ?? own });
	return {
		name: { sort: 'name', field: 'name', width: 180, grow: 4, cell: ({ name }) => name },
		company: {
			...{ sort: 'company', width: 116, grow: 3, at: 'under' },
			cell: ({ companyId, companyName }) => ({ to: companyPath(companyId), name: companyName }),
		},
		contact: {
			...{ sort: 'contact', width: 100, grow: 2 },
			cell: ({ contactId, contactName }) => linkCell(contactId && contactPath(contactId), contactName),
		},
		stage: {
			...{ sort: 'stage', field: 'stage', width: 112, at: 'low' },
			cell: ({ stage }) => ({ node: <StageBadge stage={stage} /> }),
		},
		signal: {
			...{ head: 'Signals', width: 96, grow: 3, at: 'foot' },
			cell: (deal) => {
				const signals = presentCardSignals(deal, settings);
				return signals && { node: <WorstSignal signals={signals} /> };
			},
		},
		value: {
			...{ head: 'Value', field: 'value', sort: 'value', align: 'right', width: 132, at: 'end', sum },
			cell: ({ value, currency }) => formatMoney(value, { locale, currency }),
		},
		expectedClose: {
			...{ head: 'Expected close', field: 'expectedCloseOn', sort: 'close', align: 'right', isDate: true, width: 116 },
			cell: ({ expectedCloseOn }) => expectedCloseOn && formatDate(expectedCloseOn, settings),
		},
		closed: {
			...{ sort: 'closed', align: 'right', isDate: true, width: 108 },
			cell: ({ closedAt }) => closedAt && formatDay(closedAt, settings),
		},
		nextFollowUp: {
			...{ isDate: true, width: 116 },
			cell: ({ nextFollowUp = null }) => followUpCell(nextFollowUp, settings),
		},
		probability: {
			...{ field: 'ownProbability', sort: 'probability', align: 'right', width: 98 },
			cell: ({ probability }) => `${probability} %`,
		},
		weighted: {
			...{ head: 'Weighted value', align: 'right', width: 134, sum },
			cell: ({ weighted, currency }) => (weighted === undefined ? null : formatMoney(weighted, { locale, currency })),
		},
		people: {
			...{ head: 'Contacts', align: 'right', width: 86 },
			cell: ({ people = 0 }) => people.toLocaleString('en'),
		},
		lostReason: {
			...{ width: 140, grow: 1 },
			cell: ({ lostReason }) => (lostReason ? { own: lostReason } : null),
		},
		created: {
			...{ sort: 'created', align: 'right', width: 108 },
			cell: ({ createdAt }) => formatDay(createdAt, settings),
		},
	};
}

/** What the group of a deal is called. */
export function dealGroupLabel(group: string, deal: ListedDeal, settings: Settings): string {
	if (group === 'stage') return stageNames[deal.stage];
	if (group === 'company') return deal.companyName;
	if (group === 'currency') return deal.currency;
	return deal.groupKey ? formatMonth(`${deal.groupKey}-01`, settings) : 'No expected close date';
}
