'use client';

import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import type { AgendaEntry } from '../agenda-entry';

type OutcomeDialogProps = { entry: AgendaEntry; onSave: (outcome: string) => void; onClose: () => void };

/** Asks what came of something planned; done means talked to. */
export function OutcomeDialog({ entry, onSave, onClose }: OutcomeDialogProps) {
	return (
		<Dialog open onOpenChange={(open) => open || onClose()}>
			<DialogContent>
				<DialogHeader>
					<DialogTitle>
						Log “<span translate="no">{entry.title}</span>”
					</DialogTitle>
					<DialogDescription>
						{[entry.contact?.name, entry.company?.name].filter(Boolean).map((name, index) => (
							<span key={name} translate="no">
								{index > 0 && ' · '}
								{name}
							</span>
						))}
					</DialogDescription>
				</DialogHeader>
				<Form
					stays
					className="flex flex-col gap-4"
					action={async ({ outcome }) =>
						typeof outcome === 'string' && outcome.trim()
							? { ok: true as const, outcome }
							: { ok: false as const, message: '', fieldErrors: { outcome: 'Enter what came of it.' } }
					}
					onDone={({ outcome }) => onSave(outcome)}
				>
					<TextField name="outcome" label="Outcome" required autoFocus placeholder="What was said or agreed" />
					<SubmitButton pendingText="Logging…">Log outcome</SubmitButton>
				</Form>
			</DialogContent>
		</Dialog>
	);
}
