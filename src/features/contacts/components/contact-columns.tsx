import { LeftBadge } from '@/components/layout/left-badge';
import { addedUp } from '@/components/list/added-up';
import { agoCell, emailCell, linkCell, neverContacted, tagsCell } from '@/components/list/cells';
import type { ListColumns } from '@/components/list/column-heads';
import { followUpCell } from '@/components/list/follow-up-cell';
import type { NamedRecord } from '@/domain/named-record';
import { companyPath, contactPath } from '@/domain/paths';
import { type DateSettings, dayIn, formatDay } from '@/lib/dates/dates';
import { authorityLabels, authorityLevels } from '../authority';
import { rhythmLabels } from '../rhythm';
import type { ContactSort } from '../schema';
import type { ContactRow } from '../server/contact-queries';
import { AuthorityBadge } from './authority-badge';

/** The columns that a list of contacts can show. */
export function contactListColumns(settings: DateSettings): ListColumns<ContactRow, ContactSort> {
	return {
		name: { sort: 'name', field: 'name', width: 184, grow: 2, cell: ({ name }) => name },
		company: {
			...{ sort: 'company', width: 124, grow: 3, at: 'under' },
			cell: ({ companyId, companyName }) => ({ to: companyPath(companyId), name: companyName }),
		},
		jobTitle: {
			...{ sort: 'title', field: 'jobTitle', width: 102, grow: 2 },
			cell: ({ jobTitle }) => jobTitle && { own: jobTitle },
		},
		decisionMaker: {
			...{ field: 'decides', sort: 'authority', width: 118 },
			cell: ({ isDecisionMaker, authorityLevel, leftOn }) => {
				if (leftOn) return { node: <LeftBadge /> };
				if (!isDecisionMaker) return null;
				return { node: <AuthorityBadge isDecisionMaker authorityLevel={authorityLevel} underHead /> };
			},
		},
		email: {
			...{ field: 'email', sort: 'email', width: 116, grow: 3 },
			cell: ({ email }) => emailCell(email),
		},
		phone: {
			...{ field: 'phone', width: 136, at: 'call' },
			cell: ({ phone }) => phone && { phone },
		},
		tags: { width: 78, grow: 1, cell: ({ tags }) => tagsCell(tags) },
		lastContact: {
			...{ sort: 'lastContact', width: 104, at: 'end' },
			cell: ({ lastContactAt, isLate }) =>
				agoCell(lastContactAt && dayIn(lastContactAt, settings.timeZone), settings, isLate) ?? neverContacted,
		},
		nextFollowUp: {
			...{ isDate: true, width: 116, at: 'low' },
			cell: ({ nextFollowUp = null }) => followUpCell(nextFollowUp, settings),
		},
		openDeals: {
			...{ align: 'right', width: 92, sum: addedUp },
			cell: ({ openDeals = 0 }) => openDeals.toLocaleString('en'),
		},
		rhythm: { width: 120, cell: ({ rhythm }) => (rhythm ? rhythmLabels[rhythm] : null) },
		introducedBy: { width: 140, grow: 1, cell: ({ introducedBy }) => contactCell(introducedBy) },
		reportsTo: { width: 140, grow: 1, cell: ({ reportsTo }) => contactCell(reportsTo) },
		created: {
			...{ sort: 'created', align: 'right', width: 108 },
			cell: ({ created }) => (created ? formatDay(created, settings) : null),
		},
	};
}

/** What the group of a contact is called. */
export function contactGroupLabel(group: string, { companyName, groupKey }: ContactRow): string {
	if (group === 'company') return companyName;
	const rank = Number(groupKey);
	const level = authorityLevels[rank];
	if (level) return authorityLabels[level];
	return rank === 3 ? 'Decision maker' : rank === 5 ? 'Left the company' : 'Not a decision maker';
}

const contactCell = (contact: NamedRecord | null | undefined) =>
	contact ? linkCell(contactPath(contact.id), contact.name) : null;
