import { addedUp } from '@/components/list/added-up';
import { firstLinkCell, linkCell } from '@/components/list/cells';
import type { ListColumns } from '@/components/list/column-heads';
import { companyPath, contactPath, dealPath } from '@/domain/paths';
import { type DateSettings, formatMoment, formatMonth } from '@/lib/dates/dates';
import { typeNames } from '../activity-types';
import type { ActivitySort } from '../schema';
import type { ActivityMore, ActivityRow } from '../server/activity-queries';
import { typeIcons } from './type-icon';

/** The columns that a list of activities can show. */
export function activityListColumns(settings: DateSettings): ListColumns<ActivityRow & ActivityMore, ActivitySort> {
	return {
		subject: { width: 220, grow: 4, cell: ({ subject }) => subject },
		type: {
			...{ sort: 'type', width: 100, at: 'low' },
			cell: ({ type }) => ({ icon: typeIcons[type], name: typeNames[type] }),
		},
		company: {
			...{ width: 130, grow: 3, at: 'under' },
			cell: ({ companyId, companyName }) => ({ to: companyPath(companyId), name: companyName }),
		},
		contact: { head: 'With', width: 120, grow: 2, cell: ({ people }) => firstLinkCell(contactPath, people) },
		deal: {
			...{ width: 110, grow: 2 },
			cell: ({ dealId, dealName }) => linkCell(dealId && dealPath(dealId), dealName),
		},
		outcome: { width: 120, grow: 3, cell: ({ outcome }) => outcome && { own: outcome } },
		at: {
			...{ head: 'When', sort: 'when', align: 'right', width: 164, at: 'end' },
			cell: ({ at }) => formatMoment(at, settings),
		},
		duration: {
			...{ align: 'right', width: 90, sum: (value) => `${addedUp(value)} min` },
			cell: ({ durationMinutes }) => (durationMinutes === null ? null : `${durationMinutes} min`),
		},
		nextSteps: {
			head: 'Next steps',
			width: 140,
			grow: 2,
			cell: ({ nextSteps }) => (nextSteps ? { own: nextSteps } : null),
		},
		description: { width: 160, grow: 2, cell: ({ description }) => (description ? { own: description } : null) },
	};
}

/** What the group of an activity is called. */
export function activityGroupLabel(
	group: string,
	{ type, groupKey }: ActivityRow & ActivityMore,
	settings: DateSettings,
) {
	return group === 'type' ? typeNames[type] : formatMonth(`${groupKey}-01`, settings);
}
