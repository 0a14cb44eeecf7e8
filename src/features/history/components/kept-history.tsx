import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { formatDay } from '@/lib/dates/dates';
import { readableSize } from '@/lib/operations/disk-space';
import { counted } from '@/lib/text/counted';
import { keptNames } from '../history-labels';
import { type KeptChoice, keptChoices } from '../schema';
import { type HistorySize, readKeptHistory } from '../server/kept-history-queries';
import { KeptHistoryForm } from './kept-history-form';

/** How large the history is, and the choice how long it is kept. */
export async function KeptHistory() {
	const userId = await requireUserId();
	const [{ kept, since, all, older }, settings] = await Promise.all([readKeptHistory(userId), getSettings(userId)]);
	const say = (choice: KeptChoice) => {
		if (choice === 'forever') return 'Every change can be undone and looked up.';
		if (older[choice].changes === 0) return 'Nothing is that old yet.';
		return `Deletes ${sizeInWords(older[choice])} that can then no longer be undone or looked up.`;
	};
	return (
		<div className="flex flex-col gap-3">
			{since && (
				<p>
					<span>{sizeInWords(all)}</span> since <span>{formatDay(since, settings)}</span>.
				</p>
			)}
			<KeptHistoryForm
				kept={kept}
				choices={keptChoices.map((value) => ({ value, label: keptNames[value], hint: say(value) }))}
			/>
		</div>
	);
}

export function KeptHistorySkeleton() {
	return <p className="text-muted-foreground">Looking at how large the history is…</p>;
}

function sizeInWords({ changes, bytes }: HistorySize): string {
	const size = bytes < 1_000_000 ? 'less than 1 MB' : `about ${readableSize(bytes)}`;
	return `${counted(changes, 'change', 'changes')} (${size})`;
}
