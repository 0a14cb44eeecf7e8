'use client';

import { type ReactNode, useTransition } from 'react';
import { type FormFailure, noAnswerFailure } from '@/components/form/form';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';

type Changed = { ok: true; data: { name: string }; changeSet: string };

/** Changes a view. A toast shows the text of `say` and Undo, or why the change failed. */
export type ViewChange = (
	action: () => Promise<Changed | FormFailure>,
	say: (name: string) => ReactNode,
	onDone?: () => void,
) => void;

/** Runs actions on a view, one at a time. */
export function useChange(): { pending: boolean; change: ViewChange } {
	const [pending, start] = useTransition();
	const undoToast = useUndoToast();
	const change: ViewChange = (action, say, onDone) => {
		if (pending) return;
		start(async () => {
			const result = await action().catch(noAnswerFailure());
			if (!result.ok) {
				sayFailure(result);
				return;
			}
			undoToast(say(result.data.name), result.changeSet);
			onDone?.();
		});
	};
	return { pending, change };
}
