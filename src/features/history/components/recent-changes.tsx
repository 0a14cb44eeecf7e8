import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { listChanges } from '../server/history-queries';
import { HistoryEntries } from './history-entries';

type RecentChangesProps = {
	/** How many of the latest changes to show. */
	limit: number;
	/** Whether they are shown in a card, with a link to more of them. */
	more?: boolean;
};

/** The account's latest changes, including those to deleted records, each with Undo if that is possible. */
export async function RecentChanges({ limit, more = false }: RecentChangesProps) {
	const userId = await requireUserId();
	const [{ entries, names }, settings] = await Promise.all([listChanges(userId, limit), getSettings(userId)]);
	if (entries.length === 0) return <p className="text-muted-foreground">Nothing has been changed yet.</p>;
	return (
		<>
			<HistoryEntries entries={entries} names={names} settings={settings} inCard={more} />
			{more && entries.length === limit && (
				<Button asChild variant="outline" className="mt-4">
					<Link href="/settings/history">Show all changes</Link>
				</Button>
			)}
		</>
	);
}
