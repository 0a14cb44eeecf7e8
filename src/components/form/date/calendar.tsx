'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ChevronLeftIcon, ChevronRightIcon, ChevronsLeftIcon, ChevronsRightIcon } from '@/components/ui/icons';
import { cn } from '@/lib/cn';
import { daysLater, monthsLater, startOfWeek } from '@/lib/dates/dates';
import { dayAfterKey, weeksShown, withinBounds } from '@/lib/dates/dates-calendar';
import { type DateStyle, monthNames, sayDate, weekdayNames } from '@/lib/dates/dates-style';

export type CalendarProps = {
	/** The day (YYYY-MM-DD) that is chosen; empty for none. */
	value: string;
	today: string;
	/** The first day that can be chosen. */
	min?: string | undefined;
	/** 1 Monday to 7 Sunday. */
	weekStart: number;
	style: DateStyle;
	/** Called with a day, or empty to have none. */
	onChoose: (day: string) => void;
};

const moves = [
	{ months: -12, label: 'Previous year', Icon: ChevronsLeftIcon },
	{ months: -1, label: 'Previous month', Icon: ChevronLeftIcon },
	{ months: 1, label: 'Next month', Icon: ChevronRightIcon },
	{ months: 12, label: 'Next year', Icon: ChevronsRightIcon },
];

/** A month of days to choose one of, by mouse, finger or the keys of the ARIA date picker. */
export function Calendar({ value, today, min, weekStart, style, onChoose }: CalendarProps) {
	const id = useId();
	const grid = useRef<HTMLTableElement>(null);
	const [active, setActive] = useState(withinBounds(value || today, min));
	const [byKeys, setByKeys] = useState(true);
	const month = active.slice(0, 7);
	const weeks = weeksShown(active, weekStart);

	useEffect(() => {
		if (byKeys) grid.current?.querySelector<HTMLElement>(`[data-day="${active}"]`)?.focus({ preventScroll: true });
	}, [byKeys, active]);

	function onKeyDown(event: KeyboardEvent) {
		const next = dayAfterKey(active, event.key, event.shiftKey, weekStart);
		if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		setByKeys(true);
		setActive(withinBounds(next, min));
	}

	function move(months: number) {
		setByKeys(false);
		setActive(withinBounds(monthsLater(active, months), min));
	}

	const arrows = (direction: number) =>
		moves
			.filter(({ months }) => Math.sign(months) === direction)
			.map(({ months, label, Icon }) => (
				<Button key={label} variant="ghost" size="icon" onClick={() => move(months)}>
					<Icon />
					<span className="sr-only">{label}</span>
				</Button>
			));
	return (
		<>
			<div className="mb-1 flex items-center">
				{arrows(-1)}
				<div id={id} aria-live="polite" className="flex-1 text-center font-semibold">
					{`${monthNames[Number(active.slice(5, 7)) - 1]} ${active.slice(0, 4)}`}
				</div>
				{arrows(1)}
			</div>
			{/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA date picker's grid is a table. */}
			<table ref={grid} role="grid" aria-labelledby={id} className="w-full" onKeyDown={onKeyDown}>
				<thead>
					<tr>
						{weeks[0]?.map((day) => (
							<th
								key={day}
								scope="col"
								abbr={weekdayOf(day)}
								className="h-7 text-center font-medium text-muted-foreground text-xs"
							>
								{weekdayOf(day).slice(0, 2)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{weeks.map((days) => (
						<tr key={days[0]}>
							{days.map((day) => (
								// biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a grid is a gridcell.
								<td key={day} aria-selected={day === value} className="p-0 text-center">
									<button
										type="button"
										data-day={day}
										tabIndex={day === active ? 0 : -1}
										disabled={withinBounds(day, min) !== day}
										aria-label={sayDate(day, style)}
										aria-current={day === today ? 'date' : undefined}
										className={cn(
											'size-9 rounded-md tabular-nums hover:bg-accent hover:text-accent-foreground focus-visible:-outline-offset-2 disabled:pointer-events-none disabled:opacity-40 pointer-coarse:size-10',
											!day.startsWith(month) && 'text-muted-foreground',
											day === today && 'font-bold underline underline-offset-4',
											day === value &&
												'bg-primary text-primary-foreground hover:bg-primary/90 hover:text-primary-foreground',
										)}
										onClick={() => onChoose(day)}
									>
										{Number(day.slice(8))}
									</button>
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
			<div className="mt-1 flex justify-between">
				<Button variant="ghost" disabled={withinBounds(today, min) !== today} onClick={() => onChoose(today)}>
					Today
				</Button>
				{value && (
					<Button variant="ghost" onClick={() => onChoose('')}>
						Clear
					</Button>
				)}
			</div>
		</>
	);
}

function weekdayOf(day: string): string {
	const monday = startOfWeek(day, 1);
	return weekdayNames.find((_, index) => daysLater(monday, index) === day) ?? '';
}
