import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DateSettingsProvider } from '@/components/form/date/date-settings';
import { UndoProvider } from '@/components/form/undo-toast';
import { AppShell } from '@/components/layout/app-shell';
import { EarlyScript } from '@/components/layout/early-script';
import { FollowLinks } from '@/components/layout/follow-links';
import { FreshPages } from '@/components/layout/fresh-pages';
import type { NavItem, NavPart } from '@/components/layout/nav-items';
import { NewMenu } from '@/components/layout/new-menu';
import { Shortcuts } from '@/components/layout/shortcuts';
import { isSidebarCollapsed, SIDEBAR_COOKIE } from '@/components/layout/sidebar-state';
import { UserMenu } from '@/components/layout/user-menu';
import { SidePanelLazy } from '@/components/panel/side-panel-lazy';
import { TextBoxProvider } from '@/components/text/text-box-provider';
import { parseTheme, THEME_COOKIE } from '@/components/ui/theme';
import { ToasterLazy } from '@/components/ui/toaster-lazy';
import { viewPath, wholeListPath } from '@/domain/paths';
import { signOut } from '@/features/account/actions';
import { getSettings } from '@/features/account/server/account-queries';
import { tagCompanies } from '@/features/companies/actions';
import { tagContacts } from '@/features/contacts/actions';
import { undoChangeSet } from '@/features/history/actions';
import { readMark } from '@/features/history/server/mark-queries';
import { NameCardsLazy } from '@/features/name-cards/components/name-cards-lazy';
import { changeBox } from '@/features/notes/actions';
import { RemindersLazy } from '@/features/reminders/components/reminders-lazy';
import { GlobalSearch } from '@/features/search/components/global-search';
import { vocabularyOf } from '@/features/views/schema';
import { listViews } from '@/features/views/server/view-queries';
import type { SavedView } from '@/features/views/view';
import { requireSession } from '@/lib/auth/session';
import { dateStyleOf } from '@/lib/dates/dates-style';
import { QuickCreate } from './quick-create/quick-create';

import './panel-actions';

const items: NavItem[] = [
	{ href: '/dashboard', label: 'Today', icon: 'today' },
	{ href: '/companies', label: 'Companies', icon: 'companies' },
	{ href: '/contacts', label: 'Contacts', icon: 'contacts' },
	{ href: '/deals', label: 'Deals', icon: 'deals' },
	{ href: '/activities', label: 'Activities', icon: 'activities' },
	{ href: '/reports', label: 'Reports', icon: 'reports' },
	{ href: '/import', label: 'Import', icon: 'import' },
];

export default async function CrmLayout({ children }: { children: ReactNode }) {
	const { userId, name, email } = await requireSession();
	const [state, views, settings, jar, sent] = await Promise.all([
		readMark(userId),
		listViews(userId),
		getSettings(userId),
		cookies(),
		headers(),
	]);
	const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
	return (
		<UndoProvider undo={undoChangeSet}>
			{/* first of all, so that nothing is pressed on what is seen before it runs */}
			<EarlyScript hears="input" nonce={sent.get('x-nonce') ?? undefined} />
			<DateSettingsProvider
				style={dateStyleOf(settings.locale)}
				timeZone={settings.timeZone}
				weekStart={settings.weekStart}
			>
				<AppShell
					items={items.map((item) => ({ ...item, ...viewsOf(item, views) }))}
					account={userId}
					sidebarCollapsed={isSidebarCollapsed(jar.get(SIDEBAR_COOKIE)?.value)}
					header={{
						search: <GlobalSearch actions={{ tagCompanies, tagContacts, signOut }} />,
						create: <NewMenu />,
						userMenu: <UserMenu name={name} email={email} theme={theme} signOut={signOut} settingsHref="/settings" />,
					}}
				>
					<TextBoxProvider change={changeBox}>
						{children}
						<SidePanelLazy readAt={new Date().toISOString()} />
					</TextBoxProvider>
				</AppShell>
				<QuickCreate money={{ locale: settings.locale, currency: settings.currency }} />
			</DateSettingsProvider>
			<FollowLinks />
			<div data-progress aria-hidden />
			<FreshPages {...state} />
			<Shortcuts />
			<NameCardsLazy mark={state.mark} />
			<RemindersLazy mark={state.mark} />
			<ToasterLazy />
		</UndoProvider>
	);
}

/** A list's views below its link; where one of them is its default, before them the way to everything. */
function viewsOf({ icon, label }: NavItem, views: SavedView[]): Pick<NavItem, 'parts' | 'vocabulary'> {
	const own = views.filter(({ list }) => list === icon);
	const [first] = own;
	// a page that never had a view carries nothing about them
	if (!first) return {};
	const vocabulary = vocabularyOf[first.list];
	const parts = own.map((view): NavPart => ({ id: view.id, href: viewPath(view), label: view.name }));
	if (!own.some(({ isDefault }) => isDefault)) return { parts, vocabulary };
	const all = { id: 'none', href: wholeListPath(first.list), label: `All ${label.toLowerCase()}` };
	return { parts: [all, ...parts], vocabulary };
}
