import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
	return (
		<input data-slot="input" type={type} className={cn('field h-9 py-1 pointer-coarse:h-10', className)} {...props} />
	);
}
