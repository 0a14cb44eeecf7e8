'use client';

import type { ComponentType, ReactElement } from 'react';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import { DialogOpener } from './dialog-opener';
import type { FormFailure } from './form';
import type { FormDialogProps } from './form-dialog';

type Result = { ok: true } | FormFailure;

const FormDialogLazy = loadedWhenIdle<FormDialogProps<Result>>(() =>
	import('./form-dialog').then(({ FormDialog }) => FormDialog),
);

type FormDialogButtonProps<Answer> = Omit<FormDialogProps<Answer>, 'opener'> & {
	/** The button that opens it. */
	trigger: ReactElement;
};

/** A button and the form that it opens in a dialog, on a page that does not wait for the dialog's code. */
export function FormDialogButton<Answer extends Result>({ trigger, ...props }: FormDialogButtonProps<Answer>) {
	const Dialog = FormDialogLazy as ComponentType<FormDialogProps<Answer>>;
	return (
		<DialogOpener
			trigger={trigger}
			open={props.open}
			onOpen={() => props.onOpenChange(true)}
			dialog={(opener) => <Dialog {...props} opener={opener} />}
		/>
	);
}
