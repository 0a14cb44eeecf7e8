import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { initialsOf } from './initials';

export interface AvatarProps extends Omit<ComponentProps<'span'>, 'children'> {
	name: string;
	/** A company's corners are square, so that it is not taken for a contact. */
	of?: 'person' | 'company';
}

/** A name's initials in its color. Hidden from screen readers, as the name always stands beside it. */
export function Avatar({ name, of = 'person', className, ...props }: AvatarProps) {
	return (
		<span
			data-slot="avatar"
			aria-hidden
			className={cn('avatar', of === 'company' && 'rounded-md', className)}
			{...initialsOf(name)}
			{...props}
		/>
	);
}
