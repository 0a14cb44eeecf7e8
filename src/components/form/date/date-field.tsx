'use client';

import type { ReactNode } from 'react';
import { Field } from '../field';
import { DateInput, type DateInputProps } from './date-input';

export type DateFieldProps = Omit<DateInputProps, 'id' | 'name'> & {
	name: string;
	label: ReactNode;
	labelHidden?: true;
	fieldClassName?: string;
};

/** A day, as people write it; the form sends YYYY-MM-DD. */
export function DateField({ name, label, labelHidden, required, fieldClassName, ...input }: DateFieldProps) {
	return (
		<Field
			name={name}
			label={label}
			{...(labelHidden && { labelHidden })}
			required={required ?? false}
			{...(fieldClassName && { className: fieldClassName })}
		>
			{(control) => <DateInput {...input} {...control} />}
		</Field>
	);
}
