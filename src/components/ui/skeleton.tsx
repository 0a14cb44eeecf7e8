import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** A grey shape in the place of what comes; give it that thing's size. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
	return (
		<div
			data-slot="skeleton"
			aria-hidden
			className={cn('rounded-md bg-secondary motion-safe:animate-pulse', className)}
			{...props}
		/>
	);
}
