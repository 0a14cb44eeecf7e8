'use client';

import type { ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from './field';

type CheckboxFieldProps = {
	name: string;
	label: ReactNode;
	hint?: ReactNode;
	fieldClassName?: string;
	checked: boolean;
	onCheckedChange: (checked: boolean) => void;
};

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
