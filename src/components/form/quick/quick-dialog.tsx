'use client';

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { AlertDialogCancel, AlertDialogFooter } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { isComposing } from '@/lib/browser/keyboard';
import { cn } from '@/lib/cn';
import { contents, Form, type FormFailure, type FormProps } from '../form';
import { Question } from '../question';
import { settle } from '../use-save-keys';
import { goOnByEnter } from './enter-keys';
import { QuickFooter, type QuickFooterProps } from './quick-footer';

export type QuickDialogProps<Result> = Pick<FormProps<Result>, 'action' | 'children'> &
	Omit<QuickFooterProps, 'onCancel'> & {
		open: boolean;
		onOpenChange: (open: boolean) => void;
		title: ReactNode;
		description: ReactNode;
		/** How often it was saved to add another: each time it starts empty. */
		turn?: number;
		/** Called when it is saved, with whether another one is to follow. */
		onDone: (result: Extract<Result, { ok: true }>, another: boolean) => void;
		className?: string;
	};

/**
 * A dialog over the page that creates something. Enter goes on to the next field, Ctrl+Enter saves, Ctrl+Shift+Enter saves and adds another.
 * It stays with all that was typed until it is saved, and asks before that is thrown away.
 */
export function QuickDialog<Result extends { ok: true } | FormFailure>(props: QuickDialogProps<Result>) {
	const { open, onOpenChange, title, description, turn = 0, action, onDone, className, children, ...footer } = props;
	const [isAsked, setAsked] = useState(false);
	const isTyped = useRef(() => false);
	const another = useRef(false);

	function onChange(wanted: boolean) {
		if (!wanted && isTyped.current()) setAsked(true);
		else onOpenChange(wanted);
	}

	return (
		<Dialog open={open} onOpenChange={onChange}>
			<DialogContent
				className={cn(
					'flex flex-col gap-0 overflow-hidden p-0 max-sm:inset-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:translate-x-0 max-sm:translate-y-0 max-sm:rounded-none max-sm:border-0',
					className,
				)}
				onEscapeKeyDown={(event) => {
					// an open list closes first, and a letter that is put together is given up
					const isOpen = document.activeElement?.getAttribute('aria-expanded') === 'true';
					if (isOpen || isComposing(event)) event.preventDefault();
				}}
				onSubmitCapture={(event) => {
					const { submitter } = event.nativeEvent as SubmitEvent;
					another.current = submitter?.dataset.another !== undefined;
				}}
				onKeyDown={(event) => {
					const isAnother =
						event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey;
					if (!isAnother || event.repeat || isComposing(event.nativeEvent)) return;
					event.preventDefault();
					const button = event.currentTarget.querySelector<HTMLButtonElement>('[data-another]');
					if (event.target instanceof Element) settle(event.target);
					// after what that has changed
					queueMicrotask(() => button?.form?.requestSubmit(button));
				}}
			>
				<DialogHeader className="border-b px-5 py-3.5">
					<DialogTitle className="wrap-anywhere">{title}</DialogTitle>
					<DialogDescription className="sr-only">{description}</DialogDescription>
				</DialogHeader>
				<Form
					key={turn}
					guard
					stays
					action={action}
					onDone={(result) => onDone(result, another.current)}
					className="flex min-h-0 flex-1 flex-col"
					messageClassName="order-1 rounded-none border-0 border-t px-5"
				>
					<Watch isTyped={isTyped} />
					{/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the fields in it */}
					<div data-enter="next" className="min-h-0 flex-1 overflow-y-auto overscroll-contain" onKeyDown={goOnByEnter}>
						{children}
					</div>
					<QuickFooter {...footer} onCancel={() => onChange(false)} />
				</Form>
				<Question
					open={isAsked}
					onOpenChange={setAsked}
					opener={undefined}
					title="Discard your entries?"
					consequences="What you entered here hasn’t been saved. This can’t be undone."
				>
					<AlertDialogFooter>
						<AlertDialogCancel>Keep editing</AlertDialogCancel>
						<Button
							variant="destructive"
							onClick={() => {
								setAsked(false);
								onOpenChange(false);
							}}
						>
							Discard entries
						</Button>
					</AlertDialogFooter>
				</Question>
			</DialogContent>
		</Dialog>
	);
}

/** Knows whether the form around it holds something else than it began with. */
function Watch({ isTyped }: { isTyped: RefObject<() => boolean> }) {
	const place = useRef<HTMLSpanElement>(null);
	useEffect(() => {
		const form = place.current?.closest('form');
		if (!form) return;
		const first = contents(form);
		isTyped.current = () => contents(form) !== first;
		return () => {
			isTyped.current = () => false;
		};
	}, [isTyped]);
	return <span ref={place} hidden />;
}
