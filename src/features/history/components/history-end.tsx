import { Link } from '@/components/ui/link';
import { requireUserId } from '@/lib/auth/session';
import { keptNames } from '../history-labels';
import { readKeptChoice } from '../server/kept-history-queries';

/** At the end of a history, how far back it goes, where that is not the beginning. */
export async function HistoryEnd() {
	const kept = await readKeptChoice(await requireUserId());
	if (kept === 'forever') return null;
	return (
		<p className="mt-3 text-center text-muted-foreground">
			History is kept for {keptNames[kept]}. <Link href="/settings#history">Change</Link>
		</p>
	);
}
