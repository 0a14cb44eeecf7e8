import type { Metadata, Route } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { ChartColumnIcon, PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Dashboard } from './dashboard';

export const metadata: Metadata = { title: 'Dashboard' };

const quickActions: { label: string; href: Route }[] = [
	{ label: 'New company', href: '/companies/new' },
	{ label: 'New contact', href: '/contacts/new' },
	{ label: 'New deal', href: '/deals/new' },
	{ label: 'Log activity', href: '/activities/new' },
];

export default function DashboardPage() {
	return (
		<>
			<PageHeader
				title="Dashboard"
				actions={
					<>
						<Button asChild variant="ghost">
							<Link href="/reports" title="Reports">
								<ChartColumnIcon />
								<span className="max-sm:sr-only">Reports</span>
							</Link>
						</Button>
						{quickActions.map(({ label, href }, index) => (
							<Button key={href} asChild variant={index === 0 ? 'default' : 'outline'}>
								<Link href={href}>
									<PlusIcon /> <span>{label}</span>
								</Link>
							</Button>
						))}
					</>
				}
			/>
			<Dashboard />
		</>
	);
}
