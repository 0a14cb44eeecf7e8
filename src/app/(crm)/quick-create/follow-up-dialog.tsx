'use client';

import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { message } from '@/components/form/message';
import { QuickDialog } from '@/components/form/quick/quick-dialog';
import { useUndoToast } from '@/components/form/undo-toast';
import type { Belonging } from '@/domain/creating';
import { createFollowUp } from '@/features/follow-ups/actions';
import { FollowUpPart } from '@/features/follow-ups/components/follow-up-part';
import { repeatIn } from '@/features/follow-ups/components/repeat-fields';
import { type ChosenLink, linkOf, sentLinks } from '@/features/follow-ups/follow-up-links';
import type { Preset } from '@/features/quick-create/server/preset-queries';
import { usePreset } from '@/features/quick-create/use-preset';

type FollowUpDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; of: Belonging };

/** Adds a follow-up over the page that is open: what, when, and about whom. */
export function FollowUpDialog({ open, onOpenChange, of }: FollowUpDialogProps) {
	const [id] = useState(() => uuidv7());
	const { preset, read } = usePreset(of);
	// what was chosen in place of the record whose page is open
	const [chosen, setChosen] = useState<ChosenLink | null>();
	const undoToast = useUndoToast();
	const about = chosen === undefined ? linkOfPreset(preset) : (chosen ?? undefined);

	async function save(fields: Record<string, unknown>) {
		const known = preset ?? (await read());
		const link = chosen === undefined ? linkOfPreset(known) : chosen;
		return createFollowUp({
			id,
			title: fields.title,
			dueOn: fields.dueOn,
			dueTime: fields.dueTime,
			isTheirs: fields.isTheirs === 'on',
			isImportant: fields.isImportant === 'on',
			repeats: repeatIn(fields),
			...sentLinks(link),
		});
	}

	return (
		<QuickDialog
			open={open}
			onOpenChange={onOpenChange}
			title="New follow-up"
			description="Enter moves to the next field. Ctrl+Enter saves."
			className="max-w-[32.5rem]"
			submit="Add follow-up"
			pendingText="Adding…"
			adds={() => ''}
			action={save}
			onDone={({ data, changeSet }) => {
				undoToast(message`Added ${data.title}`, changeSet);
				onOpenChange(false);
			}}
		>
			<FollowUpPart about={about} onChoose={setChosen} />
		</QuickDialog>
	);
}

function linkOfPreset(preset: Preset | null): ChosenLink | undefined {
	return preset ? linkOf(preset) : undefined;
}
