import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';

/** A link in a row of a list, at most two lines of it. Fetched when it is followed: a page of rows has dozens. */
export function RowLink({ href, children }: { href: Route; children: ReactNode }) {
	return (
		<Link href={href} translate="no" className="row-link">
			{children}
		</Link>
	);
}
