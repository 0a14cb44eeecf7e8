'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
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

type CheckboxFieldProps = Described & { checked: boolean; onCheckedChange: (checked: boolean) => void };

/** A mark that is set or not. */
export function CheckboxField({ name, label, hint, fieldClassName, checked, onCheckedChange }: CheckboxFieldProps) {
	return (
		<Field
			name={name}
			label={label}
			hint={hint}
			className={`grid grid-cols-[auto_1fr] items-center gap-x-2.5 *:data-[slot=checkbox]:order-first [&>p]:col-start-2 ${fieldClassName ?? ''}`}
		>
			{({ 'aria-required': _, ...control }) => (
				<Checkbox {...control} checked={checked} onCheckedChange={onCheckedChange} />
			)}
		</Field>
	);
}
