'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import { Textarea } from '@/components/ui/textarea';
import { Field } from './field';

type Described = { name: string; label: ReactNode; hint?: ReactNode; fieldClassName?: string };

/** One line of text. */
export function TextField({
	name,
	label,
	hint,
	required,
	fieldClassName,
	...input
}: Described & ComponentProps<'input'>) {
	return (
		<Field name={name} label={label} hint={hint} required={required} className={fieldClassName}>
			{(control) => <Input autoComplete="off" {...input} {...control} />}
		</Field>
	);
}

/** Several lines of text. */
export function TextAreaField({
	name,
	label,
	hint,
	required,
	fieldClassName,
	...area
}: Described & ComponentProps<'textarea'>) {
	return (
		<Field name={name} label={label} hint={hint} required={required} className={fieldClassName}>
			{(control) => <Textarea rows={4} {...area} {...control} />}
		</Field>
	);
}

/** A choice among a few; takes `<option>`s as children. */
export function SelectField({
	name,
	label,
	hint,
	required,
	fieldClassName,
	...select
}: Described & ComponentProps<'select'>) {
	return (
		<Field name={name} label={label} hint={hint} required={required} className={fieldClassName}>
			{(control) => <NativeSelect {...select} {...control} />}
		</Field>
	);
}
