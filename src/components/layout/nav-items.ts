import type { Route } from 'next';
import {
	BuildingIcon,
	CalendarCheckIcon,
	ChartColumnIcon,
	HandshakeIcon,
	type Icon,
	SettingsIcon,
	SunIcon,
	UploadIcon,
	UsersRoundIcon,
} from '@/components/ui/icons';
import type { Vocabulary } from '@/lib/list/list-meaning';

/** Icons by name, as a server component can pass a name to the sidebar but not a function. */
export const navIcons = {
	today: SunIcon,
	companies: BuildingIcon,
	contacts: UsersRoundIcon,
	deals: HandshakeIcon,
	activities: CalendarCheckIcon,
	reports: ChartColumnIcon,
	import: UploadIcon,
	settings: SettingsIcon,
} satisfies Record<string, Icon>;

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
