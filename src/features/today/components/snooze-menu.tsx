'use client';
'use no memo';

import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useDateSettings } from '@/components/form/date/date-settings';
import { AnchoredPopover } from '@/components/ui/anchored-popover';
import { Kbd } from '@/components/ui/kbd';
import type { AgendaEntry } from '../agenda-entry';
import { snoozeChoices } from '../snooze-choices';
import { SnoozeForm } from './snooze-form';

type SnoozeMenuProps = {
	entry: AgendaEntry | null;
	open: boolean;
	anchor: RefObject<HTMLElement | null>;
	/** Called with the day (YYYY-MM-DD) and, where one was typed, the time (HH:MM). */
	onChoose: (until: string, time?: string) => void;
	onClose: (byKey: boolean) => void;
};

/** Until when an entry is put off: one of four days by its digit, or a day as it is typed. */
export function SnoozeMenu({ entry, open, anchor, onChoose, onClose }: SnoozeMenuProps) {
	const { style, todayNow } = useDateSettings();
	const frame = useRef<HTMLDivElement>(null);
	if (!entry || !open) return null;
	const choices = snoozeChoices(entry, todayNow(), style);

	function onKeyDown(event: KeyboardEvent<HTMLElement>) {
		const { key, target, ctrlKey, metaKey, altKey } = event;
		if (target instanceof HTMLInputElement || ctrlKey || metaKey || altKey) return;
		const chosen = choices.find(({ digit }) => digit === key);
		const stops = [...(frame.current?.querySelectorAll<HTMLElement>('[data-day],input') ?? [])];
		const place = stops.indexOf(target as HTMLElement);
		if (chosen) onChoose(chosen.day);
		else if (key === 'ArrowDown' || key === 'ArrowUp') stops[place + (key === 'ArrowDown' ? 1 : -1)]?.focus();
		// a word is typed into the field, beginning with this letter
		else if (/^\p{L}$/u.test(key)) return stops.at(-1)?.focus();
		else return;
		event.preventDefault();
	}

	return (
		<AnchoredPopover anchor={anchor} label={`Snooze ${entry.title} until`} open onClose={onClose} className="p-1.5">
			{/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the buttons within. */}
			<div ref={frame} className="snooze-menu" onKeyDown={onKeyDown}>
				{choices.map(({ name, on, day, digit }) => (
					<button key={digit} type="button" data-day={day} aria-keyshortcuts={digit} onClick={() => onChoose(day)}>
						{name}
						<span>{on}</span>
						<Kbd aria-hidden>{digit}</Kbd>
					</button>
				))}
				<SnoozeForm label="Or type a date" onChoose={onChoose} />
			</div>
		</AnchoredPopover>
	);
}
