'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { onCreateWanted } from '@/components/layout/create-wanted';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import type { Wanted } from '@/domain/creating';
import { stopOnceFocused } from '@/lib/browser/stop-once-focused';
import { awaitField } from '@/lib/browser/type-ahead';
import type { MoneyStyle } from '@/lib/money/money';

const RecordDialogLazy = loadedWhenIdle(() => import('./record-dialog').then(({ RecordDialog }) => RecordDialog));
const ActivityDialogLazy = loadedWhenIdle(() =>
	import('./activity-dialog').then(({ ActivityDialog }) => ActivityDialog),
);
const FollowUpDialogLazy = loadedWhenIdle(() =>
	import('./follow-up-dialog').then(({ FollowUpDialog }) => FollowUpDialog),
);

/** The dialogs that create something over the page that is open, by whatever way they are asked for. */
export function QuickCreate({ money }: { money: MoneyStyle }) {
	'use no memo';
	const [asked, setAsked] = useState<{ wanted: Wanted; time: number } | null>(null);
	const [open, setOpen] = useState(false);
	const stopAwaiting = useRef(() => {});

	useEffect(
		() =>
			onCreateWanted((wanted) => {
				// a menu that it was chosen from would lie over the dialog
				for (const menu of document.querySelectorAll<HTMLElement>('[popover]:popover-open')) menu.hidePopover();
				setAsked((before) => ({ wanted, time: (before?.time ?? 0) + 1 }));
				setOpen(true);
				// from this very key on, until the dialog's own field has the focus or its code is waited for
				stopAwaiting.current = awaitField();
			}),
		[],
	);

	// counted from when the dialog is there, however long that took
	const time = asked?.time;
	useLayoutEffect(() => {
		if (time) stopOnceFocused(stopAwaiting.current);
	}, [time]);

	if (!asked) return null;
	const { what } = asked.wanted;
	const shared = { open, onOpenChange: setOpen };
	if (what === 'followUp') return <FollowUpDialogLazy key={asked.time} {...shared} of={asked.wanted.of} />;
	if (what === 'activity') return <ActivityDialogLazy key={asked.time} {...shared} wanted={asked.wanted} />;
	return <RecordDialogLazy key={asked.time} {...shared} wanted={{ ...asked.wanted, what }} money={money} />;
}
