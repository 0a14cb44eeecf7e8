import type { ReactNode } from 'react';
import { MobileNav } from './mobile-nav';
import type { NavItem } from './nav-items';
import { Sidebar } from './sidebar';

export interface AppShellProps {
	items: NavItem[];
	/** From the cookie, so that the first paint has the right width: `isSidebarCollapsed` in `sidebar-state.ts`. */
	sidebarCollapsed: boolean;
	/** Whose pages these are: what is kept in the browser is theirs alone. */
	account: string;
	header: { search?: ReactNode; create?: ReactNode; userMenu: ReactNode };
	children: ReactNode;
}

/** Everything around a signed-in page: skip link, sidebar or drawer, header, main region. */
export function AppShell({ items, sidebarCollapsed, account, header, children }: AppShellProps) {
	return (
		<div className="flex min-h-dvh">
			<a
				href="#main"
				data-skip-link
				className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-primary px-4 py-2.5 font-medium text-primary-foreground focus:translate-y-0"
			>
				Skip to content
			</a>
			<Sidebar items={items} defaultCollapsed={sidebarCollapsed} />
			<div className="flex min-w-0 flex-1 flex-col">
				<header className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b bg-background px-2 sm:px-4 md:px-6 print:hidden">
					<MobileNav items={items} />
					<div className="min-w-0 max-w-xl flex-1">{header.search}</div>
					<div className="ml-auto flex shrink-0 items-center gap-1 sm:gap-2">
						{header.create}
						{header.userMenu}
					</div>
				</header>
				<main
					id="main"
					tabIndex={-1}
					data-account={account}
					className="mx-auto w-full max-w-[96rem] flex-1 px-4 py-5 outline-none md:px-6"
				>
					{children}
				</main>
			</div>
		</div>
	);
}
