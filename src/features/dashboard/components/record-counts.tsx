import { Stat, StatLink, StatsSkeleton } from '@/components/ui/stat';
import { listPath, wholeListPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { type Days, dayIn, monthOf, monthsLater } from '@/lib/dates/dates';
import { countGrowth, type Growth } from '../server/dashboard-queries';

/** How many companies and contacts there are, and how many were added this month and last month. */
export async function RecordCounts() {
	const userId = await requireUserId();
	const { timeZone } = await getSettings(userId);
	const now = monthOf(dayIn(new Date(), timeZone));
	const before = monthOf(monthsLater(now.from, -1));
	const { companies, contacts } = await countGrowth(userId, { now, before }, timeZone);
	return (
		<>
			<Count label="Total companies" list="companies" growth={companies} now={now} before={before} />
			<Count label="Total contacts" list="contacts" growth={contacts} now={now} before={before} />
		</>
	);
}

type CountProps = { label: string; list: 'companies' | 'contacts'; growth: Growth; now: Days; before: Days };

function Count({ label, list, growth, now, before }: CountProps) {
	const added = ({ from, to }: Days) => listPath(list, { createdFrom: from, createdTo: to });
	return (
		<Stat label={label} values={[growth.total.toLocaleString('en')]} href={wholeListPath(list)}>
			<StatLink href={added(now)}>
				<span>{growth.now.toLocaleString('en')}</span> new this month
			</StatLink>
			{', '}
			<StatLink href={added(before)}>
				<span>{growth.before.toLocaleString('en')}</span> last month
			</StatLink>
		</Stat>
	);
}

export function RecordCountsSkeleton() {
	return <StatsSkeleton count={2} />;
}
