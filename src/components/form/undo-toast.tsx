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

type Undo = (input: {
	id: string;
}) => Promise<{ ok: true; changeSet: string; data: { gone: string[] } } | { ok: false; message: string }>;

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
	const offer = useUndoToast();
	return (changeSet: string) =>
		startTransition(async () => {
			const result = await undo?.({ id: changeSet }).catch(noAnswerFailure('this was undone'));
			if (!result) return;
			if (!result.ok) return sayFailure(result);
			toast.dismiss(`undo-${changeSet}`);
			offer('Undone.', result.changeSet, { way: 'Redo' });
		});
}

type Way = 'Undo' | 'Redo';
const done: Record<Way, string> = { Undo: 'Undone.', Redo: 'Redone.' };

/**
 * A function that says what was done in a toast and offers to undo it and, where it was made elsewhere, to open it. What was undone is offered
 * to be redone, and so on. Undoing leads from the page of a record that is gone with it to the list around it. Of several changes,
 * the last one is undone first.
 */
export function useUndoToast() {
	const undo = useContext(UndoContext);
	const router = useRouter();
	/** Offers to go back one way and, once there, the other. */
	function offer(message: ReactNode, changes: string[], way: Way, about?: ReactNode) {
		const left = [...changes];
		const id = `undo-${left[0]}`;
		const made: string[] = [];
		let working = false;
		const show = () =>
			toast.success(message, {
				id,
				description: about,
				duration: 10_000,
				...(undo && { action: { label: way, onClick } }),
			});
		const onClick = (event: MouseEvent<HTMLButtonElement>) => {
			// the way back stays until it has worked
			event.preventDefault();
			if (working || !undo) return;
			working = true;
			const button = event.currentTarget;
			const telling = setTimeout(() => {
				giveFocusBack(button);
				const words = way === 'Undo' ? 'Undoing…' : 'Redoing…';
				toast.loading(words, { id, description: message, duration: Number.POSITIVE_INFINITY, action: null });
			}, moment);
			// in one transition, so that the page is never shown without its record
			startTransition(async () => {
				const gone: string[] = [];
				for (let last = left.at(-1); last; last = left.at(-1)) {
					const result = await undo({ id: last }).catch(noAnswerFailure('this was undone'));
					if (!result.ok) {
						clearTimeout(telling);
						working = false;
						sayFailure(result);
						return show();
					}
					gone.push(...result.data.gone);
					made.push(result.changeSet);
					left.pop();
				}
				clearTimeout(telling);
				const list = listAround(window.location.pathname, gone);
				if (list) router.replace(list);
				giveFocusBack(button);
				toast.dismiss(id);
				offer(done[way], made, way === 'Undo' ? 'Redo' : 'Undo', about ?? message);
			});
		};
		show();
	}
	return (
		message: ReactNode,
		changes: string | string[],
		{ madeAt, way = 'Undo' }: { madeAt?: Route; way?: Way } = {},
	) => offer(madeAt ? withLink(message, madeAt) : message, [changes].flat(), way);
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
