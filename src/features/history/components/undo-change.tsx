'use client';

import type { Route } from 'next';
import { useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { sayFailure } from '@/components/form/say-failure';
import { StillWorking } from '@/components/form/still-working';
import { useUndoToast } from '@/components/form/undo-toast';
import { useLeave } from '@/components/form/use-leave';
import { Button } from '@/components/ui/button';
import { UndoIcon } from '@/components/ui/icons';
import { undoChangeSet } from '../actions';

type UndoChangeProps = {
	changeSet: string;
	/** What was done by the change, or what was undone or redone by it. */
	label: string;
	/** Whether it was an undo, which is undone by doing it again. */
	isUndo: boolean;
	/** The element that names the change to undo, which gets the focus afterward. */
	titleId: string;
	/** Where to go because the page is of something that the undo takes away. */
	leaveTo?: Route | undefined;
};

/** Takes a change back; what came in between is named by the refusal. */
export function UndoChange({ changeSet, label, isUndo, titleId, leaveTo }: UndoChangeProps) {
	const leave = useLeave();
	const undoToast = useUndoToast();
	const [pending, startUndoing] = useTransition();

	function undo() {
		startUndoing(async () => {
			const result = await undoChangeSet({ id: changeSet }).catch(noAnswerFailure('this was undone'));
			if (!result.ok) {
				sayFailure(result, { duration: 10_000 });
				return;
			}
			if (isUndo) undoToast(`Redone: ${label}`, result.changeSet);
			else undoToast(`Undone: ${label}`, result.changeSet, { way: 'Redo' });
			if (leaveTo) leave(leaveTo);
			else document.getElementById(titleId)?.focus();
		});
	}

	return (
		<>
			<Button
				variant="outline"
				size="sm"
				aria-describedby={titleId}
				aria-disabled={pending || undefined}
				onClick={() => pending || undo()}
			>
				<UndoIcon /> <span>{pending ? 'Undoing…' : 'Undo this change'}</span>
			</Button>
			<StillWorking pending={pending} />
		</>
	);
}
