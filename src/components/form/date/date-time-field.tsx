'use client';

import { useRef, useState } from 'react';
import { Input } from '@/components/ui/input';
import { readTime, writeTime } from '@/lib/dates/dates-time';
import { type ControlProps, Field } from '../field';
import { DateInput, type DateInputProps } from './date-input';
import { useDateSettings } from './date-settings';
import { useTypedText } from './use-typed-text';

type DateTimeFieldProps = Pick<DateInputProps, 'hint' | 'leaning'> & {
	name: string;
	/** YYYY-MM-DDTHH:mm in the account's time zone. */
	defaultValue?: string | undefined;
};

/** A day and a time side by side; the form sends both as YYYY-MM-DDTHH:mm under one name. A time alone is today's. */
export function DateTimeField({ name, defaultValue = '', hint, leaning }: DateTimeFieldProps) {
	const { style, todayNow } = useDateSettings();
	const [day, setDay] = useState(defaultValue.slice(0, 10));
	const timeName = `${name}Time`;
	return (
		<div className="grid min-w-0 grid-cols-[minmax(0,1fr)_6.5rem] items-start gap-2">
			<Field name={name} label="Date">
				{(control) => (
					<DateInput
						{...control}
						value={day}
						onDay={setDay}
						hint={hint}
						{...(leaning && { leaning })}
						fill={(data, typed) => {
							const read = readTime(String(data.get(timeName) ?? ''), style);
							const time = read.ok ? read.time : '';
							data.delete(timeName);
							data.set(name, time ? `${typed || todayNow()}T${time}` : typed);
						}}
					/>
				)}
			</Field>
			<Field name={timeName} label="Time">
				{(control) => (
					<TimeInput
						{...control}
						defaultValue={defaultValue.slice(11, 16)}
						wanted={day !== ''}
						onTime={() => day || setDay(todayNow())}
					/>
				)}
			</Field>
		</div>
	);
}

type TimeInputProps = ControlProps & {
	/** HH:mm */
	defaultValue: string;
	/** Whether it must not stay empty. */
	wanted: boolean;
	/** Called when it is left with a time. */
	onTime: () => void;
};

function TimeInput({ defaultValue, wanted, onTime, ...control }: TimeInputProps) {
	const { style } = useDateSettings();
	const element = useRef<HTMLInputElement>(null);
	const typed = useTypedText(element, writeTime(defaultValue, style), (text) => {
		const read = readTime(text, style);
		if (!read.ok) return read.message;
		return wanted && read.time === '' ? `Enter a time, such as ${writeTime('14:30', style)}.` : '';
	});
	return (
		<Input
			{...control}
			ref={element}
			autoComplete="off"
			maxLength={20}
			placeholder={style.hour12 ? 'h:mm AM' : 'hh:mm'}
			defaultValue={writeTime(defaultValue, style)}
			aria-invalid={control['aria-invalid'] || typed.problem !== ''}
			className="tabular-nums"
			onChange={typed.onChange}
			onBlur={() => {
				const read = readTime(typed.text, style);
				if (read.ok && read.time) {
					typed.write(writeTime(read.time, style));
					onTime();
				}
				typed.onLeave();
			}}
		/>
	);
}
