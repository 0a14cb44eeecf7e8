import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { Backup, BackupSkeleton } from '@/features/account/components/backup';
import { DeleteAccount, DeleteAccountSkeleton } from '@/features/account/components/delete-account';
import { LowDiskWarning } from '@/features/account/components/low-disk-warning';
import { Password, PasswordSkeleton } from '@/features/account/components/password';
import { Profile, ProfileSkeleton } from '@/features/account/components/profile';
import { Region, RegionSkeleton } from '@/features/account/components/region';
import { Sessions, SessionsSkeleton } from '@/features/account/components/sessions';
import { DownloadEverything } from '@/features/export/components/download-everything';
import { RecentChanges, RecentChangesSkeleton } from '@/features/history/components/recent-changes';
import { SampleData, SampleDataSkeleton } from '@/features/sample-data/components/sample-data';
import { TagSettings, TagSettingsSkeleton } from '@/features/tags/components/tag-settings';
import { Section } from './section';
import { SectionLinks } from './section-links';
import { ShortcutSettings, ShortcutSettingsSkeleton } from './shortcut-settings';

export const metadata: Metadata = { title: 'Settings' };

export default function SettingsPage({ searchParams }: PageProps<'/settings'>) {
	return (
		<>
			<PageHeader title="Settings" />
			<div className="grid gap-5 lg:grid-cols-[11rem_minmax(0,48rem)]">
				<SectionLinks />
				<div className="flex min-w-0 flex-col gap-5">
					<Suspense fallback={null}>
						<LowDiskWarning />
					</Suspense>
					<Section id="profile" title="Profile" description="Who you are here.">
						<Suspense fallback={<ProfileSkeleton />}>
							<Profile />
						</Suspense>
					</Section>
					<Section id="password" title="Password" description="A new one ends all your other sessions.">
						<Suspense fallback={<PasswordSkeleton />}>
							<Password params={searchParams} />
						</Suspense>
					</Section>
					<Section id="sessions" title="Sessions" description="Every browser in which you are signed in.">
						<Suspense fallback={<SessionsSkeleton />}>
							<Sessions />
						</Suspense>
					</Section>
					<Section id="region" title="Region" description="How money, dates and weeks are shown to you.">
						<Suspense fallback={<RegionSkeleton />}>
							<Region />
						</Suspense>
					</Section>
					<Section id="shortcuts" title="Keyboard shortcuts" description="Keys that work while you are not typing.">
						<Suspense fallback={<ShortcutSettingsSkeleton />}>
							<ShortcutSettings />
						</Suspense>
					</Section>
					<Suspense fallback={<TagSettingsSkeleton />}>
						<TagSettings />
					</Suspense>
					<Section
						id="history"
						title="History"
						description="What was changed last, also to what has been deleted since, and the way back."
					>
						<Suspense fallback={<RecentChangesSkeleton />}>
							<RecentChanges limit={10} more />
						</Suspense>
					</Section>
					<Section id="backup" title="Backup" description="A copy of everything, for the day that this machine breaks.">
						<Suspense fallback={<BackupSkeleton />}>
							<Backup />
						</Suspense>
					</Section>
					<Section id="export" title="Export" description="Your data as files, to use elsewhere or to take along.">
						<DownloadEverything />
					</Section>
					<Section
						id="sample-data"
						title="Sample data"
						description="Invented companies, people and deals to try things out with."
					>
						<Suspense fallback={<SampleDataSkeleton />}>
							<SampleData />
						</Suspense>
					</Section>
					<Section id="delete-account" title="Delete account" description="The end of everything that you keep here.">
						<Suspense fallback={<DeleteAccountSkeleton />}>
							<DeleteAccount />
						</Suspense>
					</Section>
				</div>
			</div>
		</>
	);
}
