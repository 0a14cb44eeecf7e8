'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import {
	Dialog,
	DialogClose,
	DialogContent,
	DialogDescription,
	DialogFooter,
	DialogHeader,
	DialogTitle,
} from '@/components/ui/dialog';
import type { Opener } from './dialog-opener';
import { Form, type FormFailure, type FormProps } from './form';
import { SubmitButton } from './submit-button';

export type FormDialogProps<Result> = Pick<FormProps<Result>, 'action' | 'onDone' | 'stays' | 'children'> & {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	/** The button that has opened it, where it is one. */
	opener?: Opener;
	title: ReactNode;
	description: ReactNode;
	/** What the button says that sends the form, and while it is sent. */
	submit: string;
	pendingText?: string;
	/** Stands beside the buttons. */
	aside?: ReactNode;
	className?: string;
	/** Where the focus goes once it is closed, if not back to the button. */
	onCloseAutoFocus?: ComponentProps<typeof DialogContent>['onCloseAutoFocus'];
};

/** A form in a dialog, which closes when the caller says so: what was typed stays until it is saved. */
export function FormDialog<Result extends { ok: true } | FormFailure>(props: FormDialogProps<Result>) {
	const { open, onOpenChange, title, description, submit, pendingText = 'Saving…', aside, children } = props;
	const { action, onDone, stays, className, onCloseAutoFocus, opener } = props;
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent className={className} opener={opener} {...(onCloseAutoFocus && { onCloseAutoFocus })}>
				<DialogHeader>
					<DialogTitle className="wrap-anywhere">{title}</DialogTitle>
					<DialogDescription>{description}</DialogDescription>
				</DialogHeader>
				<Form action={action} {...(onDone && { onDone })} {...(stays && { stays })}>
					{children}
					<DialogFooter className="mt-5">
						{aside}
						<DialogClose asChild>
							<Button variant="outline">Cancel</Button>
						</DialogClose>
						<SubmitButton pendingText={pendingText}>{submit}</SubmitButton>
					</DialogFooter>
				</Form>
			</DialogContent>
		</Dialog>
	);
}
