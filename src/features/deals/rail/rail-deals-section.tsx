import { RailSection } from '@/components/layout/record-frame';
import { AddLink } from '@/components/rail/add-link';
import { Link } from '@/components/ui/link';
import { listPath, newDealPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import { type DealsOfRecord, readRailDeals } from '../server/rail-deal-queries';
import { openStages } from '../stage/stages';
import { RailDealLines } from './rail-deal-lines';
import { closedText } from './rail-deals';

/** How many a rail shows at first. */
const shownDeals = 5;

type RailDealsSectionProps = { of: DealsOfRecord; title?: string };

/** The open deals of a company or a contact, and how many were won and lost. */
export async function RailDealsSection({ of, title = 'Deals' }: RailDealsSectionProps) {
	const userId = await requireUserId();
	const [{ deals, open, closed }, settings] = await Promise.all([
		readRailDeals(userId, of, shownDeals),
		getSettings(userId),
	]);
	const whose: Record<string, string> = 'contactId' in of ? { contact: of.contactId } : { company: of.companyId };
	const list = (stage: readonly string[]) => listPath('deals', { view: 'list', ...whose, stage });
	const past = closedText(closed, settings);
	return (
		<RailSection
			title={title}
			count={open > 0 ? `${open.toLocaleString('en')} open` : undefined}
			action={
				<AddLink
					href={newDealPath('contactId' in of ? { contactId: of.contactId } : { companyId: of.companyId })}
					label="Add deal"
				/>
			}
		>
			{open === 0 && <p>{past ? 'No open deals.' : 'No deals yet.'}</p>}
			{open > 0 && (
				<RailDealLines
					of={of}
					deals={deals}
					count={open}
					list={list(openStages)}
					today={dayIn(new Date(), settings.timeZone)}
				/>
			)}
			{past && (
				<Link href={list(['closed_won', 'closed_lost'])} className="show-all tabular-nums">
					{past}
				</Link>
			)}
		</RailSection>
	);
}
