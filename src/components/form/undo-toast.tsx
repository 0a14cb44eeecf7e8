'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { createContext, type MouseEvent, type ReactNode, startTransition, useContext } from 'react';
import { Link } from '@/components/ui/link';
import { toast } from '@/components/ui/toast';
import { listAround } from '@/domain/paths';
import { focusPage } from '@/lib/browser/focus-page';
import { noAnswerFailure } from './form';
import { sayFailure } from './say-failure';

type Undo = (input: { id: string }) => Promise<{ ok: true; data: { gone: string[] } } | { ok: false; message: string }>;

/** An undo that takes longer than so many milliseconds says that it is in progress. */
const moment = 500;

const UndoContext = createContext<Undo | null>(null);

/** Tells the pages how a change set is undone. Once, around the signed-in part. */
export function UndoProvider({ undo, children }: { undo: Undo; children: ReactNode }) {
	return <UndoContext value={undo}>{children}</UndoContext>;
}

/** A function that undoes a change set whose toast may still be there, and says so. */
export function useUndo() {
	const undo = useContext(UndoContext);
	return (changeSet: string) =>
		startTransition(async () => {
			const result = await undo?.({ id: changeSet }).catch(noAnswerFailure('this was undone'));
			if (!result) return;
			if (!result.ok) return sayFailure(result);
			toast.dismiss(`undo-${changeSet}`);
			toast.success('Undone.');
		});
}

/**
 * A function that says what was done in a toast and offers to undo it and, where it was made elsewhere, to open it. Undoing leads from the page of a record that is gone
 * with it to the list around it. Of several changes, the last one is undone first.
 */
export function useUndoToast() {
	const undo = useContext(UndoContext);
	const router = useRouter();
	return (message: ReactNode, changes: string | string[], madeAt?: Route) => {
		const left = [changes].flat();
		const id = `undo-${left[0]}`;
		let undoing = false;
		const show = () =>
			toast.success(madeAt ? withLink(message, madeAt) : message, {
				id,
				description: undefined,
				duration: 10_000,
				...(undo && { action: { label: 'Undo', onClick } }),
			});
		const onClick = (event: MouseEvent<HTMLButtonElement>) => {
			// the way back stays until it has worked
			event.preventDefault();
			if (undoing || !undo) return;
			undoing = true;
			const button = event.currentTarget;
			const telling = setTimeout(() => {
				giveFocusBack(button);
				toast.loading('Undoing…', { id, description: message, duration: Number.POSITIVE_INFINITY, action: null });
			}, moment);
			// in one transition, so that the page is never shown without its record
			startTransition(async () => {
				const gone: string[] = [];
				for (let last = left.at(-1); last; last = left.at(-1)) {
					const result = await undo({ id: last }).catch(noAnswerFailure('this was undone'));
					if (!result.ok) {
						clearTimeout(telling);
						undoing = false;
						sayFailure(result);
						return show();
					}
					gone.push(...result.data.gone);
					left.pop();
				}
				clearTimeout(telling);
				undoing = false;
				const list = listAround(window.location.pathname, gone);
				if (list) router.replace(list);
				giveFocusBack(button);
				toast.dismiss(id);
				toast.success('Undone.', { description: message });
			});
		};
		show();
	};
}

/** What was made, with the way to it. */
function withLink(message: ReactNode, path: Route): ReactNode {
	return (
		<>
			{message}{' '}
			<Link href={path} className="whitespace-nowrap font-medium underline underline-offset-2">
				Open
			</Link>
		</>
	);
}

/** A button that goes must not take the focus with it: what had it before has it again, or the page where that is gone. */
function giveFocusBack(button: HTMLElement) {
	if (document.activeElement !== button) return;
	// sonner remembers what had it before, and hands it back when its own part is left
	button.blur();
	if (document.activeElement === document.body) focusPage();
}
