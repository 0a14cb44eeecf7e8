'use client';

import type { RefObject } from 'react';
import { AnchoredPopover } from '@/components/ui/anchored-popover';
import { Calendar, type CalendarProps } from './calendar';

type CalendarPopoverProps = CalendarProps & {
	/** What it hangs on; a press there is not one beside it. */
	anchor: RefObject<HTMLElement | null>;
	/** Whether it was closed by a key, so that the field has the focus again. */
	onClose: (byKey: boolean) => void;
};

/** The calendar over the page. */
export function CalendarPopover({ anchor, onClose, ...calendar }: CalendarPopoverProps) {
	return (
		<AnchoredPopover anchor={anchor} label="Choose a date" open onClose={onClose}>
			<Calendar {...calendar} />
		</AnchoredPopover>
	);
}
