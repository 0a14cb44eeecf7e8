import type { ReactNode } from 'react';
import type { IconClass } from '@/components/ui/icons';
import { cn } from '@/lib/cn';

export interface EmptyStateProps {
	icon?: IconClass;
	title: string;
	/** What to do first, or why there is nothing. */
	children?: ReactNode;
	actions?: ReactNode;
	className?: string;
}

/** Stands where a list would be. */
export function EmptyState({ icon, title, children, actions, className }: EmptyStateProps) {
	return (
		<div
			className={cn(
				'flex flex-col items-center gap-3 rounded-lg border border-dashed bg-card px-4 py-12 text-center',
				className,
			)}
		>
			{icon && <svg aria-hidden className={`${icon} size-7 text-muted-foreground`} />}
			<h2 className="max-w-md font-semibold text-base">{title}</h2>
			{children && <div className="wrap-anywhere max-w-md text-pretty text-muted-foreground">{children}</div>}
			{actions && <div className="mt-1 flex flex-wrap justify-center gap-2">{actions}</div>}
		</div>
	);
}
