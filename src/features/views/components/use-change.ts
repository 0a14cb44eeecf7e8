'use client';

import { type ReactNode, useTransition } from 'react';
import { type FormFailure, noAnswerFailure } from '@/components/form/form';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';

type Changed = { ok: true; data: { name: string }; changeSet: string };

/** Does something to a view; a toast says by `say` what was done and offers to take it back, or says why it was not. */
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
