'use client';

import { useEffect, useOptimistic, useRef, useState, useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { completeFollowUp } from '../actions';
import { orderKey, type ShownFollowUp } from '../due-days';

/**
 * The lines of a list of open follow-ups, those that were ticked off on it included for as long as the page is open, and what each
 * line does.
 */
export function useFollowUpLines(open: ShownFollowUp[]) {
	const undoToast = useUndoToast();
	const [ticked, setTicked] = useState<ShownFollowUp[]>([]);
	// one that is being edited stays where an earlier one, added elsewhere, pushes it out of the first
	const [edited, setEdited] = useState<ShownFollowUp[]>([]);
	const [sent, send] = useOptimistic({} as Record<string, boolean>, (all, [id, done]: [string, boolean]) => ({
		...all,
		[id]: done,
	}));
	const [, startSending] = useTransition();
	const [next, setNext] = useState<ShownFollowUp | null>(null);
	const [fresh, setFresh] = useState<string[]>([]);
	const list = useRef<HTMLDivElement>(null);
	const titleInput = useRef<HTMLInputElement>(null);
	const left = useRef(false);

	const openIds = new Set(open.map(({ id }) => id));
	const editedIds = new Set(edited.map(({ id }) => id));
	const kept = [...edited, ...ticked.filter(({ id }) => !editedIds.has(id))];
	const lines = [...open, ...kept.filter(({ id }) => !openIds.has(id))].sort(byDay);
	const isDone = (id: string) => sent[id] ?? (!openIds.has(id) && !editedIds.has(id));

	useEffect(() => {
		// where the line with the focus has left its place
		if (left.current && open && document.activeElement === document.body) list.current?.focus();
		left.current = false;
	}, [open]);

	function complete(followUp: ShownFollowUp, done: boolean) {
		const { id, title } = followUp;
		if (done) setTicked((before) => [...before.filter((other) => other.id !== id), followUp]);
		startSending(async () => {
			send([id, done]);
			const result = await completeFollowUp({ id, done }).catch(noAnswerFailure());
			if (!result.ok) sayFailure(result);
			else if (done) undoToast(message`Done: ${title}`, result.changeSet);
		});
	}

	/** What the line of a follow-up needs beside it. */
	const lineProps = (followUp: ShownFollowUp) => ({
		followUp,
		done: isDone(followUp.id),
		onTick: (done: boolean) => complete(followUp, done),
		onEdit: (opens: boolean) => {
			const others = edited.filter(({ id }) => id !== followUp.id);
			setEdited(opens ? [...others, followUp] : others);
		},
		onNext: () => {
			setNext(followUp.contactStays ? followUp : { ...followUp, contact: null });
			titleInput.current?.focus();
		},
		onLeave: () => {
			left.current = true;
			// a line that is open here has not been ticked off, whatever was before
			setTicked((before) => before.filter(({ id }) => id !== followUp.id));
		},
	});

	// what one has just added or ticked off, or is editing, does not go where only the first lines are shown
	const isKept = (id: string) => fresh.includes(id) || kept.some((line) => line.id === id);
	function onAdded(id: string) {
		setNext(null);
		setFresh((all) => [...all, id]);
	}

	return { list, lines, lineProps, isKept, added: { next, onAdded, titleInput } };
}

function byDay(one: ShownFollowUp, other: ShownFollowUp): number {
	return orderKey(one) < orderKey(other) ? -1 : 1;
}
