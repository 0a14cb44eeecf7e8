import { Stat, StatLink, StatsSkeleton } from '@/components/ui/stat';
import { listPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, monthOf, monthsLater } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import { countOf, presentSums, type ShownSum } from '../board/board-columns';
import { wonDealsParams } from '../schema';
import { sumForDashboard } from '../server/deal-board-queries';
import { openStages } from '../stage/stages';

/** The number and value of open deals, and of deals won this month and last month, per currency. */
export async function DealNumbers() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const { timeZone } = settings;
	const now = monthOf(dayIn(new Date(), timeZone));
	const before = monthOf(monthsLater(now.from, -1));
	const sums = await sumForDashboard(userId, timeZone);
	const { open } = presentSums(sums.all, settings).totals;
	const { won } = presentSums(sums.wonNow, settings).totals;
	const { won: wonBefore } = presentSums(sums.wonBefore, settings).totals;
	const openList = listPath('deals', { view: 'list', stage: openStages });
	const money = (shown: ShownSum[], amount: 'value' | 'weighted') =>
		shown.length > 0 ? shown.map((sum) => sum[amount]) : ['0'];
	return (
		<>
			<Stat label="Open deals" values={[countOf(open).toLocaleString('en')]} href={openList} />
			<Stat label="Pipeline value" values={money(open, 'value')} href={openList} />
			<Stat label="Weighted value" values={money(open, 'weighted')} href={openList} />
			<Stat label="Won this month" values={money(won, 'value')} href={listPath('deals', wonDealsParams(now))}>
				<span>{counted(countOf(won), 'deal', 'deals')}</span>,{' '}
				<StatLink href={listPath('deals', wonDealsParams(before))}>
					{wonBefore.length > 0 ? `${money(wonBefore, 'value').join(' and ')} last month` : 'none last month'}
				</StatLink>
			</Stat>
		</>
	);
}

export function DealNumbersSkeleton() {
	return <StatsSkeleton count={4} />;
}
