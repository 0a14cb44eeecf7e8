'use client';

import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { awaitField, focusedElement } from '@/lib/browser/type-ahead';
import { cn } from '@/lib/cn';

/**
 * Stands for a field of a form while its code is loaded. Whoever comes to it, by Tab or by a click, goes on to the field once that
 * is there, with what was typed meanwhile. It is no input, so that keys before the page's code are written down as well. With the field's own
 * `className` it has the field's room, so that nothing moves when that comes.
 */
export function FieldStandIn({ className = 'flex-1', onReach }: { className?: string; onReach: () => void }) {
	const element = useRef<HTMLDivElement>(null);
	const stop = useRef<(() => void) | null>(null);

	const reach = useEffectEvent(() => {
		// on every press, because a click ends the wait that the one before began
		stop.current = awaitField();
		onReach();
	});

	useLayoutEffect(() => {
		const here = element.current;
		const place = here?.parentElement;
		if (!here || !place) return;
		const onFocus = () => reach();
		// before this code was there
		if (document.activeElement === here) reach();
		here.addEventListener('focus', onFocus);
		const index = [...place.children].indexOf(here);
		return () => {
			const isMeant = focusedElement() === here;
			requestAnimationFrame(() => {
				if (isMeant) fieldIn(place.children[index])?.focus();
				requestAnimationFrame(() => stop.current?.());
			});
		};
	}, []);

	return (
		// biome-ignore lint/a11y/useSemanticElements: an input would take the keys that are meant for the field.
		<div
			ref={element}
			data-stand-in
			role="textbox"
			aria-label="Loading…"
			tabIndex={0}
			className={cn('field h-9 pointer-coarse:h-10', className)}
		/>
	);
}

function fieldIn(place: Element | undefined): HTMLElement | null | undefined {
	const fields = 'input:not([type=hidden]),select,textarea';
	return place?.matches(fields) ? (place as HTMLElement) : place?.querySelector<HTMLElement>(fields);
}
