'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { useFormState } from '@/components/form/form';
import { Button } from '@/components/ui/button';
import { CheckIcon } from '@/components/ui/icons';

type SaveSignProps = {
	isSaved: boolean;
	isRefused: boolean;
	/** Called whenever the form is no longer on its way. */
	onSettled: () => void;
	onUndo: () => void;
	onDiscard: () => void;
	/** Saves it over what was changed elsewhere; undefined where nothing was. */
	onKeep?: (() => void) | undefined;
};

/** What became of the last change in a form that sends itself, and the way back. */
export function SaveSign({ isSaved, isRefused, onSettled, onUndo, onDiscard, onKeep }: SaveSignProps) {
	const { pending } = useFormState();
	const settle = useEffectEvent(onSettled);
	const wasPending = useRef(false);
	useEffect(() => {
		if (wasPending.current && !pending) settle();
		wasPending.current = pending;
	}, [pending]);
	return (
		<>
			<p role="status" className="flex items-center gap-1 text-muted-foreground text-xs">
				{pending && 'Saving…'}
				{!pending && isRefused && 'Not saved.'}
				{!pending && !isRefused && isSaved && (
					<>
						<CheckIcon className="size-3.5 text-success-ink" /> Saved
					</>
				)}
			</p>
			{/* while the form is on its way, it is not sent again */}
			{!pending && isRefused && (
				<>
					<Button variant="ghost" onClick={onDiscard}>
						{onKeep ? 'Use that' : 'Discard'}
					</Button>
					{onKeep && (
						<Button variant="ghost" onClick={onKeep}>
							Keep mine
						</Button>
					)}
				</>
			)}
			{!isRefused && isSaved && (
				<Button variant="ghost" onClick={onUndo}>
					Undo
				</Button>
			)}
		</>
	);
}
