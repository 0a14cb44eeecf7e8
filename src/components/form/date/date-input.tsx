'use client';

import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CalendarDaysIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { cn } from '@/lib/cn';
import { localTime } from '@/lib/dates/dates';
import { readDate } from '@/lib/dates/dates-read';
import { type DateStyle, datePlaceholder, sayDate, sayDateShortly, writeDate } from '@/lib/dates/dates-style';
import type { Leaning } from '@/lib/dates/dates-words';
import { CalendarPopoverLazy } from './calendar-popover-lazy';
import { useDateSettings } from './date-settings';
import { useFormData, useTypedText } from './use-typed-text';

/** How a field reads what is typed, writes what it means, and says it below. */
export type DateReading = {
	/** `now` is YYYY-MM-DDTHH:mm in the account's zone. */
	read: (
		typed: string,
		style: DateStyle,
		now: string,
		leaning?: Leaning,
	) => { ok: true; value: string } | { ok: false; message: string };
	write: (value: string, style: DateStyle) => string;
	say: (value: string, style: DateStyle) => string;
	sayShortly: (value: string, style: DateStyle) => string;
};

/** A day alone. */
const dayReading: DateReading = {
	read: (typed, style, now, leaning) => {
		const result = readDate(typed, style, now.slice(0, 10), leaning);
		return result.ok ? { ok: true, value: result.day } : result;
	},
	write: writeDate,
	say: sayDate,
	sayShortly: sayDateShortly,
};

export type DateInputProps = Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange' | 'min' | 'type'> & {
	id: string;
	/** The day (YYYY-MM-DD) that is there at first. */
	defaultValue?: string | undefined;
	/** The day where it is set from outside as well; empty for none. */
	value?: string | undefined;
	/** Called with what was typed or chosen, empty while it is no day. */
	onDay?: (day: string) => void;
	/** The first day that the calendar offers. */
	min?: string | undefined;
	/** Where a date without a year is looked for. */
	leaning?: Leaning;
	/** Stands below until there is a date to say. */
	hint?: ReactNode;
	/** Puts what the field means into a form's data, where that is more than the day. */
	fill?: (data: FormData, day: string) => void;
	inputClassName?: string | undefined;
	/** Reads more than days; values and days are then what it reads. */
	reading?: DateReading;
};

/**
 * A text field for a day, in the account's format or as ISO, with a calendar. Below it the day is said in words. A form
 * gets YYYY-MM-DD; what cannot be read it gets as it was typed, and a message for it.
 */
export function DateInput(props: DateInputProps) {
	'use no memo';
	const { defaultValue, value, onDay, min, leaning, hint, fill, className, inputClassName, reading, ...input } = props;
	const { style, weekStart, timeZone, todayNow } = useDateSettings();
	const { write, say, sayShortly, ...reader } = reading ?? dayReading;
	const element = useRef<HTMLInputElement>(null);
	const frame = useRef<HTMLDivElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const [isOpen, setOpen] = useState(false);
	const read = (typed: string) => reader.read(typed, style, localTime(new Date(), timeZone), leaning);
	const dayOf = (typed: string) => {
		const result = read(typed);
		return result.ok ? result.value : '';
	};
	const given = value ?? defaultValue ?? '';
	const [first] = useState(given);
	// one that is set from outside is written by the effect below, over what was typed
	const shown = write(value === undefined ? given : first, style);
	const typed = useTypedText(element, shown, (text) => {
		const result = read(text);
		return result.ok ? '' : result.message;
	});
	const day = dayOf(typed.text);

	useFormData(element, (data) => {
		const result = read(element.current?.value ?? '');
		if (fill) fill(data, result.ok ? result.value : (element.current?.value ?? ''));
		else if (result.ok && input.name) data.set(input.name, result.value);
	});

	const reported = useRef(first);
	useEffect(() => {
		if (value !== undefined && value !== reported.current) {
			reported.current = value;
			typed.write(write(value, style));
		} else if (day !== reported.current) {
			reported.current = day;
			onDay?.(day);
		}
	});

	function close(focus?: HTMLElement | null) {
		setOpen(false);
		focus?.focus();
	}

	const wrong = typed.problem !== '' || input['aria-invalid'] === true;
	const showsHint = hint && !day && !typed.problem;
	const described = [input['aria-describedby'], showsHint && `${input.id}-tip`, `${input.id}-words`];
	return (
		<div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
			<div ref={frame} className="relative">
				<Input
					autoComplete="off"
					maxLength={60}
					{...input}
					ref={element}
					placeholder={datePlaceholder(style)}
					defaultValue={shown}
					aria-invalid={wrong}
					aria-describedby={described.filter(Boolean).join(' ')}
					className={cn('pr-10 tabular-nums', inputClassName)}
					onChange={typed.onChange}
					// who goes on to type has done with the calendar
					onPointerDown={() => setOpen(false)}
					onBlur={() => {
						if (day) typed.write(write(day, style));
						typed.onLeave();
					}}
					onKeyDown={(event) => {
						if (!event.altKey || event.key !== 'ArrowDown') return;
						event.preventDefault();
						setOpen(true);
					}}
				/>
				<Button
					ref={button}
					variant="ghost"
					aria-haspopup="dialog"
					aria-expanded={isOpen}
					title="Open calendar (Alt+↓)"
					className="absolute inset-y-0.5 right-0.5 h-auto w-9 px-0 text-muted-foreground focus-visible:-outline-offset-2"
					onClick={() => setOpen(!isOpen)}
				>
					<CalendarDaysIcon />
					<span className="sr-only">Open calendar</span>
				</Button>
				{isOpen && (
					<CalendarPopoverLazy
						anchor={frame}
						value={day.slice(0, 10)}
						today={todayNow()}
						min={min}
						weekStart={weekStart}
						style={style}
						onChoose={(chosen) => {
							// a time that stands with the day stays
							typed.write(write(`${chosen}${day.slice(10)}`, style));
							close(element.current);
						}}
						onClose={(byKey) => close(byKey ? element.current : null)}
					/>
				)}
			</div>
			<div className="@container grid text-xs leading-4 *:[grid-area:1/1]">
				{hint && (
					<p id={`${input.id}-tip`} className={cn('text-muted-foreground', showsHint || 'invisible')}>
						{hint}
					</p>
				)}
				<p
					id={`${input.id}-words`}
					aria-live="polite"
					className={cn('min-h-4', typed.problem ? 'text-destructive-ink' : 'text-muted-foreground')}
				>
					{day ? (
						<>
							<span className="@max-[12rem]:hidden">{say(day, style)}</span>
							<span className="@max-[12rem]:inline hidden">{sayShortly(day, style)}</span>
						</>
					) : (
						// said by the field's error as well
						!input['aria-invalid'] && typed.problem
					)}
				</p>
			</div>
		</div>
	);
}
