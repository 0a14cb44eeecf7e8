'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, startTransition, useContext } from 'react';
import { toast } from 'sonner';
import { failureText } from '@/lib/failure';
import { focusPage } from '@/lib/focus-page';
import { listAround } from '@/lib/paths';
import { unsure } from './form';

type Undo = (input: { id: string }) => Promise<{ ok: true; data: { gone: string[] } } | { ok: false; message: string }>;

const UndoContext = createContext<Undo | null>(null);

/** Tells the pages how a change set is undone. Once, around the signed-in part. */
export function UndoProvider({ undo, children }: { undo: Undo; children: ReactNode }) {
	return <UndoContext value={undo}>{children}</UndoContext>;
}

/**
 * A function that says what was done in a toast and offers to undo it. Undoing leads from the page of a record that is gone
 * with it to the list around it.
 */
export function useUndoToast() {
	const undo = useContext(UndoContext);
	const router = useRouter();
	return (message: string, changeSet: string) => {
		const shown = toast.success(message, {
			duration: 10_000,
			...(undo && {
				action: {
					label: 'Undo',
					onClick: (event) => {
						// the way back stays until it has worked
						event.preventDefault();
						const button = event.currentTarget;
						// in one transition, so that the page is never shown without its record
						startTransition(async () => {
							const result = await undo({ id: changeSet }).catch(unsure('this was undone'));
							if (!result.ok) {
								toast.error(failureText(result));
								return;
							}
							const list = listAround(window.location.pathname, result.data.gone);
							if (list) router.replace(list);
							giveFocusBack(button);
							toast.dismiss(shown);
							toast.success('Undone.', { description: message });
						});
					},
				},
			}),
		});
	};
}

/** A button that goes must not take the focus with it: what had it before has it again, or the page where that is gone. */
function giveFocusBack(button: HTMLElement) {
	if (document.activeElement !== button) return;
	// sonner remembers what had it before, and hands it back when its own part is left
	button.blur();
	if (document.activeElement === document.body) focusPage();
}
