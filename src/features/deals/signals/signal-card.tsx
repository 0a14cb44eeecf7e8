import { NoticeCard } from '@/components/rail/notice-card';
import { dealPath } from '@/domain/paths';
import type { Deal, readSignals } from '../server/deal-queries';
import { dealNotices } from './deal-notices';

/** How many signals are put into sentences: more at once are read by nobody. */
const shownNotices = 3;

type SignalCardProps = {
	deal: Pick<Deal, 'id' | 'company'>;
	found: Awaited<ReturnType<typeof readSignals>>;
};

/** What a deal needs, each with the button that does it. */
export function SignalCard({ deal: { id, company }, found }: SignalCardProps) {
	if (!found) return null;
	const notices = dealNotices(found, { edit: `${dealPath(id)}/edit`, companyId: company.id });
	return <NoticeCard notices={notices.slice(0, shownNotices)} />;
}
