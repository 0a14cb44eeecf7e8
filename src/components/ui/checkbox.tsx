import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'onChange'> & {
	onCheckedChange?: (checked: boolean) => void;
};

/** The browser's own checkbox: it needs no code, and a click before the page's code has come counts. */
export function Checkbox({ className, onCheckedChange, ...props }: CheckboxProps) {
	return (
		<input
			data-slot="checkbox"
			type="checkbox"
			autoComplete="off"
			className={cn('peer size-4.5 shrink-0 cursor-pointer align-middle accent-primary', className)}
			onChange={(event) => onCheckedChange?.(event.target.checked)}
			{...props}
		/>
	);
}
