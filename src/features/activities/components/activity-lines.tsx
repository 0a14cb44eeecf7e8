import { Link } from '@/components/ui/link';
import { activityPath, companyPath, contactPath, dealPath } from '@/domain/paths';
import { type DateSettings, formatMoment, formatTime } from '@/lib/dates/dates';
import type { LinkColumns } from '../activity-types';
import type { ActivityRow } from '../server/activity-queries';
import { TypeIcon } from './type-icon';

type ActivityLinesProps = {
	activities: ActivityRow[];
	settings: DateSettings;
	/** Of activities of one day, the time says when. */
	oneDay?: true;
};

/** Activities in a card, one per line, with whom they were and when. */
export function ActivityLines({ activities, settings, oneDay }: ActivityLinesProps) {
	return (
		<ul>
			{activities.map(({ id, type, subject, at, ...links }) => (
				<li key={id} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-t px-4 py-2.5">
					<span className="mt-0.5 flex h-5 items-center">
						<TypeIcon type={type} />
					</span>
					<div className="min-w-0">
						<div className="flex flex-wrap items-baseline justify-between gap-x-4">
							<Link href={activityPath(id)} translate="no" className="text-link font-medium">
								{subject}
							</Link>
							<span className="text-muted-foreground text-xs tabular-nums">
								{oneDay ? formatTime(at, settings) : formatMoment(at, settings)}
							</span>
						</div>
						<Links {...links} />
					</div>
				</li>
			))}
		</ul>
	);
}

function Links({ companyId, companyName, contactId, contactName, dealId, dealName }: LinkColumns) {
	const links = [
		{ href: companyPath(companyId), name: companyName },
		contactId && { href: contactPath(contactId), name: contactName },
		dealId && { href: dealPath(dealId), name: dealName },
	].filter((link) => link !== null && link !== '');
	return (
		<p className="wrap-anywhere text-muted-foreground">
			{links.map(({ href, name }, index) => (
				<span key={href}>
					{index > 0 && <span>{' · '}</span>}
					<Link href={href} translate="no" className="hover:underline">
						{name}
					</Link>
				</span>
			))}
		</p>
	);
}
