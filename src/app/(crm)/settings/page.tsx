import type { Metadata } from 'next';
import { Late } from '@/components/layout/late';
import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Backup } from '@/features/account/components/backup';
import { DeleteAccount } from '@/features/account/components/delete-account';
import { LowDiskWarning } from '@/features/account/components/low-disk-warning';
import { Password } from '@/features/account/components/password';
import { Profile } from '@/features/account/components/profile';
import { Region } from '@/features/account/components/region';
import { Sessions } from '@/features/account/components/sessions';
import { DownloadEverything } from '@/features/export/components/download-everything';
import { KeptHistory, KeptHistorySkeleton } from '@/features/history/components/kept-history';
import { RecentChanges } from '@/features/history/components/recent-changes';
import { ReminderSettings } from '@/features/reminders/components/reminder-settings';
import { SampleData } from '@/features/sample-data/components/sample-data';
import { TagSettings } from '@/features/tags/components/tag-settings';
import { Section } from './section';
import { SectionLinks } from './section-links';
import { ShortcutSettings } from './shortcut-settings';

export const metadata: Metadata = { title: 'Settings' };

export default function SettingsPage({ searchParams }: PageProps<'/settings'>) {
	return (
		<>
			<PageHeader title="Settings" />
			<div className="grid gap-5 lg:grid-cols-[11rem_minmax(0,48rem)]">
				<SectionLinks />
				<div className="flex min-w-0 flex-col gap-5">
					<LowDiskWarning />
					<Section id="profile" title="Profile" description="Who you are here.">
						<Profile />
					</Section>
					<Section id="password" title="Password" description="A new one ends all your other sessions.">
						<Password params={searchParams} />
					</Section>
					<Section id="sessions" title="Sessions" description="Every browser in which you are signed in.">
						<Sessions />
					</Section>
					<Section id="region" title="Region" description="How money, dates and weeks are shown to you.">
						<Region />
					</Section>
					<Section id="reminders" title="Reminders" description="What MiniCRM tells you by itself, and where.">
						<ReminderSettings />
					</Section>
					<Section id="shortcuts" title="Keyboard shortcuts" description="Keys that work while you are not typing.">
						<ShortcutSettings />
					</Section>
					<Section
						id="fields"
						title="Fields"
						description="What else you keep about companies, contacts, deals and activities."
					>
						<Button asChild variant="outline">
							<Link href="/settings/fields">Manage fields</Link>
						</Button>
					</Section>
					<TagSettings />
					<Section
						id="history"
						title="History"
						description="What was changed last, also to what has been deleted since, and the way back."
					>
						<RecentChanges limit={10} more />
						<div className="-mx-4 mt-4 border-t px-4 pt-4">
							<Late fallback={<KeptHistorySkeleton />} part={() => KeptHistory()} />
						</div>
					</Section>
					<Section id="backup" title="Backup" description="A copy of everything, for the day that this machine breaks.">
						<Backup />
					</Section>
					<Section id="export" title="Export" description="Your data as files, to use elsewhere or to take along.">
						<DownloadEverything />
					</Section>
					<Section
						id="sample-data"
						title="Sample data"
						description="Invented companies, people and deals to try things out with."
					>
						<SampleData />
					</Section>
					<Section id="delete-account" title="Delete account" description="The end of everything that you keep here.">
						<DeleteAccount />
					</Section>
				</div>
			</div>
		</>
	);
}
