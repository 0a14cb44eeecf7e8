import type { Metadata } from 'next';
import { Button } from '@/components/ui/button';
import { ListTodoIcon, PlusIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { dateStyleOf, sayDate } from '@/lib/dates/dates-style';
import { Today } from './today';

export const metadata: Metadata = { title: 'Today' };

export default async function TodayPage({ searchParams }: PageProps<'/dashboard'>) {
	const { timeZone, locale } = await getSettings(await requireUserId());
	return (
		<div className="today">
			<header>
				<h1>Today</h1>
				<p>{sayDate(dayIn(new Date(), timeZone), dateStyleOf(locale)).replace(/,? \d{4}$/, '')}</p>
				<Button asChild variant="outline" size="sm">
					<Link href="/dashboard/next">
						<ListTodoIcon /> Next <Kbd aria-hidden>g n</Kbd>
					</Link>
				</Button>
				<Button asChild size="sm" className="max-sm:hidden">
					<Link href="/activities/new">
						<PlusIcon /> Log activity
					</Link>
				</Button>
			</header>
			<Today params={searchParams} />
		</div>
	);
}
