import type { listChangesSince } from '@/features/history/server/changes-since-queries';
import { type DateSettings, formatDay } from '@/lib/dates/dates';
import type { BriefSubject } from '../server/brief-queries';
import { BriefSection, Nothing } from './brief-section';

type BriefChangesProps = {
	changes: Awaited<ReturnType<typeof listChangesSince>>;
	lastMeeting: BriefSubject['lastMeeting'];
	/** How far back is looked where there was no meeting. */
	days: number;
	settings: DateSettings;
};

/** How the company, its contacts and its deals differ from what they were when one last met. */
export function BriefChanges({ changes, lastMeeting, days, settings }: BriefChangesProps) {
	const since = lastMeeting
		? `What has changed since we last met, ${formatDay(lastMeeting.at, settings)}`
		: `What has changed in the last ${days} days`;
	return (
		<BriefSection title={since}>
			{changes.length === 0 ? (
				<Nothing>Nothing was changed.</Nothing>
			) : (
				<ul className="divide-y rounded-lg border bg-card print:border-0">
					{changes.map(({ entity, id, name, lines }) => (
						<li key={`${entity} ${id}`} className="break-inside-avoid px-4 py-2 print:px-0">
							<p translate="no" className="wrap-anywhere font-medium">
								{name}
							</p>
							<ul>
								{lines.map(({ label, values, isOwn }, place) => (
									// biome-ignore lint/suspicious/noArrayIndexKey: two contacts may be added under one label.
									<li key={place} className="wrap-anywhere">
										<span className="text-muted-foreground">
											<span translate={isOwn && 'no'}>{label}</span>
											{values.length > 0 && ': '}
										</span>
										<bdi translate="no">{values.join(' → ')}</bdi>
									</li>
								))}
							</ul>
						</li>
					))}
				</ul>
			)}
		</BriefSection>
	);
}
