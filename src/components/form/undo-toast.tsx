'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { toast } from 'sonner';
import { unsure } from './form';

type Undo = (input: { id: string }) => Promise<{ ok: true } | { ok: false; message: string }>;

const UndoContext = createContext<Undo | null>(null);

/** Tells the pages how a change set is undone. Once, around the signed-in part. */
export function UndoProvider({ undo, children }: { undo: Undo; children: ReactNode }) {
	return <UndoContext value={undo}>{children}</UndoContext>;
}

/** A function that says what was done in a toast and offers to take it back. */
export function useUndoToast() {
	const undo = useContext(UndoContext);
	return (message: string, changeSet: string) => {
		const shown = toast.success(message, {
			duration: 10_000,
			...(undo && {
				action: {
					label: 'Undo',
					onClick: async (event) => {
						// the way back stays until it has worked
						event.preventDefault();
						const result = await undo({ id: changeSet }).catch(unsure('this was undone'));
						if (!result.ok) {
							toast.error(result.message);
							return;
						}
						toast.dismiss(shown);
						toast.success('Undone.', { description: message });
					},
				},
			}),
		});
	};
}
