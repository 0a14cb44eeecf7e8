import { connection } from 'next/server';
import { TriangleAlertIcon } from '@/components/ui/icons';
import { requireUserId } from '@/lib/auth/session';
import { lowDisksHere } from '@/lib/files/disk-folders';
import { type FreeSpace as Disk, readableSize } from '@/lib/operations/disk-space';
import { isOwner } from '../server/account-queries';

/** A warning if a disk that MiniCRM writes to is almost full. Only the owner sees which folder it is. */
export async function LowDiskWarning() {
	await connection();
	const disks = lowDisksHere();
	if (disks.length === 0) return null;
	const owns = await isOwner(await requireUserId());
	// of one installation the others need to know no more than how little is left
	const shown = owns ? disks : disks.toSorted((a, b) => a.free - b.free).slice(0, 1);
	return shown.map((disk) => (
		// a key is sent to the browser as well
		<p
			key={owns ? disk.folder : 'fullest'}
			role="status"
			className="flex items-start gap-2 font-medium text-warning-ink"
		>
			<TriangleAlertIcon className="mt-0.5 size-4 shrink-0" />
			<span className="min-w-0 wrap-anywhere">{owns ? <ForOwner {...disk} /> : <ForOthers {...disk} />}</span>
		</p>
	));
}

function ForOwner({ folder, free }: Disk) {
	return (
		<>
			The disk with <span translate="no">{folder}</span> is almost full: <span>{readableSize(free)}</span> free. Delete
			what you no longer need on it, or move MiniCRM to a larger one. When it is full, nothing can be saved.
		</>
	);
}

function ForOthers({ free }: Disk) {
	return (
		<>
			The server’s disk is almost full: <span>{readableSize(free)}</span> free. When it is full, nothing can be saved.
			Tell the owner of this installation.
		</>
	);
}
