import type { ReactNode } from 'react';

export interface ErrorStateProps {
	title: string;
	/** What happened and what to do now. */
	children?: ReactNode;
	/** The short id under which the server logged the error. */
	errorId?: string;
	actions?: ReactNode;
}

/** A whole page's worth of bad news: errors and addresses that lead nowhere. */
export function ErrorState({ title, children, errorId, actions }: ErrorStateProps) {
	return (
		<div className="mx-auto flex max-w-lg flex-col items-start gap-3 px-4 py-16">
			<h1 className="font-semibold text-xl tracking-tight">{title}</h1>
			{children && <div className="wrap-anywhere space-y-2 text-muted-foreground">{children}</div>}
			{errorId && (
				<p className="text-muted-foreground">
					Error id: <code className="select-all rounded bg-muted px-1.5 py-0.5 text-foreground">{errorId}</code>
				</p>
			)}
			{actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
		</div>
	);
}
