import type { ReactNode } from 'react';

/** A part of a brief: never torn apart by the end of a sheet where it fits on one. */
export function BriefSection({ title, children }: { title: ReactNode; children: ReactNode }) {
	return (
		<section className="flex flex-col gap-2">
			<h2 className="break-after-avoid font-semibold text-base leading-6">{title}</h2>
			{children}
		</section>
	);
}

/** What is said where a part has nothing to tell. */
export function Nothing({ children }: { children: ReactNode }) {
	return <p className="text-muted-foreground">{children}</p>;
}
