'use client';
'use no memo';

import { useEffect, useState } from 'react';
import { useDateSettings } from '@/components/form/date/date-settings';
import { useFormState } from '@/components/form/form';
import { ClockIcon } from '@/components/ui/icons';
import { daysLater } from '@/lib/dates/dates';
import { type DateStyle, sayDateShortly, sayDay } from '@/lib/dates/dates-style';
import { writeTime } from '@/lib/dates/dates-time';
import { Chip } from './chip';

type WhenChipProps = {
	/** YYYY-MM-DDTHH:mm in the account's time zone as it was at first; empty for now. */
	initial: string;
	/** The same as it is now. */
	at: string;
	/** Called when it is to be now again. */
	onNow: () => void;
};

/** When it was or is to be; now, unless a time is entered. */
export function WhenChip({ initial, at, onNow }: WhenChipProps) {
	const { style, todayNow } = useDateSettings();
	const { fieldErrors } = useFormState();
	const [open, setOpen] = useState(false);
	const [wasOpened, setWasOpened] = useState(initial !== '');
	// the fields begin anew, without a time
	const [turn, setTurn] = useState(0);
	const isRefused = fieldErrors.at !== undefined || fieldErrors.atTime !== undefined;

	useEffect(() => {
		if (isRefused) setOpen(true);
	}, [isRefused]);

	return (
		<Chip
			label="When"
			icon={<ClockIcon />}
			open={open}
			onOpen={(next) => {
				setOpen(next);
				setWasOpened(true);
			}}
			keeps={wasOpened}
			content={{
				of: 'when',
				turn,
				initial: turn === 0 ? initial : '',
				onNow: () => {
					setTurn(turn + 1);
					setOpen(false);
					onNow();
				},
				onDone: () => setOpen(false),
			}}
		>
			{at === '' ? 'Now' : sayMoment(at, todayNow(), style)}
		</Chip>
	);
}

/** A day and time (YYYY-MM-DDTHH:mm) as short as it can be said. */
export function sayMoment(at: string, today: string, style: DateStyle): string {
	const [day = '', time = ''] = at.split('T');
	const named = { [today]: 'Today', [daysLater(today, -1)]: 'Yesterday', [daysLater(today, 1)]: 'Tomorrow' }[day];
	const isThisYear = day.slice(0, 4) === today.slice(0, 4);
	return `${named ?? (isThisYear ? sayDay(day, style) : sayDateShortly(day, style))} ${writeTime(time.slice(0, 5), style)}`;
}
