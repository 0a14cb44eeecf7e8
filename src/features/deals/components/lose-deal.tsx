'use client';

import { Form, type FormFailure } from '@/components/form/form';
import { OtherProblems } from '@/components/form/other-problems';
import { SubmitButton } from '@/components/form/submit-button';
import { Button } from '@/components/ui/button';
import {
	Dialog,
	DialogClose,
	DialogContent,
	DialogDescription,
	DialogFooter,
	DialogHeader,
	DialogTitle,
} from '@/components/ui/dialog';
import { LostFields } from './lost-fields';

export type LoseDealProps = {
	name: string;
	/** The user's day, YYYY-MM-DD. */
	today: string;
	/** Closes the deal with what was answered. */
	action: (answer: Record<string, unknown>) => Promise<{ ok: true } | FormFailure>;
	onDone: () => void;
	onCancel: () => void;
	/** Brings the focus back, once the question is gone. */
	onClosed?: () => void;
};

/** Asks why a deal is lost and when to try again. Enter is enough: neither has to be said. */
export function LoseDeal({ name, today, action, onDone, onCancel, onClosed }: LoseDealProps) {
	return (
		<Dialog open onOpenChange={(open) => open || onCancel()}>
			<DialogContent
				onCloseAutoFocus={(event) => {
					event.preventDefault();
					onClosed?.();
				}}
			>
				<DialogHeader>
					<DialogTitle className="wrap-anywhere">{name} is lost?</DialogTitle>
					<DialogDescription>What you note here helps with the next one. You can leave it empty.</DialogDescription>
				</DialogHeader>
				<Form stays action={action} onDone={onDone}>
					<div className="flex flex-col gap-4">
						<LostFields today={today} />
						<OtherProblems fields={['lostReason', 'tryAgainOn']} />
					</div>
					<DialogFooter className="mt-5">
						<DialogClose asChild>
							<Button variant="outline">Cancel</Button>
						</DialogClose>
						<SubmitButton pendingText="Saving…">Mark as lost</SubmitButton>
					</DialogFooter>
				</Form>
			</DialogContent>
		</Dialog>
	);
}
