import { Card, CardAction, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { contactPath, dealsPath } from '@/domain/paths';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { formatDate, formatDay } from '@/lib/dates/dates';
import { formatMoney } from '@/lib/money/money';
import { type DealRow, listDealsOf, maxShownDeals } from '../server/deal-queries';
import { DealHeading } from './deal-heading';

type RecordDealsProps = { of: { companyId: string } | { contactId: string }; count: number };

/** The deals of a company or a person, open ones first; `count` is how many there are. */
export async function RecordDeals({ of, count }: RecordDealsProps) {
	const userId = await requireUserId();
	const [deals, settings] = await Promise.all([listDealsOf(userId, of), getSettings(userId)]);
	const isCompany = 'companyId' in of;
	const more = count > maxShownDeals;
	return (
		<Card className={deals.length > 0 ? 'gap-2 pb-1' : undefined}>
			<CardHeader>
				<CardTitle>{more ? `The first ${maxShownDeals} deals` : 'Deals'}</CardTitle>
				{deals.length > 0 && (
					<CardAction>
						<Link
							href={dealsPath(isCompany ? { company: of.companyId } : { contact: of.contactId })}
							className="text-sm hover:underline"
						>
							All in the list
						</Link>
					</CardAction>
				)}
			</CardHeader>
			{deals.length === 0 ? (
				<CardContent className="text-muted-foreground">
					None yet. Add what you hope to sell <span>{isCompany ? 'to this company' : 'to this person'}</span>.
				</CardContent>
			) : (
				<CardContent className="px-0">
					<ul>
						{deals.map((deal) => (
							<DealLine key={deal.id} deal={deal} settings={settings} withContact={isCompany} />
						))}
					</ul>
				</CardContent>
			)}
		</Card>
	);
}

type DealLineProps = { deal: DealRow; settings: Settings; withContact: boolean };

function DealLine({ deal, settings, withContact }: DealLineProps) {
	const { id, name, stage, value, currency, contactId, contactName, expectedCloseOn, closedAt } = deal;
	return (
		<li className="grid gap-x-6 gap-y-1 border-t px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,auto)]">
			<div className="min-w-0">
				<DealHeading id={id} name={name} stage={stage} />
				{withContact && contactId && (
					<Link href={contactPath(contactId)} translate="no" className="text-link text-muted-foreground">
						{contactName}
					</Link>
				)}
			</div>
			<div className="tabular-nums sm:text-right">
				<p className="font-semibold">{formatMoney(value, { locale: settings.locale, currency })}</p>
				<p className="text-muted-foreground text-xs leading-6">
					{closedAt
						? `Closed ${formatDay(closedAt, settings)}`
						: expectedCloseOn
							? `Expected ${formatDate(expectedCloseOn, settings)}`
							: 'No expected close date'}
				</p>
			</div>
		</li>
	);
}
