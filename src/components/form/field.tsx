'use client';

import { type ReactNode, useId } from 'react';
import { Label } from '@/components/ui/label';
import { cn } from '@/lib/cn';
import { useFormState } from './form';
import { withNames } from './message';

/** What a control inside a field must carry, so that its label, hint and error belong to it. */
export type ControlProps = {
	id: string;
	name: string;
	'aria-invalid': boolean;
	'aria-describedby': string | undefined;
	'aria-required': boolean;
};

type FieldProps = {
	name: string;
	/** Another field whose refusal is shown here, because that field is not on the screen. */
	also?: string | undefined;
	label: ReactNode;
	/** Whether the label is for screen readers alone, because the place says what it is. */
	labelHidden?: true;
	hint?: ReactNode;
	required?: boolean;
	className?: string;
	children: (control: ControlProps) => ReactNode;
};

/** A labelled control with its hint and, after a refusal, what is wrong with it. */
export function Field({ name, also, label, labelHidden, hint, required = false, className, children }: FieldProps) {
	const id = useId();
	const { fieldErrors } = useFormState();
	const wrong = also && !fieldErrors[name] ? also : name;
	const error = fieldErrors[wrong];
	const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
	return (
		<div className={cn('flex min-w-0 flex-col', labelHidden || 'gap-1.5', className)}>
			<Label htmlFor={id} className={labelHidden && 'sr-only'}>
				<span>{label}</span>
				{required && (
					<span aria-hidden className="text-destructive-ink">
						*
					</span>
				)}
			</Label>
			{children({
				id,
				name,
				'aria-invalid': error !== undefined,
				'aria-describedby': describedBy,
				'aria-required': required,
			})}
			{hint && (
				<p id={`${id}-hint`} className="text-muted-foreground text-xs">
					{hint}
				</p>
			)}
			<FieldError id={id} name={wrong} error={error} />
		</div>
	);
}

/** What is wrong with a field; `id` is that of its control. */
export function FieldError({ id, name, error }: { id: string; name: string; error: string | undefined }) {
	if (!error) return null;
	return (
		<p id={`${id}-error`} data-error-of={name} className="text-destructive-ink text-sm">
			{withNames(error)}
		</p>
	);
}
