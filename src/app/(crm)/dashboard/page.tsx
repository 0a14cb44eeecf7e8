import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { GoingQuiet, GoingQuietSkeleton } from '@/features/contacts/components/going-quiet';
import { Overview, OverviewSkeleton } from '@/features/dashboard/components/overview';

export const metadata: Metadata = { title: 'Dashboard' };

export default function DashboardPage() {
	return (
		<>
			<PageHeader
				title="Dashboard"
				actions={
					<>
						<Button asChild>
							<Link href="/companies/new">
								<Plus aria-hidden /> New company
							</Link>
						</Button>
						<Button asChild variant="outline">
							<Link href="/contacts/new">
								<Plus aria-hidden /> New contact
							</Link>
						</Button>
					</>
				}
			/>
			<Suspense fallback={<OverviewSkeleton />}>
				<Overview />
			</Suspense>
			<div className="mt-5">
				<Suspense fallback={<GoingQuietSkeleton />}>
					<GoingQuiet />
				</Suspense>
			</div>
		</>
	);
}
