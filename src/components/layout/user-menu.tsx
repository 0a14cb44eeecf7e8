'use client';
'use no memo';

import type { Route } from 'next';
import { useEffect, useId, useRef } from 'react';
import { useFormStatus } from 'react-dom';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { ChevronDownIcon, KeyboardIcon, LogOutIcon, SettingsIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import type { Theme } from '@/components/ui/theme';
import { listKey } from '@/domain/shortcuts';
import { saySignedOut } from '@/lib/browser/stale-pages';
import { forgetUnsentNotes } from '@/lib/browser/unsent-notes';
import { wantShortcutList } from './shortcut-list-wanted';
import { ThemeChoice } from './theme-choice';

export interface UserMenuProps {
	name: string;
	email: string;
	/** The theme that the server rendered with. */
	theme: Theme;
	/** The server action that ends the session and leads to the login. */
	signOut: () => Promise<void>;
	settingsHref?: Route;
}

/** Who is signed in, with theme, settings and the way out. The browser's own popover: it opens before any script runs. */
export function UserMenu({ name, email, theme, signOut, settingsHref }: UserMenuProps) {
	const id = useId();
	const panel = useRef<HTMLDivElement>(null);
	return (
		<>
			<Button variant="ghost" popoverTarget={id} className="px-1.5 max-sm:rounded-full has-[>svg]:px-1.5">
				<Avatar name={name} className="size-7" />
				<span translate="no" className="max-w-40 truncate max-sm:sr-only lg:max-w-56">
					{name}
				</span>
				<span className="sr-only">Account menu</span>
				<ChevronDownIcon className="text-muted-foreground max-sm:hidden" />
			</Button>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are links and buttons. */}
			<div
				ref={panel}
				id={id}
				popover="auto"
				role="group"
				aria-label="Account"
				onBlur={(event) => leavesPanel(event.relatedTarget, event.currentTarget) && event.currentTarget.hidePopover()}
				className="fixed inset-auto top-13 right-2 m-0 max-h-[calc(100dvh-4rem)] w-72 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border bg-popover text-popover-foreground shadow-lg open:animate-pop-in sm:right-4 md:right-6"
			>
				<div className="wrap-anywhere border-b px-4 py-3">
					<p translate="no" className="line-clamp-3 font-medium">
						{name}
					</p>
					<p translate="no" className="line-clamp-2 text-muted-foreground text-xs">
						{email}
					</p>
				</div>
				<div className="border-b p-4">
					<ThemeChoice serverTheme={theme} />
				</div>
				<div className="flex flex-col p-2">
					{settingsHref && (
						<Button asChild variant="ghost" className="justify-start">
							<Link href={settingsHref} onClick={() => panel.current?.hidePopover()}>
								<SettingsIcon className="text-muted-foreground" />
								Settings
							</Link>
						</Button>
					)}
					<Button
						variant="ghost"
						className="justify-start"
						onClick={() => {
							panel.current?.hidePopover();
							wantShortcutList();
						}}
					>
						<KeyboardIcon className="text-muted-foreground" />
						Keyboard shortcuts
						<Kbd aria-hidden className="ml-auto in-data-[shortcuts=off]:hidden pointer-coarse:hidden">
							{listKey}
						</Kbd>
					</Button>
					<form action={signOut}>
						<LogOutButton />
					</form>
				</div>
			</div>
		</>
	);
}

/** Whether the focus went on to something that belongs neither to the panel nor to the button that closes it. */
function leavesPanel(target: EventTarget | null, panel: HTMLElement) {
	if (!(target instanceof HTMLElement) || panel.contains(target)) return false;
	return !(target instanceof HTMLButtonElement && target.popoverTargetElement === panel);
}

function afterSignOut() {
	saySignedOut();
	// only where it has worked, as what was typed without a connection is nowhere else
	setTimeout(() => window.location.pathname === '/login' && forgetUnsentNotes());
}

function LogOutButton() {
	const { pending } = useFormStatus();
	// when it has ended, in whatever way: another tab that is told in vain only reads again
	useEffect(() => (pending ? afterSignOut : undefined), [pending]);
	return (
		<Button type="submit" variant="ghost" className="w-full justify-start" disabled={pending}>
			<LogOutIcon className="text-muted-foreground" />
			<span>{pending ? 'Logging out…' : 'Log out'}</span>
		</Button>
	);
}
