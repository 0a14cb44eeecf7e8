'use client';

import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert';
import { leaveGuard } from './leave-guard';

export type FormFailure = { ok: false; message: string; fieldErrors?: Record<string, string> };
type FormState = { pending: boolean; fieldErrors: Record<string, string> };

const FormContext = createContext<FormState>({ pending: false, fieldErrors: {} });

/** Whether the surrounding form is being sent, and the messages for its fields. */
export function useFormState() {
	return useContext(FormContext);
}

const unreachable: FormFailure = {
	ok: false,
	message: 'The server could not be reached, so nothing was saved. What you typed is still here; please try again.',
};

type FormProps<Result> = {
	/** Receives the fields by name. */
	action: (input: Record<string, unknown>) => Promise<Result>;
	/** Called when the action succeeded. */
	onDone?: (result: Extract<Result, { ok: true }>) => void;
	/** Ask before the page is left with unsaved changes. */
	guard?: boolean;
	children: ReactNode;
	className?: string;
};

/**
 * A form that keeps what was typed until it is saved: a refusal, an expired session or a lost connection shows a message
 * and changes no field. Sends once, however often it is submitted.
 */
export function Form<Result extends { ok: true } | FormFailure>(props: FormProps<Result>) {
	const { action, onDone, guard, children, className } = props;
	const form = useRef<HTMLFormElement>(null);
	const [failure, setFailure] = useState<FormFailure | null>(null);
	const [dirty, setDirty] = useState(false);
	const [pending, startSending] = useTransition();

	useEffect(() => (guard && dirty && !pending ? leaveGuard() : undefined), [guard, dirty, pending]);

	useEffect(() => {
		const wrong =
			form.current?.querySelector<HTMLElement>('[aria-invalid=true]') ??
			form.current?.querySelector<HTMLElement>('[role=alert]');
		if (failure) wrong?.focus();
	}, [failure]);

	function send(data: FormData) {
		if (pending) return;
		startSending(async () => {
			const result = await action(Object.fromEntries(data)).catch((error: unknown) => {
				// a redirect travels as an error; only a failed fetch is ours
				if (error instanceof TypeError) return unreachable;
				throw error;
			});
			// an action that redirects answers nothing
			if (!result) return;
			if (!result.ok) {
				setFailure(result);
				return;
			}
			setFailure(null);
			setDirty(false);
			onDone?.(result as Extract<Result, { ok: true }>);
		});
	}

	return (
		<FormContext value={{ pending, fieldErrors: failure?.fieldErrors ?? {} }}>
			<form
				ref={form}
				noValidate
				className={className}
				onInput={() => setDirty(true)}
				onSubmit={(event) => {
					event.preventDefault();
					send(new FormData(event.currentTarget));
				}}
			>
				{failure && (
					<Alert variant="destructive" tabIndex={-1} className="mb-4">
						{failure.message}
					</Alert>
				)}
				{children}
			</form>
		</FormContext>
	);
}
