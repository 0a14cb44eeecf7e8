'use client';

import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { Form } from '@/components/form/form';
import { message } from '@/components/form/message';
import { OtherProblems } from '@/components/form/other-problems';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { dealPath } from '@/domain/paths';
import { CompanyPicker } from '@/features/companies/components/company-picker';
import { isComposing } from '@/lib/browser/keyboard';
import { createDeal } from '../actions';
import type { DealStage } from '../stage/stages';

type NewCardProps = {
	stage: DealStage;
	/** The account's currency. */
	currency: string;
	/** Whether it is shown; what was typed stays while it is not. */
	open: boolean;
	onClose: () => void;
};

/** Adds deals to a column, one after another: Enter saves and begins the next one, Escape ends it. */
export function NewCard({ stage, currency, open, onClose }: NewCardProps) {
	const [id, setId] = useState(() => uuidv7());
	const undoToast = useUndoToast();
	const place = useRef<HTMLDivElement>(null);

	async function save(fields: Record<string, unknown>) {
		return createDeal({ ...fields, id, stage, currency });
	}

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: hears what its fields leave over
		<div
			ref={place}
			hidden={!open}
			className="mx-1.75 mb-2 rounded-md border border-ring bg-card p-2.5 shadow-md"
			onKeyDown={(event) => {
				if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event.nativeEvent)) return;
				// an open list closes first
				if (event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true') return;
				event.stopPropagation();
				onClose();
			}}
		>
			<Form
				key={id}
				action={save}
				stays
				onDone={({ data, changeSet }) => {
					undoToast(message`Created ${data.name}`, changeSet, { madeAt: dealPath(data.id) });
					setId(uuidv7());
				}}
			>
				<div className="flex flex-col gap-2">
					<TextField name="name" label="Deal name" required autoFocus={open} />
					<CompanyPicker name="companyId" label="Company" required />
					<TextField name="value" label={`Deal value (${currency})`} required inputMode="text" />
					<OtherProblems fields={['name', 'companyId', 'newCompany', 'value']} />
					<div className="flex justify-end gap-2">
						<Button type="button" variant="ghost" size="sm" onClick={onClose}>
							Close
						</Button>
						<SubmitButton size="sm" pendingText="Adding…">
							Add deal
						</SubmitButton>
					</div>
				</div>
			</Form>
		</div>
	);
}
