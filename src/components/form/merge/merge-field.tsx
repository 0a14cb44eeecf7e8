'use client';

import { useId } from 'react';
import { cn } from '@/lib/cn';

/** What one of two records says in a field, as text; null is nothing. */
export type MergeValues = [one: string | null, other: string | null];

type ChoiceProps = {
	label: string;
	/** The value of each choice and what it looks like. */
	options: { value: string; content: React.ReactNode; className?: string }[];
	chosen: string;
	onChoose: (value: string) => void;
	/** The label is what the user has called the field. */
	isOwn?: true;
	/** Above the two records, whose choice stands at the head of all. */
	head?: true;
};

/** One choice between the two records, side by side. */
export function MergeChoice({ label, options, chosen, onChoose, isOwn, head }: ChoiceProps) {
	const name = useId();
	return (
		<fieldset className={cn(row, head && 'pb-4')}>
			<legend translate={isOwn && 'no'} className="sr-only">
				{label}
			</legend>
			<span aria-hidden translate={isOwn && 'no'} className={rowLabel}>
				{label}
			</span>
			{options.map(({ value, content, className }) => (
				<label
					key={value}
					className={cn(
						'flex min-w-0 cursor-pointer items-start gap-2 rounded-md border border-foreground/20 bg-card px-2.5 py-2 has-checked:border-primary has-checked:bg-accent has-checked:text-accent-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring',
						className,
					)}
				>
					<input
						type="radio"
						name={name}
						value={value}
						checked={chosen === value}
						onChange={() => onChoose(value)}
						className="mt-0.5 size-4 shrink-0 accent-primary outline-none"
					/>
					<span className="min-w-0">{content}</span>
				</label>
			))}
		</fieldset>
	);
}

/** What both records say alike, or what stays of both without a choice. */
export function MergeFact({ label, isOwn, children }: { label: string; isOwn?: true; children: React.ReactNode }) {
	return (
		<div className={row}>
			<span translate={isOwn && 'no'} className={rowLabel}>
				{label}
			</span>
			<div className="wrap-anywhere col-span-2 min-w-0 whitespace-pre-wrap px-2.5 sm:py-2">{children}</div>
		</div>
	);
}

/** A value as text, or that there is none. */
export function MergeText({ value, none }: { value: string | null; none: string }) {
	if (value === null) return <span className="text-muted-foreground">{none}</span>;
	return (
		<span translate="no" className="wrap-anywhere line-clamp-12 whitespace-pre-wrap">
			{value}
		</span>
	);
}

const row = 'grid min-w-0 grid-cols-2 gap-x-2 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)] sm:gap-x-3';
const rowLabel = 'wrap-anywhere col-span-2 min-w-0 text-muted-foreground sm:col-span-1 sm:py-2';
