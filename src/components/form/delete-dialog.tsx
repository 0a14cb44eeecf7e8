'use client';

import { type ReactNode, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { AlertDialogCancel, AlertDialogFooter } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { isSaveKey } from '@/lib/browser/keyboard';
import { failureText } from '@/lib/errors/failure';
import type { Opener } from './dialog-opener';
import { type FormFailure, noAnswerFailure } from './form';
import { Question } from './question';
import { SignedOut } from './signed-out';
import { StillWorking } from './still-working';
import { useUndoToast } from './undo-toast';
import { useSendOnce } from './use-send-once';

export type DeleteDialogProps = {
	/** The question. */
	title: ReactNode;
	/** What the toast says afterwards. */
	done: ReactNode;
	/** The verb and noun on the button that does it, and what it says meanwhile. */
	confirm: string;
	busy?: string;
	/** What goes with it. */
	children: ReactNode;
	/** Without a change set there is no way back. */
	action: () => Promise<{ ok: true; changeSet?: string } | FormFailure>;
	onDeleted: () => void;
	/** The button that has opened it. */
	opener: Opener;
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** Where the focus goes, where the trigger goes with what is deleted. */
	onCloseAutoFocus?: (event: Event) => void;
};

/** Asks before something is deleted; afterwards a toast says so, and offers to take it back where that is possible. */
export function DeleteDialog(props: DeleteDialogProps) {
	const { title, done, confirm, busy = 'Deleting…', children, action, onDeleted } = props;
	const { opener, open, onOpenChange, onCloseAutoFocus } = props;
	const [failure, setFailure] = useState<FormFailure | null>(null);
	const [pending, deleteOnce] = useSendOnce();
	const undoToast = useUndoToast();

	function setOpen(opens: boolean) {
		setFailure(null);
		onOpenChange(opens);
	}

	function run() {
		deleteOnce(async () => {
			const result = await action().catch(noAnswerFailure('this was deleted'));
			if (!result.ok) {
				// a toast lies below the question, and cannot be clicked
				setFailure(result);
				return false;
			}
			setOpen(false);
			if (result.changeSet) undoToast(done, result.changeSet);
			else toast.success(done);
			onDeleted();
			return true;
		});
	}

	return (
		<Question
			opener={opener}
			open={open}
			onOpenChange={setOpen}
			{...(onCloseAutoFocus && { onCloseAutoFocus })}
			onKeyDown={(event) => {
				if (!isSaveKey(event.nativeEvent)) return;
				event.preventDefault();
				if (!event.repeat) run();
			}}
			title={title}
			consequences={children}
		>
			{failure && <Alert variant="destructive">{failure.signedOut ? <SignedOut /> : failureText(failure)}</Alert>}
			<StillWorking pending={pending} />
			<AlertDialogFooter>
				<AlertDialogCancel>Cancel</AlertDialogCancel>
				<Button variant="destructive" aria-disabled={pending || undefined} onClick={run}>
					{pending ? busy : confirm}
				</Button>
			</AlertDialogFooter>
		</Question>
	);
}
