'use client';

import { ChevronDown, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useTransition } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import {
	DropdownMenu,
	DropdownMenuContent,
	DropdownMenuItem,
	DropdownMenuLabel,
	DropdownMenuRadioGroup,
	DropdownMenuRadioItem,
	DropdownMenuSeparator,
	DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { parseTheme, type Theme } from './theme';
import { changeTheme, useTheme } from './use-theme';

export interface UserMenuProps {
	name: string;
	email: string;
	/** The theme that the server rendered with. */
	theme: Theme;
	/** The server action that ends the session and leads to the login. */
	signOut: () => Promise<void>;
	settingsHref?: Route;
}

/** Who is signed in, with theme, settings and the way out. */
export function UserMenu({ name, email, theme, signOut, settingsHref }: UserMenuProps) {
	const [leaving, startLeaving] = useTransition();
	return (
		<DropdownMenu>
			<DropdownMenuTrigger asChild>
				<Button variant="ghost" className="px-1.5 has-[>svg]:px-1.5 max-sm:rounded-full">
					<Avatar name={name} className="size-7" />
					<span className="max-w-40 truncate max-sm:sr-only lg:max-w-56">{name}</span>
					<span className="sr-only">Account menu</span>
					<ChevronDown aria-hidden className="text-muted-foreground max-sm:hidden" />
				</Button>
			</DropdownMenuTrigger>
			<DropdownMenuContent align="end" className="w-64">
				<DropdownMenuLabel className="wrap-anywhere">
					<span className="line-clamp-3 text-popover-foreground text-sm">{name}</span>
					<span className="line-clamp-2 font-normal">{email}</span>
				</DropdownMenuLabel>
				<DropdownMenuSeparator />
				<ThemeChoice serverTheme={theme} />
				<DropdownMenuSeparator />
				{settingsHref && (
					<DropdownMenuItem asChild>
						<Link href={settingsHref}>
							<Settings aria-hidden />
							Settings
						</Link>
					</DropdownMenuItem>
				)}
				<DropdownMenuItem
					asChild
					disabled={leaving}
					onSelect={(event) => {
						event.preventDefault();
						startLeaving(signOut);
					}}
				>
					<button type="button" className="w-full">
						<LogOut aria-hidden />
						{leaving ? 'Logging out…' : 'Log out'}
					</button>
				</DropdownMenuItem>
			</DropdownMenuContent>
		</DropdownMenu>
	);
}

const themes = [
	{ value: 'light', label: 'Light', icon: Sun },
	{ value: 'dark', label: 'Dark', icon: Moon },
	{ value: 'system', label: 'System', icon: Monitor },
] as const;

function ThemeChoice({ serverTheme }: { serverTheme: Theme }) {
	const theme = useTheme(serverTheme);
	return (
		<DropdownMenuRadioGroup aria-label="Theme" value={theme} onValueChange={(value) => changeTheme(parseTheme(value))}>
			<DropdownMenuLabel aria-hidden>Theme</DropdownMenuLabel>
			{themes.map(({ value, label, icon: Icon }) => (
				// The menu stays open, so that the themes can be compared.
				<DropdownMenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
					<Icon aria-hidden className="text-muted-foreground" />
					{label}
				</DropdownMenuRadioItem>
			))}
		</DropdownMenuRadioGroup>
	);
}
