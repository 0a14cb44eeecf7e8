'use client';
'use no memo';

import { useState } from 'react';
import { FormattedText } from '@/components/text/formatted-text';
import type { ShownText } from './present-timeline';

type EntryTextProps = ShownText & {
	/** Whose text it is, and which. */
	id: string;
	text: 'description' | 'nextSteps';
};

/** A text of an entry, the one place where it becomes nodes. A long one is folded after some lines until it is asked for. */
export function EntryText({ blocks, isLong, id, text }: EntryTextProps) {
	const [open, setOpen] = useState(false);
	return (
		<div className="min-w-0">
			<div className={isLong && !open ? 'line-clamp-3' : undefined}>
				<FormattedText blocks={blocks} of={{ text: `activity.${text}`, id }} headings={4} />
			</div>
			{isLong && (
				<button
					type="button"
					aria-expanded={open}
					className="text-muted-foreground text-xs underline"
					onClick={() => setOpen(!open)}
				>
					{open ? 'Show less' : 'Show all'}
				</button>
			)}
		</div>
	);
}
