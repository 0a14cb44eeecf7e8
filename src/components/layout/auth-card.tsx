import type { ReactNode } from 'react';
import { Mark } from './mark';

export interface AuthCardProps {
	title: string;
	description?: ReactNode;
	children: ReactNode;
	/** Below the card: the way to the other page. */
	footer?: ReactNode;
}

/** The page for signing in and signing up: the product's name and one form. */
export function AuthCard({ title, description, children, footer }: AuthCardProps) {
	return (
		<main id="main" className="flex min-h-dvh flex-col items-center bg-sidebar px-4 py-10 sm:justify-center">
			<div className="flex w-full max-w-sm flex-col gap-5">
				<p className="flex items-center justify-center gap-2.5 font-semibold text-lg tracking-tight">
					<Mark className="size-7" />
					MiniCRM
				</p>
				<div className="flex flex-col gap-5 rounded-xl border bg-card p-5 shadow-sm sm:p-6">
					<div className="space-y-1">
						<h1 className="font-semibold text-xl tracking-tight">{title}</h1>
						{description && <p className="text-muted-foreground">{description}</p>}
					</div>
					{children}
				</div>
				{footer && <p className="text-center text-muted-foreground">{footer}</p>}
			</div>
		</main>
	);
}
