'use client';

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { contents, type FormFailure, failureOf } from '@/components/form/form';
import { leaveGuard } from '@/components/form/leave-guard';
import { sayFailure } from '@/components/form/say-failure';

type Saved = { ok: true; changeSet: string };

/** What may have changed something in a form: it is left, chosen, pressed, or carried. */
const changes = ['change', 'focusout', 'click', 'keyup', 'pointerup'] as const;

/**
 * Sends the form in a box by itself: what is chosen at once, and what is typed when its field is left. What was refused is not sent
 * again before it is changed, and asks before the page is left. Says with what the form began, or was saved last. Knows what was saved, to undo the latest first.
 */
export function useSaveAtOnce<Answer extends Saved | FormFailure>(
	box: RefObject<HTMLElement | null>,
	save: (fields: Record<string, unknown>, was: Record<string, string>) => Promise<Answer>,
) {
	const [changeSets, setChangeSets] = useState<string[]>([]);
	const [isRefused, setRefused] = useState(false);
	/** What the form held when it was last saved, when it was last sent, and when that was last tried. */
	const held = useRef({ saved: '', sent: '', tried: '' });
	const isSending = useRef(false);
	const isTyping = useRef(false);

	const formIn = () => box.current?.querySelector('form') ?? null;
	const now = () => {
		const form = formIn();
		return form ? contents(form) : held.current.saved;
	};
	const isUnsaved = () => now() !== held.current.saved;

	/** Takes what the form holds for what is saved. */
	function begin() {
		held.current = { saved: now(), sent: now(), tried: now() };
		setRefused(false);
	}

	function saveChanged() {
		if (isSending.current || isTyping.current || now() === held.current.tried) return;
		held.current.tried = now();
		formIn()?.requestSubmit();
	}

	/** Sends what was changed while the form was on its way, which sends nothing else then. */
	function saveRest() {
		held.current.tried = held.current.sent;
		saveChanged();
	}

	/** Takes what was found to be there for what the form began with, and sends the form over it. */
	function saveOver(there: Record<string, string>) {
		const saved = { ...Object.fromEntries(JSON.parse(held.current.saved)), ...there };
		held.current.saved = JSON.stringify(Object.entries(saved));
		formIn()?.requestSubmit();
	}

	async function action(fields: Record<string, unknown>): Promise<Answer | FormFailure> {
		const sent = now();
		held.current.sent = sent;
		held.current.tried = sent;
		isSending.current = true;
		const answer = await save(fields, Object.fromEntries(JSON.parse(held.current.saved))).catch(failureOf);
		isSending.current = false;
		if (answer.ok) {
			held.current.saved = sent;
			setChangeSets((before) => [...before, answer.changeSet]);
		} else if (!box.current) sayFailure(answer);
		setRefused(!answer.ok);
		return answer;
	}

	const listen = useEffectEvent((event: Event) => {
		const { type, target } = event;
		if (type === 'input') {
			isTyping.current = isTextField(target);
			return;
		}
		if (type === 'change' || type === 'focusout') isTyping.current = false;
		// what follows from it stands in the form once that is shown
		setTimeout(saveChanged);
	});
	const isLost = useEffectEvent((byClick: boolean) => isUnsaved() && !(byClick && isSending.current));

	// biome-ignore lint/correctness/useExhaustiveDependencies: once the form is there
	useEffect(() => {
		const element = box.current;
		if (!element) return;
		begin();
		for (const type of [...changes, 'input']) element.addEventListener(type, listen);
		const stop = leaveGuard(
			element,
			() => isLost(false),
			() => isLost(true),
		);
		return () => {
			stop();
			for (const type of [...changes, 'input']) element.removeEventListener(type, listen);
		};
	}, []);

	return { action, begin, saveOver, saveRest, isUnsaved, isRefused, changeSets, setChangeSets };
}

const isTextField = (target: EventTarget | null) =>
	target instanceof HTMLTextAreaElement ||
	(target instanceof HTMLInputElement && !['checkbox', 'radio', 'hidden'].includes(target.type));
