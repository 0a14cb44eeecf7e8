import {
	Building2,
	CalendarCheck,
	ChartColumn,
	Handshake,
	LayoutDashboard,
	type LucideIcon,
	Settings,
	Upload,
	UsersRound,
} from 'lucide-react';
import type { Route } from 'next';
import type { Vocabulary } from '@/lib/list/list-meaning';

/** Icons by name, as a server component can pass a name to the sidebar but not a function. */
export const navIcons = {
	dashboard: LayoutDashboard,
	companies: Building2,
	contacts: UsersRound,
	deals: Handshake,
	activities: CalendarCheck,
	reports: ChartColumn,
	import: Upload,
	settings: Settings,
} satisfies Record<string, LucideIcon>;

export interface NavItem {
	href: Route;
	label: string;
	icon: keyof typeof navIcons;
	/** What stands below it: parts of the same page. */
	parts?: NavPart[];
	/** What the address of a page with parts can say. */
	vocabulary?: Vocabulary;
}

/** A page under certain parameters. */
export interface NavPart {
	id: string;
	href: Route;
	label: string;
}
