import { Link } from '@/components/ui/link';
import { dealPath, listPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn, monthOf } from '@/lib/dates/dates';
import { dateStyleOf, sayDayOfMonth } from '@/lib/dates/dates-style';
import { formatMoney } from '@/lib/money/money';
import { presentAmounts } from '../board/short-amounts';
import { wonDealsParams } from '../schema';
import { sumForToday } from '../server/deal-board-queries';
import { listLatestWins } from '../server/decision-queries';

/** What was won this month, with the latest deals. */
export async function LatestWins() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const month = monthOf(dayIn(new Date(), settings.timeZone));
	const [sums, deals] = await Promise.all([
		sumForToday(userId, settings.timeZone),
		listLatestWins(userId, month.from, settings.timeZone),
	]);
	const won = sums.wonMonth.filter(({ stage }) => stage === null);
	const { first, others, whole } = presentAmounts(won, 'value', settings);
	return (
		<section aria-labelledby="latest-wins" className="today-part">
			<h2 id="latest-wins">
				<Link href={listPath('deals', wonDealsParams(month))}>Won this month</Link>
				{won.length > 0 && (
					<b title={whole}>
						{first}
						{others.map((other) => (
							<span key={other}> + {other}</span>
						))}
					</b>
				)}
			</h2>
			{deals.length === 0 ? (
				<p>No deals won yet this month.</p>
			) : (
				<ul>
					{deals.map(({ id, name, value, currency, closedAt }) => (
						<li key={id} data-row className="win">
							<Link href={dealPath(id)} translate="no">
								{name}
							</Link>{' '}
							<span>{sayDayOfMonth(dayIn(closedAt, settings.timeZone), dateStyleOf(settings.locale))}</span>
							<span>{formatMoney(value, { locale: settings.locale, currency })}</span>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
