'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Tooltip, TooltipContent, TooltipTrigger } from '@/components/ui/tooltip';
import { cn } from '@/lib/cn';
import { Brand } from './brand';
import { rememberInCookie } from './cookie';
import type { NavItem } from './nav-items';
import { NavLinks } from './nav-links';
import { SIDEBAR_COOKIE } from './sidebar-state';

interface SidebarProps {
	items: NavItem[];
	defaultCollapsed: boolean;
}

/** The sidebar of tablets and wider screens; phones have `MobileNav`. */
export function Sidebar({ items, defaultCollapsed }: SidebarProps) {
	const [collapsed, setCollapsed] = useState(defaultCollapsed);
	const home = items[0]?.href;

	function toggle() {
		setCollapsed(!collapsed);
		rememberInCookie(SIDEBAR_COOKIE, collapsed ? 'expanded' : 'collapsed');
	}

	return (
		<aside
			data-collapsed={collapsed || undefined}
			className={cn(
				'sticky top-0 hidden h-dvh shrink-0 flex-col gap-3 overflow-y-auto overflow-x-hidden border-sidebar-border border-r bg-sidebar p-2 md:flex print:hidden',
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
	const Icon = collapsed ? PanelLeftOpen : PanelLeftClose;
	return (
		<Tooltip>
			<TooltipTrigger asChild>
				<Button
					variant="ghost"
					onClick={onToggle}
					className={cn(
						'w-full justify-start gap-2.5 px-2.5 text-muted-foreground has-[>svg]:px-2.5',
						collapsed && 'justify-center px-0 has-[>svg]:px-0',
					)}
				>
					<Icon aria-hidden className="size-4.5" />
					<span className={cn(collapsed && 'sr-only')}>{label}</span>
				</Button>
			</TooltipTrigger>
			{collapsed && <TooltipContent side="right">{label}</TooltipContent>}
		</Tooltip>
	);
}
