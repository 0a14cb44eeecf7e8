'use client';
'use no memo';

import { Link } from '@/components/ui/link';
import { activityPath } from '@/domain/paths';
import { counted } from '@/lib/text/counted';
import { TypeIcon } from '../components/type-icon';
import { EntryMenu } from './entry-menu';
import type { ShownEntry } from './present-timeline';
import type { TimelineRecord } from './timeline-record';

/** A meeting that is still to come, or anything else that is planned, among the follow-ups. */
export function PlannedLine({ entry, record }: { entry: ShownEntry; record: TimelineRecord }) {
	const { id, type, title, when, minutes, people, deal } = entry;
	const names = [
		...people.filter((person) => person.id !== record.id),
		...(deal && record.noun !== 'deal' ? [deal] : []),
	];
	return (
		<li className="follow-up">
			<div>
				<span className="grid size-8 shrink-0 place-content-center">
					<span className="sr-only">Planned</span>
					<TypeIcon type={type} />
				</span>
				<div data-text>
					<p data-title>
						<Link href={activityPath(id)} translate="no" className="text-link">
							{title}
						</Link>
					</p>
					<p data-due>
						<span>{when}</span>
						{(minutes || names.length > 0) && (
							<span data-links>
								{minutes ? <span>{counted(minutes, 'minute', 'minutes')}</span> : null}
								{names.map((record) => (
									<span key={record.id} translate="no">
										{record.name}
									</span>
								))}
							</span>
						)}
					</p>
				</div>
				<EntryMenu {...{ id, title, type, record }} isPinned={false} onDelete={() => {}} />
			</div>
		</li>
	);
}
