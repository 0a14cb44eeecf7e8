'use client';

import type { Route } from 'next';
import { Fragment, type ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { cn } from '@/lib/cn';
import { Skeleton } from './skeleton';

type StatProps = {
	label: string;
	/** One number, or one per currency. */
	values: string[];
	/** The list of exactly what is counted. */
	href: Route;
	/** The value of the previous period, with its own links. */
	children?: ReactNode;
};

/** A number with its name; all of it leads to the list. Stands in a `dl`. */
export function Stat({ label, values, href, children }: StatProps) {
	return (
		<div className="relative min-w-0 rounded-lg border bg-card px-4 py-3 hover:border-ring">
			<dt className="text-muted-foreground">
				<Link href={href} className="after:absolute after:inset-0 after:rounded-lg">
					{label}
				</Link>
			</dt>
			{values.map((value) => (
				<dd
					key={value}
					className={cn(
						'wrap-anywhere font-semibold text-xl tabular-nums leading-7',
						value.length > fitsOnPhone && 'max-sm:text-base',
					)}
				>
					<Grouped value={value} />
				</dd>
			))}
			{children && <dd className="mt-0.5 text-muted-foreground text-xs tabular-nums leading-5">{children}</dd>}
		</div>
	);
}

/** How many characters of the usual size a tile on a phone has room for. */
const fitsOnPhone = 11;

/** An amount that is broken between its groups of digits, where it has to be, and never within one. */
function Grouped({ value }: { value: string }) {
	return value.split(/(?<=\D)(?=\d{3})/).map((group, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: groups may be alike, and never change places
		<Fragment key={index}>
			{index > 0 && <wbr />}
			{group}
		</Fragment>
	));
}

/** A link inside a number's tile. */
export function StatLink({ href, children }: { href: Route; children: ReactNode }) {
	return (
		<Link href={href} className="relative z-10 whitespace-nowrap underline decoration-dotted hover:decoration-solid">
			{children}
		</Link>
	);
}

/** So many numbers on their way. */
export function StatsSkeleton({ count }: { count: number }) {
	return Array.from({ length: count }, (_, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
		<Skeleton key={index} className="h-[6.25rem]" />
	));
}
