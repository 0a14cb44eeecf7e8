'use client';
'use no memo';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PanelLeftCloseIcon, PanelLeftOpenIcon } from '@/components/ui/icons';
import { rememberInCookie } from '@/lib/browser/cookie';
import { cn } from '@/lib/cn';
import { Brand } from './brand';
import type { NavItem } from './nav-items';
import { NavLinks } from './nav-links';
import { railLabelClasses } from './rail-label';
import { SIDEBAR_COOKIE } from './sidebar-state';

interface SidebarProps {
	items: NavItem[];
	defaultCollapsed: boolean;
}

/** The sidebar of tablets and wider screens; phones have `MobileNav`. */
export function Sidebar({ items, defaultCollapsed }: SidebarProps) {
	const [collapsed, setCollapsed] = useState(defaultCollapsed);
	const [labelsDismissed, setLabelsDismissed] = useState(false);
	const home = items[0]?.href;

	useEffect(() => {
		if (!collapsed) return;
		// A label that lies over the page must go away without moving the pointer.
		const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && setLabelsDismissed(true);
		window.addEventListener('keydown', onKeyDown);
		return () => window.removeEventListener('keydown', onKeyDown);
	}, [collapsed]);

	function toggle() {
		setCollapsed(!collapsed);
		rememberInCookie(SIDEBAR_COOKIE, collapsed ? 'expanded' : 'collapsed');
	}

	return (
		<aside
			data-labels={labelsDismissed ? 'dismissed' : undefined}
			onPointerLeave={() => setLabelsDismissed(false)}
			onBlur={() => setLabelsDismissed(false)}
			className={cn(
				'group/sidebar sticky top-0 hidden h-dvh shrink-0 flex-col gap-3 overflow-y-auto overflow-x-hidden border-sidebar-border border-r bg-sidebar p-2 md:flex print:hidden',
				collapsed ? 'w-14' : 'w-56',
			)}
		>
			<div className={cn('flex h-10 items-center px-2', collapsed && 'justify-center px-0')}>
				{home && <Brand href={home} collapsed={collapsed} />}
			</div>
			<NavLinks items={items} collapsed={collapsed} />
			<div className="mt-auto">
				<SidebarToggle collapsed={collapsed} onToggle={toggle} />
			</div>
		</aside>
	);
}

function SidebarToggle({ collapsed, onToggle }: { collapsed: boolean; onToggle: () => void }) {
	const label = collapsed ? 'Expand sidebar' : 'Collapse sidebar';
	const Icon = collapsed ? PanelLeftOpenIcon : PanelLeftCloseIcon;
	return (
		<Button
			variant="ghost"
			onClick={onToggle}
			className={cn(
				'group/rail w-full justify-start gap-2.5 px-2.5 text-muted-foreground has-[>svg]:px-2.5',
				collapsed && 'justify-center px-0 has-[>svg]:px-0',
			)}
		>
			<Icon className="size-4.5" />
			<span className={collapsed ? railLabelClasses : undefined}>{label}</span>
		</Button>
	);
}
