'use client';

import type { Route } from 'next';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { message } from '@/components/form/message';
import { FilledNote } from '@/components/form/quick/filled-note';
import type { FormTexts } from '@/components/form/quick/form-texts';
import { QuickDialog } from '@/components/form/quick/quick-dialog';
import { useUndoToast } from '@/components/form/undo-toast';
import type { Wanted } from '@/domain/creating';
import { companyPath, contactPath, dealPath } from '@/domain/paths';
import { createCompanyAndMore, createContactAndMore, createDealAndMore } from '@/features/quick-create/actions';
import { type NewPart, sayAdded, sentRecords } from '@/features/quick-create/sent-records';
import { usePreset } from '@/features/quick-create/use-preset';
import type { MoneyStyle } from '@/lib/money/money';
import { PartsOf } from './parts-of';
import { useParts } from './use-parts';

type RecordDialogProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	wanted: Wanted & { what: NewPart };
	money: MoneyStyle;
};

const words = {
	company: { title: 'New company', create: createCompanyAndMore, pathOf: companyPath },
	contact: { title: 'New contact', create: createContactAndMore, pathOf: contactPath },
	deal: { title: 'New deal', create: createDealAndMore, pathOf: dealPath },
} satisfies Record<NewPart, { title: string; create: typeof createDealAndMore; pathOf: (id: string) => Route }>;

const newIds = () => ({ company: uuidv7(), contact: uuidv7(), deal: uuidv7() });

/** Creates a company, its contact and its deal over the page that is open: all of them at once, whichever it is opened for. */
export function RecordDialog({ open, onOpenChange, wanted, money }: RecordDialogProps) {
	const { what } = wanted;
	const [turn, setTurn] = useState(0);
	const [ids, setIds] = useState(newIds);
	const { preset, read } = usePreset(wanted.of);
	const parts = useParts(wanted, preset);
	const undoToast = useUndoToast();
	const { title, create } = words[what];

	async function save(texts: FormTexts) {
		// the records that this belongs to are known before anything is saved
		const known = preset ?? (await read());
		return create(sentRecords(what, texts, ids, parts.fixedWith(known), known.custom));
	}

	return (
		<QuickDialog
			open={open}
			onOpenChange={onOpenChange}
			turn={turn}
			title={title}
			description="Enter moves to the next field, and Shift+Enter to the next part. Ctrl+Enter saves."
			className="max-w-[45rem]"
			submit="Save"
			pendingText="Saving…"
			hasAnother
			adds={(data) => {
				const texts = Object.fromEntries(data) as FormTexts;
				return sayAdded(sentRecords(what, texts, ids, parts.fixed, preset?.custom), texts);
			}}
			action={(fields) => save(fields as FormTexts)}
			onDone={({ data, changeSet }, another) => {
				const order = [what, 'company', 'contact', 'deal'] as const;
				const made = [...new Set(order)].flatMap((part) => (data[part] ? [{ part, ...data[part] }] : []));
				const [main] = made;
				if (main) {
					const madeAt = words[main.part].pathOf(main.id);
					undoToast(sayCreated(made.map(({ name }) => name)), changeSet, { madeAt });
				}
				if (!another) return onOpenChange(false);
				setIds(newIds());
				parts.reset();
				setTurn(turn + 1);
			}}
		>
			{parts.filled && <FilledNote fields={parts.filled.said} onUndo={parts.takeBack} />}
			<PartsOf {...{ what, ids, money, parts }} industries={preset?.industries ?? []} custom={preset?.custom} />
		</QuickDialog>
	);
}

function sayCreated([first, second, third]: string[]) {
	if (third) return message`Created ${first}, ${second}, and ${third}`;
	return second ? message`Created ${first} and ${second}` : message`Created ${first}`;
}
