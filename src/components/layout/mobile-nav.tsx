'use client';

import { Menu } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet, SheetContent, SheetTitle, SheetTrigger } from '@/components/ui/sheet';
import { Brand } from './brand';
import type { NavItem } from './nav-items';
import { NavLinks } from './nav-links';

/** The menu button of phones and the drawer that it opens. */
export function MobileNav({ items }: { items: NavItem[] }) {
	const [open, setOpen] = useState(false);
	const home = items[0]?.href;
	const close = () => setOpen(false);

	useEffect(() => {
		// A turned tablet gets the sidebar; the drawer must not stay open over it.
		const wide = window.matchMedia('(width >= 48rem)');
		const onChange = () => setOpen(false);
		wide.addEventListener('change', onChange);
		return () => wide.removeEventListener('change', onChange);
	}, []);

	return (
		<Sheet open={open} onOpenChange={setOpen}>
			<SheetTrigger asChild>
				<Button variant="ghost" size="icon" className="md:hidden">
					<Menu aria-hidden className="size-5" />
					<span className="sr-only">Open menu</span>
				</Button>
			</SheetTrigger>
			<SheetContent side="left" aria-describedby={undefined} className="gap-3 bg-sidebar p-3">
				<SheetTitle className="sr-only">Menu</SheetTitle>
				<div className="flex h-10 items-center px-2.5">{home && <Brand href={home} onNavigate={close} />}</div>
				<NavLinks items={items} onNavigate={close} />
			</SheetContent>
		</Sheet>
	);
}
