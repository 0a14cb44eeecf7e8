import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** A link in a row of a list, at most two lines of it. Fetched when it is followed: a page of rows has dozens. */
export function RowLink({ href, children }: { href: Route; children: ReactNode }) {
	return (
		<Link href={href} prefetch={false} translate="no" className="row-link">
			{children}
		</Link>
	);
}
