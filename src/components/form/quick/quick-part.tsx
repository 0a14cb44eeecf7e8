'use client';

import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';

type QuickPartProps = {
	title: string;
	/** Stands below the title. */
	hint?: ReactNode;
	children: ReactNode;
};

/** The fields of one of the records that a dialog creates. */
export function QuickPart({ title, hint, children }: QuickPartProps) {
	const id = useId();
	return (
		<section
			data-part=""
			aria-labelledby={id}
			className="grid gap-x-5 gap-y-2.5 border-t px-5 py-4 first:border-t-0 sm:grid-cols-[8.5rem_minmax(0,1fr)]"
		>
			<div className="min-w-0">
				<h3 id={id} className="font-semibold">
					{title}
				</h3>
				{hint && <p className="mt-0.5 text-muted-foreground text-xs">{hint}</p>}
			</div>
			<div className="grid min-w-0 items-start gap-3 sm:grid-cols-2">{children}</div>
		</section>
	);
}

type FixedLineProps = {
	/** The record's name; null while it is not known. */
	name: string | null;
	/** Takes the record away, where another one can be named. */
	onChange?: (() => void) | undefined;
	change?: string;
};

/** A record that is there already, and that what is created belongs to. */
export function FixedLine({ name, onChange, change }: FixedLineProps) {
	return (
		<div className="flex min-w-0 items-center justify-between gap-3 sm:col-span-2">
			<p translate="no" className="wrap-anywhere min-w-0 py-1 font-medium">
				{name ?? <span translate="yes">Loading…</span>}
			</p>
			{onChange && (
				<Button variant="outline" size="sm" onClick={onChange}>
					{change}
				</Button>
			)}
		</div>
	);
}
