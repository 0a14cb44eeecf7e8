'use client';

import { Link } from '@/components/ui/link';
import type { NavPart } from './nav-items';

interface NavPartsProps {
	label: string;
	parts: NavPart[];
	/** The one that is open, by its id. */
	present: string | undefined;
	onNavigate: (() => void) | undefined;
}

/** The links below a link of the sidebar, to parts of the same page. */
export function NavParts({ label, parts, present, onNavigate }: NavPartsProps) {
	return (
		<ul aria-label={label} className="my-0.5 ml-4.5 flex flex-col gap-0.5 border-sidebar-border border-l pl-2">
			{parts.map(({ id, href, label: name }) => (
				<li key={id}>
					<Link
						href={href}
						title={name}
						aria-current={id === present ? 'page' : undefined}
						onClick={onNavigate}
						className="flex h-8 items-center rounded-md px-2.5 text-sidebar-foreground text-sm transition-colors hover:bg-sidebar-accent/60 aria-[current]:bg-sidebar-accent aria-[current]:font-medium aria-[current]:text-sidebar-accent-foreground data-going:bg-sidebar-accent pointer-coarse:h-11"
					>
						<span translate="no" className="truncate">
							{name}
						</span>
					</Link>
				</li>
			))}
		</ul>
	);
}
