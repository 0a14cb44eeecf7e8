'use client';

import { useDateSettings } from './date-settings';
import { dayChoices } from './day-choices';

type DayChipsProps = {
	/** The day (YYYY-MM-DD) that is chosen, perhaps with a time, which stays with another day; or empty. */
	value: string;
	onChoose: (day: string) => void;
	/** Opens a calendar for any other day. */
	onPick: () => void;
	/** What the day is for. */
	label: string;
};

/** The days on which most things are due, each chosen by one click or Enter; chosen again, it is taken back. */
export function DayChips({ value, onChoose, onPick, label }: DayChipsProps) {
	const { style, todayNow } = useDateSettings();
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are buttons.
		<div role="group" aria-label={label} className="day-chips">
			{dayChoices(todayNow(), style).map(({ name, day, on }) => (
				<button
					key={name}
					type="button"
					aria-pressed={value.slice(0, 10) === day}
					onClick={() => onChoose(value.slice(0, 10) === day ? '' : `${day}${value.slice(10)}`)}
				>
					{name}
					{on && <span>{on}</span>}
				</button>
			))}
			<button type="button" aria-haspopup="dialog" onClick={onPick}>
				Pick…
			</button>
		</div>
	);
}
