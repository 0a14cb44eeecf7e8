'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { sendIfSentEarly } from '@/lib/browser/early-submit';
import { whyNoAnswer } from '@/lib/browser/read-json';
import { markStale } from '@/lib/browser/stale-pages';
import { correctMarked, failureText, withoutCorrected } from '@/lib/errors/failure';
import { leaveGuard } from './leave-guard';
import { withNames } from './message';
import { SignedOut } from './signed-out';
import { allFound, isFinding } from './still-finding';
import { StillWorking } from './still-working';
import { isTypedIn } from './typed';
import { useCorrected } from './use-corrected';
import { useSaveKeys } from './use-save-keys';
import { useSendOnce } from './use-send-once';

export type FormFailure = { ok: false; message: string; fieldErrors?: Record<string, string>; signedOut?: true };

type FormState = { pending: boolean; fieldErrors: Record<string, string> };

const FormContext = createContext<FormState>({ pending: false, fieldErrors: {} });

/** Whether the surrounding form is being sent, and the messages for its fields. */
export function useFormState() {
	return useContext(FormContext);
}

const lost: FormFailure = {
	ok: false,
	message:
		'The server gave no answer, so it is not known whether this was done. What you typed is still here; please try again. It is not saved twice.',
};

/**
 * What to say of an action that gave no answer: `noAnswer`, unless the app is another one by now. Throws what is not a
 * failure but Next.js's own signal, such as a redirect.
 */
export function failureOf(error: unknown, noAnswer = lost): FormFailure {
	unstable_rethrow(error);
	if (whyNoAnswer(error) === 'signedOut') return { ok: false, signedOut: true, message: '' };
	// it may have been done all the same
	markStale();
	if (unstable_isUnrecognizedActionError(error)) {
		return {
			ok: false,
			message: 'MiniCRM has been updated meanwhile. Copy what you typed, reload the page and enter it again.',
		};
	}
	return noAnswer;
}

/** What to say where names that were typed into pickers, and sent at one go, took nothing. */
const notFound = (names: string[]): FormFailure => ({
	ok: false,
	message: `Not found: ${names.map((name) => `“${name}”`).join(', ')}. Choose again, or save without.`,
});

/** The same for what was not typed but pressed: it is not known whether `what`, such as "this was undone". */
export function noAnswerFailure(what = 'this was done') {
	const message = `The server gave no answer, so it is not known whether ${what}. Reload the page to see.`;
	return (error: unknown): FormFailure => failureOf(error, { ok: false, message });
}

export type FormProps<Result> = {
	/** Receives the fields by name. */
	action: (input: Record<string, unknown>) => Promise<Result>;
	/** Called when the action succeeded. */
	onDone?: (result: Extract<Result, { ok: true }>) => void;
	/** Why what the form begins with was refused before. */
	refused?: FormFailure | null | undefined;
	/** Ask before the page is left with unsaved changes. */
	guard?: boolean;
	/** The page stays when this is sent, so that no other form has to ask. */
	stays?: true;
	children: ReactNode;
	className?: string;
	/** Of the message above the fields. */
	messageClassName?: string;
};

/**
 * A form that keeps what was typed until it is saved: a refusal, an expired session or a lost connection shows a message
 * and changes no field. Sends once, however often it is submitted: by its button, by Enter,
 * by Ctrl+Enter.
 */
export function Form<Result extends { ok: true } | FormFailure>(props: FormProps<Result>) {
	const { action, onDone, refused = null, guard, stays, children, className, messageClassName } = props;
	const form = useRef<HTMLFormElement>(null);
	const saved = useRef('');
	const [failure, setFailure] = useState<FormFailure | null>(refused);
	const [formMessage, setFormMessage] = useState('');
	const [pending, sendOnce] = useSendOnce();
	const corrected = useCorrected(form, failure?.fieldErrors);
	const left = failure && withoutCorrected(failure, corrected);
	useSaveKeys(form);

	useEffect(() => {
		if (form.current) sendIfSentEarly(form.current);
	}, []);

	// what no field of this form shows, its own message has to say
	useLayoutEffect(() => {
		const shown = form.current?.querySelectorAll<HTMLElement>('[data-error-of]') ?? [];
		if (left) setFormMessage(failureText(left, new Set([...shown].map(({ dataset }) => dataset.errorOf ?? ''))));
	}, [left]);

	useEffect(() => {
		if (!guard || !form.current) return;
		const element = form.current;
		// what was typed before the page's code had come is not saved either
		saved.current = isTypedIn(element) ? '' : contents(element);
		return leaveGuard(element, () => contents(element) !== saved.current);
	}, [guard]);

	useEffect(() => {
		const wrong =
			form.current?.querySelector<HTMLElement>('[aria-invalid=true]') ??
			form.current?.querySelector<HTMLElement>('[role=alert]');
		if (failure) wrong?.focus();
	}, [failure]);

	function refuse(reason: FormFailure) {
		setFailure(reason);
		return false;
	}

	function send(element: HTMLFormElement) {
		const halfTyped = unreadable(element);
		if (halfTyped) return pending ? undefined : setFailure(halfTyped);
		sendOnce(async () => {
			// asked first, as what follows an await is no longer done at once
			if (isFinding()) {
				const lost = await allFound();
				if (lost.length > 0) return refuse(notFound(lost));
			}
			const sent = contents(element);
			const result = await action(Object.fromEntries(new FormData(element))).catch(failureOf);
			// an action that redirects answers nothing
			if (!result) return true;
			if (!result.ok) return refuse(result);
			setFailure(null);
			saved.current = sent;
			onDone?.(result as Extract<Result, { ok: true }>);
			return true;
		});
	}

	return (
		<FormContext value={{ pending, fieldErrors: left?.fieldErrors ?? {} }}>
			<form
				ref={form}
				noValidate
				// sent before the page's code has arrived, it waits for it; and nothing must stand in the address
				method="post"
				data-waits=""
				data-stays={stays}
				className={className}
				onSubmit={(event) => {
					event.preventDefault();
					send(event.currentTarget);
				}}
			>
				{left && (
					<Alert variant="destructive" tabIndex={-1} className={messageClassName ?? 'mb-4'}>
						{left.signedOut ? <SignedOut typed /> : withNames(formMessage)}
					</Alert>
				)}
				{children}
				<StillWorking pending={pending} />
			</form>
		</FormContext>
	);
}

/** What is wrong with fields that cannot read what they hold, such as a date that does not exist, by their own words. */
export function unreadable(form: HTMLFormElement): FormFailure | null {
	const wrong = [...form.elements].filter(
		(field): field is HTMLInputElement => field instanceof HTMLInputElement && field.validity.customError,
	);
	if (wrong.length === 0) return null;
	return {
		ok: false,
		message: correctMarked(wrong.length),
		fieldErrors: Object.fromEntries(wrong.map((field) => [field.name, field.validationMessage])),
	};
}

/** All that stands in a form's fields, for a comparison; without empty ones and those of which nobody would miss what was chosen. */
export function contents(form: HTMLFormElement): string {
	const unguarded = new Set([...form.querySelectorAll<HTMLInputElement>('[data-unguarded]')].map(({ name }) => name));
	return JSON.stringify([...new FormData(form)].filter(([name, value]) => value !== '' && !unguarded.has(name)));
}
