import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { allFollowUpsPath, followUpsPath } from '@/domain/paths';
import { FollowUps } from '@/features/follow-ups/components/follow-ups';

export const metadata: Metadata = { title: 'Follow-ups' };

export default async function FollowUpsPage({ searchParams }: PageProps<'/follow-ups'>) {
	const showsAll = (await searchParams).show === 'all';
	return (
		<>
			<PageHeader title="Follow-ups" breadcrumbs={[{ label: 'Activities', href: '/activities' }]} />
			{/* by its address, so that what was ticked off goes with a look at all of them */}
			<FollowUps
				key={showsAll ? allFollowUpsPath : followUpsPath}
				shown={showsAll ? 'most' : 'more'}
				morePath={showsAll ? undefined : allFollowUpsPath}
			/>
		</>
	);
}
