import { addedUp } from '@/components/list/added-up';
import { agoCell, emailCell, linkCell, neverContacted, tagsCell } from '@/components/list/cells';
import type { ListColumns } from '@/components/list/column-heads';
import { followUpCell } from '@/components/list/follow-up-cell';
import { contactPath } from '@/domain/paths';
import { type DateSettings, dayIn, formatDay } from '@/lib/dates/dates';
import { readableAddress } from '@/lib/text/domain-names';
import type { CompanySort } from '../schema';
import type { CompanyRow } from '../server/company-queries';

/** The columns that a list of companies can show. */
export function companyListColumns(settings: DateSettings): ListColumns<CompanyRow, CompanySort> {
	return {
		name: { sort: 'name', field: 'name', width: 220, grow: 4, cell: ({ name }) => name },
		industry: {
			...{ sort: 'industry', field: 'industry', width: 124, grow: 2, at: 'under' },
			cell: ({ industry }) => industry && { own: industry },
		},
		size: { sort: 'size', field: 'size', width: 84, cell: ({ size }) => size },
		contacts: {
			...{ sort: 'contacts', align: 'right', width: 86, sum: addedUp },
			cell: ({ contacts }) => contacts.toLocaleString('en'),
		},
		openDeals: {
			...{ sort: 'deals', align: 'right', width: 96, sum: addedUp },
			cell: ({ openDeals }) => openDeals.toLocaleString('en'),
		},
		tags: { width: 110, grow: 2, cell: ({ tags }) => tagsCell(tags) },
		lastContact: {
			...{ sort: 'lastContact', width: 116, at: 'end' },
			cell: ({ lastContactAt }) =>
				agoCell(lastContactAt && dayIn(lastContactAt, settings.timeZone), settings) ?? neverContacted,
		},
		created: {
			...{ sort: 'created', align: 'right', width: 116 },
			cell: ({ createdAt }) => formatDay(createdAt, settings),
		},
		nextFollowUp: {
			...{ isDate: true, width: 116, at: 'low' },
			cell: ({ nextFollowUp = null }) => followUpCell(nextFollowUp, settings),
		},
		phone: { width: 136, at: 'call', cell: ({ phone }) => (phone ? { phone } : null) },
		email: {
			...{ width: 150, grow: 2 },
			cell: ({ email }) => emailCell(email),
		},
		website: {
			...{ width: 150, grow: 2 },
			cell: ({ website }) => (website ? { own: readableAddress(website) } : null),
		},
		address: { width: 160, grow: 2, cell: ({ address }) => (address ? { own: address } : null) },
		introducedBy: {
			...{ width: 140, grow: 1 },
			cell: ({ introducedBy }) => (introducedBy ? linkCell(contactPath(introducedBy.id), introducedBy.name) : null),
		},
	};
}

/** What the group of a company is called. */
export function companyGroupLabel(group: string, { industry, size }: CompanyRow): string {
	return group === 'industry' ? (industry ?? 'No industry') : (size ?? 'No size');
}
