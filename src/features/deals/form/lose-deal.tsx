'use client';

import type { FormFailure } from '@/components/form/form';
import { FormDialog } from '@/components/form/form-dialog';
import { message } from '@/components/form/message';
import { OtherProblems } from '@/components/form/other-problems';
import { LostFields } from './lost-fields';

export type LoseDealProps = {
	name: string;
	/** The user's day, YYYY-MM-DD. */
	today: string;
	/** Closes the deal with the answer. */
	action: (answer: Record<string, unknown>) => Promise<{ ok: true } | FormFailure>;
	onDone: () => void;
	onCancel: () => void;
	/** Brings the focus back, once the question is gone. */
	onClosed?: () => void;
};

/** Asks why a deal is lost and when to try again. Both answers are optional, so Enter is enough. */
export function LoseDeal({ name, today, action, onDone, onCancel, onClosed }: LoseDealProps) {
	return (
		<FormDialog
			open
			onOpenChange={(open) => open || onCancel()}
			title={message`${name} is lost?`}
			description="What you note here helps with the next one. You can leave it empty."
			submit="Mark as lost"
			stays
			onCloseAutoFocus={(event) => {
				event.preventDefault();
				onClosed?.();
			}}
			action={action}
			onDone={onDone}
		>
			<div className="flex flex-col gap-4">
				<LostFields today={today} />
				<OtherProblems fields={['lostReason', 'tryAgainOn']} />
			</div>
		</FormDialog>
	);
}
