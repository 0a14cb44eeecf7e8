import type { Route } from 'next';
import { Link } from '@/components/ui/link';

type TabLink = { label: string; count?: number; href: Route; current: boolean };

/** Which of its tabs a record's page is asked for by the address; the overview where it is none of them. */
export function tabOf<Tab extends string>(
	tabs: readonly Tab[],
	asked: string | string[] | undefined,
): Tab | 'overview' {
	return tabs.find((tab) => tab === asked) ?? 'overview';
}

/** The parts of a record's page; which one is open stands in the address. */
export function TabLinks({ tabs, label }: { tabs: TabLink[]; label: string }) {
	return (
		<nav aria-label={label} className="mb-4 overflow-x-auto border-b">
			<ul className="flex gap-x-1 max-sm:flex-wrap">
				{tabs.map(({ label: text, count, href, current }) => (
					<li key={text}>
						<Link
							href={href}
							scroll={false}
							aria-current={current ? 'page' : undefined}
							className="-mb-px inline-flex h-9 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-3 font-medium max-sm:px-1.5 text-muted-foreground transition-colors hover:text-foreground focus-visible:-outline-offset-2 aria-[current]:border-primary aria-[current]:text-foreground data-going:border-primary data-going:text-foreground pointer-coarse:h-11"
						>
							<span>{text}</span>
							{count !== undefined && (
								<span className="rounded-full bg-muted px-1.5 font-normal text-xs tabular-nums">
									{count.toLocaleString('en')}
								</span>
							)}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
