import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** A table in a box that scrolls sideways by itself, so that the page never does. */
export function Table({ className, ...props }: ComponentProps<'table'>) {
	return (
		<div data-slot="table-container" className="relative w-full overflow-x-auto">
			<table
				data-slot="table"
				className={cn('w-full caption-bottom border-collapse text-sm tabular-nums', className)}
				{...props}
			/>
		</div>
	);
}

export function TableHeader({ className, ...props }: ComponentProps<'thead'>) {
	return <thead data-slot="table-header" className={cn('[&_tr]:border-b', className)} {...props} />;
}

export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
	return <tbody data-slot="table-body" className={cn('[&_tr:last-child]:border-0', className)} {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
	return (
		<tr
			data-slot="table-row"
			className={cn(
				'border-b transition-colors [tbody_&]:hover:bg-muted [tbody_&]:data-[state=selected]:bg-primary/8',
				className,
			)}
			{...props}
		/>
	);
}

export function TableHead({ className, scope = 'col', ...props }: ComponentProps<'th'>) {
	return (
		<th
			data-slot="table-head"
			scope={scope}
			className={cn('h-9 whitespace-nowrap px-3 align-middle font-medium text-muted-foreground text-xs', className)}
			{...props}
		/>
	);
}
