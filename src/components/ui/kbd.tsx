import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export function Kbd({ className, ...props }: ComponentProps<'kbd'>) {
	return <kbd data-slot="kbd" className={cn('kbd', className)} {...props} />;
}
