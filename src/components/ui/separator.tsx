import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export interface SeparatorProps extends ComponentProps<'div'> {
	orientation?: 'horizontal' | 'vertical';
}

/** A line that only divides for the eye. */
export function Separator({ className, orientation = 'horizontal', ...props }: SeparatorProps) {
	return (
		<div
			data-slot="separator"
			role="none"
			className={cn(
				'shrink-0 bg-border',
				orientation === 'horizontal' ? 'h-px w-full' : 'w-px self-stretch',
				className,
			)}
			{...props}
		/>
	);
}
