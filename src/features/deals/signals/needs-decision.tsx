import { Link } from '@/components/ui/link';
import { dealPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { formatMoney } from '@/lib/money/money';
import { listDecisions } from '../server/decision-queries';
import { DecisionButton } from './decision-button';
import { decisionOf } from './decisions';

/** The open deals with the worst signals, each with its limit in words and the one button that clears it. Nothing where all are well. */
export async function NeedsDecision() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const today = dayIn(new Date(), settings.timeZone);
	const deals = (await listDecisions(userId, settings)).flatMap((deal) => {
		const decision = decisionOf(deal, today);
		return decision ? [{ ...deal, decision }] : [];
	});
	if (deals.length === 0) return null;
	return (
		<section aria-labelledby="needs-decision" className="today-part">
			<h2 id="needs-decision">
				Needs a decision <span>{deals.length}</span>
			</h2>
			<ul>
				{deals.map(({ id, name, value, currency, companyName, decision }) => (
					<li key={id} data-row className="decision">
						<p data-title>
							<Link href={dealPath(id)} translate="no">
								{name}
							</Link>
							<span>{formatMoney(value, { locale: settings.locale, currency })}</span>
						</p>
						<p data-why={decision.tone}>
							<span>{decision.text}</span> · <span translate="no">{companyName}</span>
						</p>
						<DecisionButton remedy={decision.remedy} deal={{ id, name }} />
					</li>
				))}
			</ul>
		</section>
	);
}
