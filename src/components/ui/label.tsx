import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** The label of a field: give it `htmlFor`, or put the field inside. */
export function Label({ className, ...props }: ComponentProps<'label'>) {
	return (
		// biome-ignore lint/a11y/noLabelWithoutControl: its caller says which field it is for.
		<label
			data-slot="label"
			className={cn(
				'flex items-center gap-2 font-medium text-sm peer-disabled:cursor-not-allowed peer-disabled:opacity-60',
				className,
			)}
			{...props}
		/>
	);
}
