import { TriangleAlert } from 'lucide-react';
import { connection } from 'next/server';
import { lowDisksHere } from '@/lib/disk-folders';
import { readableSize } from '@/lib/disk-space';

/** A warning where a disk that MiniCRM writes to is nearly full; nothing otherwise. */
export async function DiskSpace() {
	await connection();
	return lowDisksHere().map(({ folder, free }) => (
		<p key={folder} role="status" className="flex items-start gap-2 font-medium text-warning-ink">
			<TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
			<span className="min-w-0 wrap-anywhere">
				The disk with {folder} is almost full: {readableSize(free)} free. Delete what you no longer need on it, or move
				MiniCRM to a larger one. When it is full, nothing can be saved.
			</span>
		</p>
	));
}
