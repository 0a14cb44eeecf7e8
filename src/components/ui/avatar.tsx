import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { initials } from './initials';

export interface AvatarProps extends ComponentProps<'span'> {
	name: string;
}

/** The initials of a name in a circle. Hidden from screen readers, as the name always stands beside it. */
export function Avatar({ name, className, ...props }: AvatarProps) {
	return (
		<span
			data-slot="avatar"
			aria-hidden
			className={cn(
				'inline-flex size-8 shrink-0 select-none items-center justify-center rounded-full bg-primary/12 font-semibold text-accent-foreground text-xs',
				className,
			)}
			{...props}
		>
			{initials(name)}
		</span>
	);
}
