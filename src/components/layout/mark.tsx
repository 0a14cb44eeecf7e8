import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** The product's sign, drawn to stand beside its name. The same picture is `app/icon.svg`. */
export function Mark({ className, ...props }: ComponentProps<'svg'>) {
	return (
		<svg aria-hidden viewBox="0 0 24 24" fill="none" className={cn('size-6 shrink-0', className)} {...props}>
			<rect width="24" height="24" rx="6" className="fill-primary" />
			<path
				d="M6.75 17.25v-9l5.25 5.5 5.25-5.5v3.25"
				strokeWidth="2.25"
				strokeLinecap="round"
				strokeLinejoin="round"
				className="stroke-primary-foreground"
			/>
			<circle cx="17.25" cy="16.4" r="1.6" className="fill-primary-foreground" />
		</svg>
	);
}
