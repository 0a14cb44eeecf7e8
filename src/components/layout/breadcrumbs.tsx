import type { Route } from 'next';
import { ChevronRightIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';

export interface Breadcrumb {
	label: string;
	href: Route;
}

/** Whether a page is that of one record, whose name it bears. */
const isRecord = (href: string) => /\/[0-9a-f-]{36}\b/.test(href);

/** The way from the list to this page; the page itself is the heading below and is not repeated. */
export function Breadcrumbs({ items }: { items: Breadcrumb[] }) {
	return (
		<nav aria-label="Breadcrumbs">
			<ol className="flex flex-wrap items-center gap-x-1 text-muted-foreground">
				{items.map((item) => (
					<li key={item.href} className="flex min-w-0 max-w-full items-center gap-1">
						<Link
							href={item.href}
							className="inline-flex min-h-6 min-w-0 items-center rounded-sm hover:text-foreground hover:underline"
						>
							<span translate={isRecord(item.href) ? 'no' : undefined} className="max-w-64 truncate">
								{item.label}
							</span>
						</Link>
						<ChevronRightIcon className="size-3.5 shrink-0" />
					</li>
				))}
			</ol>
		</nav>
	);
}
