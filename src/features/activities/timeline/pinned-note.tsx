'use client';
'use no memo';

import { PinIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { activityPath } from '@/domain/paths';
import { EntryMenu } from './entry-menu';
import { EntryText } from './entry-text';
import type { ShownEntry } from './present-timeline';
import type { TimelineRecord } from './timeline-record';

type PinnedNoteProps = { entry: ShownEntry; record: TimelineRecord; when: string };

/** The note at the top of a timeline, whatever is filtered below. */
export function PinnedNote({ entry, record, when }: PinnedNoteProps) {
	const { id, title, type, description } = entry;
	return (
		<section aria-label="Pinned note" data-pinned>
			<PinIcon />
			<div>
				<Link href={activityPath(id)} translate="no" className="text-link">
					{title}
				</Link>
				{description && <EntryText {...description} id={id} text="description" />}
				<p data-about>
					<span>Pinned note</span>
					<span>{when}</span>
				</p>
			</div>
			<EntryMenu {...{ id, title, type, record }} isPinned onDelete={() => {}} />
		</section>
	);
}
