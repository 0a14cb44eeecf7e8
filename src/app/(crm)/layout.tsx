import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { UndoProvider } from '@/components/form/undo-toast';
import { AppShell } from '@/components/layout/app-shell';
import type { NavItem } from '@/components/layout/nav-items';
import { isSidebarCollapsed, SIDEBAR_COOKIE } from '@/components/layout/sidebar-state';
import { parseTheme, THEME_COOKIE } from '@/components/layout/theme';
import { UserMenu } from '@/components/layout/user-menu';
import { Toaster } from '@/components/ui/sonner';
import { signOut } from '@/features/account/actions';
import { undoChangeSet } from '@/features/history/actions';
import { SearchBox } from '@/features/search/components/search-box';
import { requireSession } from '@/lib/session';

const items: NavItem[] = [
	{ href: '/dashboard', label: 'Dashboard', icon: 'dashboard' },
	{ href: '/companies', label: 'Companies', icon: 'companies' },
	{ href: '/contacts', label: 'Contacts', icon: 'contacts' },
	{ href: '/deals', label: 'Deals', icon: 'deals' },
	{ href: '/activities', label: 'Activities', icon: 'activities' },
	{ href: '/reports', label: 'Reports', icon: 'reports' },
	{ href: '/import', label: 'Import', icon: 'import' },
];

export default async function CrmLayout({ children }: { children: ReactNode }) {
	const { name, email } = await requireSession();
	const jar = await cookies();
	const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
	return (
		<UndoProvider undo={undoChangeSet}>
			<AppShell
				items={items}
				sidebarCollapsed={isSidebarCollapsed(jar.get(SIDEBAR_COOKIE)?.value)}
				header={{
					search: <SearchBox />,
					userMenu: <UserMenu name={name} email={email} theme={theme} signOut={signOut} settingsHref="/settings" />,
				}}
			>
				{children}
			</AppShell>
			<Toaster />
		</UndoProvider>
	);
}
