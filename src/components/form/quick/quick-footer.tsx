'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useFormState } from '../form';
import { SubmitButton } from '../submit-button';

export type QuickFooterProps = {
	/** What the button says that saves, and while it does. */
	submit: string;
	pendingText: string;
	/** Says what will be added, by what the form holds. */
	adds: (fields: FormData) => string;
	/** Whether another one can follow at once; otherwise the dialog can be cancelled here. */
	hasAnother?: boolean;
	onCancel: () => void;
};

/** What may have changed what a form holds. */
const changes = ['input', 'change', 'click', 'keyup', 'focusout'] as const;

/** Below the fields: what will be added, and the buttons that add it. */
export function QuickFooter({ submit, pendingText, adds, hasAnother = false, onCancel }: QuickFooterProps) {
	const place = useRef<HTMLElement>(null);
	const [text, setText] = useState('');
	const { pending } = useFormState();
	const look = useEffectEvent((form: HTMLFormElement) => setText(adds(new FormData(form))));

	useEffect(() => {
		const form = place.current?.closest('form');
		if (!form) return;
		let timer: ReturnType<typeof setTimeout>;
		// what is chosen from a list stands in its field once that is shown
		const onChange = () => {
			clearTimeout(timer);
			timer = setTimeout(() => look(form));
		};
		onChange();
		for (const event of changes) form.addEventListener(event, onChange);
		return () => {
			clearTimeout(timer);
			for (const event of changes) form.removeEventListener(event, onChange);
		};
	}, []);

	return (
		<footer
			ref={place}
			className="order-2 flex flex-col gap-x-3 gap-y-2 border-t px-5 py-3 sm:flex-row sm:items-center sm:justify-between"
		>
			<p role="status" className="wrap-anywhere min-w-0 text-muted-foreground">
				{text}
			</p>
			<div className="flex shrink-0 gap-2 max-sm:*:flex-1">
				{hasAnother ? (
					<Button type="submit" variant="outline" data-another aria-disabled={pending || undefined}>
						Save and add another
					</Button>
				) : (
					<Button variant="outline" onClick={onCancel}>
						Cancel
					</Button>
				)}
				<SubmitButton pendingText={pendingText}>
					<span>{submit}</span>
					<Kbd
						aria-hidden
						className="border-current/40 bg-transparent text-current max-sm:hidden pointer-coarse:hidden"
					>
						Ctrl ↵
					</Kbd>
				</SubmitButton>
			</div>
		</footer>
	);
}
