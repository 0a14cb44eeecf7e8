'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Kbd } from '@/components/ui/kbd';
import { cn } from '@/lib/cn';
import { keysTo } from '@/lib/shortcuts';
import { type NavItem, navIcons } from './nav-items';
import { railLabelClasses } from './rail-label';
import { useShortcuts } from './use-shortcuts';

interface NavLinksProps {
	items: NavItem[];
	/** Only icons, with the labels as tooltips. */
	collapsed?: boolean;
	onNavigate?: () => void;
}

/** The links to the parts of the product, the one that is open marked. */
export function NavLinks({ items, collapsed = false, onNavigate }: NavLinksProps) {
	const pathname = usePathname();
	return (
		<nav aria-label="Main">
			<ul className="flex flex-col gap-0.5">
				{items.map((item) => (
					<li key={item.href}>
						<NavLink
							item={item}
							current={currentness(pathname, item.href)}
							collapsed={collapsed}
							onNavigate={onNavigate}
						/>
					</li>
				))}
			</ul>
		</nav>
	);
}

/** `page` on the very address, `true` on one below it. */
function currentness(pathname: string, href: string) {
	if (pathname === href) return 'page';
	return pathname.startsWith(`${href}/`) ? 'true' : undefined;
}

interface NavLinkProps {
	item: NavItem;
	current: 'page' | 'true' | undefined;
	collapsed: boolean;
	onNavigate: (() => void) | undefined;
}

function NavLink({ item, current, collapsed, onNavigate }: NavLinkProps) {
	const Icon = navIcons[item.icon];
	const keys = keysTo(item.href);
	const shown = useShortcuts() && keys;
	return (
		<Link
			href={item.href}
			aria-current={current}
			onClick={onNavigate}
			{...(shown && { 'aria-keyshortcuts': shown })}
			className={cn(
				'group/rail flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium text-sidebar-foreground text-sm transition-colors hover:bg-sidebar-accent/60 aria-[current]:bg-sidebar-accent aria-[current]:text-sidebar-accent-foreground pointer-coarse:h-11 [&_svg]:size-4.5 [&_svg]:shrink-0',
				collapsed && 'justify-center px-0',
			)}
		>
			<Icon aria-hidden />
			<span className={collapsed ? railLabelClasses : 'truncate'}>{item.label}</span>
			{shown && !collapsed && (
				<Kbd
					aria-hidden
					className="ml-auto opacity-0 group-hover/rail:opacity-100 group-focus-visible/rail:opacity-100 pointer-coarse:hidden"
				>
					{shown}
				</Kbd>
			)}
		</Link>
	);
}
