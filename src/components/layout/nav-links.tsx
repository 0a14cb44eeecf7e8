'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { keysTo } from '@/domain/shortcuts';
import { cn } from '@/lib/cn';
import { meaningOf, type Vocabulary } from '@/lib/list/list-meaning';
import { type NavItem, type NavPart, navIcons } from './nav-items';
import { NavParts } from './nav-parts';
import { railLabelClasses } from './rail-label';

interface NavLinksProps {
	items: NavItem[];
	/** Only icons, with the labels as tooltips. */
	collapsed?: boolean;
	onNavigate?: () => void;
}

/** The links to the parts of the product, the one that is open marked. */
export function NavLinks({ items, collapsed = false, onNavigate }: NavLinksProps) {
	const pathname = usePathname();
	const params = useSearchParams();
	return (
		<nav aria-label="Main">
			<ul className="flex flex-col gap-0.5">
				{items.map((item) => {
					const { href, label, parts = [], vocabulary } = item;
					const present = vocabulary && pathname === href ? presentPart(parts, vocabulary, params) : undefined;
					return (
						<li key={href}>
							<NavLink
								item={item}
								current={present && !collapsed ? 'true' : currentness(pathname, href)}
								collapsed={collapsed}
								onNavigate={onNavigate}
							/>
							{parts.length > 0 && !collapsed && (
								<NavParts label={`Views of ${label}`} parts={parts} present={present} onNavigate={onNavigate} />
							)}
						</li>
					);
				})}
			</ul>
		</nav>
	);
}

/** `page` on the very address, `true` on one below it. */
function currentness(pathname: string, href: string) {
	if (pathname === href) return 'page';
	return pathname.startsWith(`${href}/`) ? 'true' : undefined;
}

/** The id of the part that the address names or, where it names none, asks for. */
function presentPart(parts: NavPart[], vocabulary: Vocabulary, params: URLSearchParams): string | undefined {
	const asked = (query: string) => meaningOf(query, vocabulary);
	const named = params.get('saved')?.toLowerCase();
	const here = asked(params.toString());
	const part =
		parts.find(({ id }) => id === named && (id !== 'none' || here === '')) ??
		parts.find(({ href }) => here !== '' && asked(href.split('?')[1] ?? '') === here);
	return part?.id;
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
			className={cn('group/rail nav-link', collapsed && 'justify-center px-0')}
		>
			<Icon />
			<span className={collapsed ? railLabelClasses : 'truncate'}>{item.label}</span>
			{shown && !collapsed && <Kbd aria-hidden>{shown}</Kbd>}
		</Link>
	);
}
