'use client';

import { isDay } from '@/lib/dates/dates';
import { readMoment, sayMomentInFull, sayMomentShortly, writeMoment } from '@/lib/dates/dates-moment';
import { Field } from '../field';
import type { DateFieldProps } from './date-field';
import { DateInput, type DateInputProps, type DateReading } from './date-input';

/** A day, perhaps with a time: YYYY-MM-DD or YYYY-MM-DDTHH:mm. */
const momentReading: DateReading = {
	read: (typed, style, now, leaning) => {
		const result = readMoment(typed, style, now, leaning);
		return result.ok ? { ok: true, value: result.moment } : result;
	},
	write: writeMoment,
	say: sayMomentInFull,
	sayShortly: sayMomentShortly,
};

export type MomentFieldProps = DateFieldProps & {
	/** The name under which the form gets the time (HH:mm); `name` is the day's. */
	timeName: string;
};

/** A day, perhaps with a time, in one field, as people write it: "tomorrow 9:30". The form sends YYYY-MM-DD and HH:mm. */
export function MomentField({
	name,
	timeName,
	label,
	labelHidden,
	required,
	fieldClassName,
	...input
}: MomentFieldProps) {
	return (
		<Field
			name={name}
			also={timeName}
			label={label}
			{...(labelHidden && { labelHidden })}
			required={required ?? false}
			{...(fieldClassName && { className: fieldClassName })}
		>
			{(control) => <MomentInput {...input} {...control} timeName={timeName} />}
		</Field>
	);
}

type MomentInputProps = Omit<DateInputProps, 'reading' | 'fill'> & Pick<MomentFieldProps, 'timeName'>;

/** The same without a label. */
export function MomentInput({ timeName, ...input }: MomentInputProps) {
	return (
		<DateInput
			leaning="future"
			{...input}
			reading={momentReading}
			fill={(data, moment) => {
				const isRead = isDay(moment.slice(0, 10));
				data.set(input.name ?? '', isRead ? moment.slice(0, 10) : moment);
				data.set(timeName, isRead ? moment.slice(11) : '');
			}}
		/>
	);
}
