import type { Route } from 'next';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { listPath } from '@/domain/paths';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, quarterOf } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import { presentAmounts } from '../board/short-amounts';
import { closingSoonDays, closingSoonParams, wonDealsParams } from '../schema';
import { sumForToday } from '../server/deal-board-queries';
import { openStages } from '../stage/stages';
import { Amounts } from './amounts';

/** What is open, what that is worth, what closes soon and what was won: each leads to the list of exactly these deals. */
export async function KeyFigures() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const today = dayIn(new Date(), settings.timeZone);
	const sums = await sumForToday(userId, settings.timeZone);
	const open = listPath('deals', { view: 'list', stage: openStages });
	const figures: FigureProps[] = [
		{ label: 'Open', href: open, ...present(sums.all, 'open', 'value', settings) },
		{ label: 'Weighted', href: open, ...present(sums.all, 'open', 'weighted', settings), count: null },
		{
			label: `Closing in ${closingSoonDays} days`,
			href: listPath('deals', closingSoonParams(today)),
			...present(sums.closing, 'open', 'value', settings),
		},
		{
			label: 'Won this quarter',
			href: listPath('deals', wonDealsParams(quarterOf(today))),
			...present(sums.wonQuarter, 'won', 'value', settings),
		},
	];
	return (
		<dl aria-label="Key figures" className="key-figures">
			{figures.map((figure) => (
				<Figure key={figure.label} {...figure} />
			))}
		</dl>
	);
}

type Sums = Awaited<ReturnType<typeof sumForToday>>['all'];

function present(sums: Sums, status: 'open' | 'won', amount: 'value' | 'weighted', settings: Settings) {
	const totals = sums.filter((sum) => sum.stage === null && sum.status === status);
	return {
		amounts: presentAmounts(totals, amount, settings),
		count: totals.reduce((count, sum) => count + sum.count, 0),
	};
}

type FigureProps = {
	label: string;
	href: Route;
	amounts: ReturnType<typeof presentAmounts>;
	/** How many deals these are. */
	count: number | null;
};

function Figure({ label, href, amounts, count }: FigureProps) {
	return (
		<div>
			<dt>
				<Link href={href}>{label}</Link>
			</dt>
			<dd title={amounts.others.length > 0 ? amounts.whole : undefined}>
				<Amounts amounts={amounts} />
				{count !== null && <span> {counted(count, 'deal', 'deals')}</span>}
			</dd>
		</div>
	);
}

export function KeyFiguresSkeleton() {
	return <Skeleton className="h-10" />;
}
