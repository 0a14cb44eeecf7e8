import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** A text area that grows with its content where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
	return (
		<textarea
			data-slot="textarea"
			className={cn('field field-sizing-content max-h-96 min-h-20 py-2', className)}
			{...props}
		/>
	);
}
