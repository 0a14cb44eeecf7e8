'use client';

import { Button } from '@/components/ui/button';

const list = new Intl.ListFormat('en-US');

/** Says which fields a pasted signature has filled in, and takes that back by one click. */
export function FilledNote({ fields, onUndo }: { fields: string[]; onUndo: () => void }) {
	return (
		<p
			role="status"
			className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 bg-info-soft px-5 py-1.5 text-info-ink text-sm"
		>
			<span>{`Filled in from the signature: ${list.format(fields)}`}</span>
			<Button
				variant="ghost"
				size="sm"
				className="h-7 font-semibold text-info-ink hover:bg-info-ink/10 hover:text-info-ink"
				onClick={onUndo}
			>
				Undo fill
			</Button>
		</p>
	);
}
