import { TriangleAlertIcon } from '@/components/ui/icons';
import { requireUserId } from '@/lib/auth/session';
import { formatDay, formatMoment } from '@/lib/dates/dates';
import { readLastBackup } from '@/lib/files/last-backup';
import { getSettings } from '../server/account-queries';

/** When the last verified backup was made, with a warning if that is long ago or there is none. */
export async function Backup() {
	const settings = await getSettings(await requireUserId());
	const last = await readLastBackup(new Date());
	return (
		<div className="flex flex-col gap-2">
			{last && (
				<p>
					Last backup <span>{formatMoment(last.at, settings)}</span>: <span>{last.rows.toLocaleString('en')}</span>{' '}
					rows,{' '}
					<span>
						{last.verified === 'restored' ? 'restored on trial and found equal.' : 'read back and found equal.'}
					</span>
					{last.historySince && (
						<span>
							{' '}
							Undo in it reaches back to <span>{formatDay(last.historySince, settings)}</span>.
						</span>
					)}
				</p>
			)}
			{(!last || last.isOld) && (
				<p className="flex items-start gap-2 font-medium text-warning-ink">
					<TriangleAlertIcon className="mt-0.5 size-4 shrink-0" />
					<span>
						{last
							? 'That is more than two days ago.'
							: 'There is no backup yet. If this machine breaks, everything is lost.'}
					</span>
				</p>
			)}
			<p className="text-muted-foreground">
				On the machine that MiniCRM runs on, <code className="whitespace-nowrap">npm run backup</code> makes one; let it
				run every night.
			</p>
		</div>
	);
}
