'use client';
'use no memo';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { MenuIcon, XIcon } from '@/components/ui/icons';
import { Brand } from './brand';
import type { NavItem } from './nav-items';
import { NavLinks } from './nav-links';

/** The menu button of phones and its drawer: the browser's own dialog, as every page would carry another one's code. */
export function MobileNav({ items }: { items: NavItem[] }) {
	const drawer = useRef<HTMLDialogElement>(null);
	const home = items[0]?.href;
	const close = () => drawer.current?.close();

	function open() {
		drawer.current?.showModal();
		// a selector that looks for an open dialog would search every page at each of its changes
		document.documentElement.dataset.drawer = '';
	}

	useEffect(() => {
		// A turned tablet gets the sidebar; a drawer that stays open unseen would keep the page from being used.
		const wide = window.matchMedia('(width >= 48rem)');
		const onChange = () => drawer.current?.close();
		wide.addEventListener('change', onChange);
		return () => {
			wide.removeEventListener('change', onChange);
			delete document.documentElement.dataset.drawer;
		};
	}, []);

	return (
		<>
			<Button variant="ghost" size="icon" aria-haspopup="dialog" className="md:hidden" onClick={open}>
				<MenuIcon className="size-5" />
				<span className="sr-only">Open menu</span>
			</Button>
			{/* biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the drawer closes it; Escape does so by itself. */}
			<dialog
				ref={drawer}
				aria-label="Menu"
				onClick={(event) => event.target === event.currentTarget && close()}
				onClose={() => delete document.documentElement.dataset.drawer}
				className="fixed inset-y-0 left-0 m-0 h-dvh max-h-none w-[min(18rem,85vw)] -translate-x-full border-r bg-sidebar text-sidebar-foreground shadow-xl transition-[translate,display,overlay] transition-discrete duration-150 ease-out backdrop:bg-black/45 open:translate-x-0 md:hidden starting:open:-translate-x-full"
			>
				<div className="flex min-h-full flex-col gap-3 p-3">
					<div className="flex items-center justify-between pl-2.5">
						{home && <Brand href={home} onNavigate={close} />}
						<Button variant="ghost" size="icon" className="ml-auto" onClick={close}>
							<XIcon />
							<span className="sr-only">Close menu</span>
						</Button>
					</div>
					<NavLinks items={items} onNavigate={close} />
				</div>
			</dialog>
		</>
	);
}
