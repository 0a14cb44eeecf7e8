import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { ChevronDownIcon } from './icons';

/** The browser's own select: no client code, the phone's own picker. Takes `<option>`s as children. */
export function NativeSelect({ className, ...props }: ComponentProps<'select'>) {
	return (
		<div data-slot="native-select-wrapper" className={cn('relative w-full', className)}>
			<select
				data-slot="native-select"
				className={cn('field h-9 cursor-pointer appearance-none truncate pr-9 pointer-coarse:h-10')}
				{...props}
			/>
			<ChevronDownIcon className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted-foreground" />
		</div>
	);
}
