import { companyPath, contactPath, dealPath } from '@/domain/paths';
import { type DateSettings, formatMoment, formatTime } from '@/lib/dates/dates';
import type { LinkColumns } from '../activity-types';
import type { ActivityRow } from '../server/activity-queries';
import { ActivityLine } from './activity-line';

type ActivityLinesProps = {
	activities: ActivityRow[];
	settings: DateSettings;
	/** Of activities of one day, the time says when. */
	oneDay?: true;
};

/** Activities in a card, one per line. */
export function ActivityLines({ activities, settings, oneDay }: ActivityLinesProps) {
	const formatted = oneDay ? formatTime : formatMoment;
	return (
		<ul>
			{activities.map(({ id, type, subject, at, ...row }) => (
				<ActivityLine key={id} {...{ id, type, subject }} when={formatted(at, settings)} links={linksOf(row)} />
			))}
		</ul>
	);
}

const linksOf = ({ companyId, companyName, people, dealId, dealName }: LinkColumns) => [
	{ href: companyPath(companyId), name: companyName },
	...people.map(({ id, name }) => ({ href: contactPath(id), name })),
	...(dealId && dealName ? [{ href: dealPath(dealId), name: dealName }] : []),
];
