import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { fieldClasses } from './field-classes';

export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
	return (
		<input
			data-slot="input"
			type={type}
			className={cn(
				fieldClasses,
				'h-9 py-1 file:mr-3 file:h-7 file:border-0 file:bg-transparent file:font-medium file:text-sm pointer-coarse:h-10',
				className,
			)}
			{...props}
		/>
	);
}
