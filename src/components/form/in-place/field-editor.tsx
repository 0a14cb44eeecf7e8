'use client';

import {
	type FocusEvent,
	type KeyboardEvent,
	type ReactNode,
	useEffect,
	useId,
	useLayoutEffect,
	useRef,
	useState,
} from 'react';
import { leaveGuard } from '@/components/form/leave-guard';
import { withNames } from '@/components/form/message';
import { Button } from '@/components/ui/button';
import { CircleAlertIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { afterClick } from '@/lib/browser/after-click';
import { isComposing } from '@/lib/browser/keyboard';
import { EditedContext } from './edited';
import { aroundOf, contentsOf, fields, hasChoices, isAtEdge, isSentByEnter, settleField, take } from './editor-form';
import { FieldInput } from './field-input';
import { PointLabelInput } from './field-inputs';
import type { FieldDraft, Property } from './property';
import { useReadDraft } from './read-draft';
import type { Leaving } from './stops';
import { useReveal } from './use-reveal';

export type FieldEditorProps = {
	property: Property;
	/** Of several values, which one is edited. */
	place: number;
	/** What was entered before and not saved, and why. */
	draft?: FieldDraft | undefined;
	problem?: string | undefined;
	/** The editor that the feature brings along. */
	own?: ReactNode;
	onSave: (draft: FieldDraft, to: Leaving) => void;
	/** Called with what is left though something is wrong with it. */
	onKeep: (draft: FieldDraft, problem: string) => void;
	onClose: (to: Leaving) => void;
};

/**
 * The editor of one value, where it stands: Enter, Tab and a click outside save, Escape takes back. What cannot be read stays,
 * with the reason.
 */
export function FieldEditor(props: FieldEditorProps) {
	const { property, place, draft, problem, own, onSave, onKeep, onClose } = props;
	const id = useId();
	const form = useRef<HTMLFormElement>(null);
	const first = useRef('');
	const isOver = useRef(false);
	const isPressed = useRef(false);
	/** Where to go if a list takes what was typed as its field is left. */
	const leaving = useRef<Leaving>('here');
	const [wrong, setWrong] = useState(problem);
	const given = draft?.value ?? property.value;
	const read = useReadDraft(property, place, given);
	const latestRead = useRef(read);
	useEffect(() => {
		latestRead.current = read;
	});
	const { as } = property.editor;
	const { help } = property;
	const describedBy = help ? `${id}-problem ${id}-help` : `${id}-problem`;
	const hasBar = as !== 'choice' && as !== 'record';

	useLayoutEffect(() => {
		const element = form.current;
		if (!element) return;
		// what was refused is not what is saved, even where it stays as it is
		first.current = draft ? '' : contentsOf(element);
		if (!element.contains(document.activeElement)) element.querySelector<HTMLElement>(fields)?.focus();
		const focused = document.activeElement;
		if (focused instanceof HTMLInputElement && element.contains(focused)) focused.select();
	}, [draft]);

	useReveal(form);

	useEffect(() => {
		const element = form.current;
		if (!element) return;
		const isDirty = () => !isOver.current && contentsOf(element) !== first.current;
		return leaveGuard(element, isDirty, () => isDirty() && Boolean(latestRead.current(element).problem));
	}, []);

	function finish(to: Leaving) {
		if (isOver.current || !form.current) return;
		const { draft: typed, problem: unread } = read(form.current);
		const isChanged = contentsOf(form.current) !== first.current;
		if (isChanged && unread && to === 'here') return say(unread);
		isOver.current = true;
		if (!isChanged) onClose(to);
		else if (unread) onKeep(typed, unread);
		else onSave(typed, to);
	}

	/** Lets it stay open, with the reason. */
	function say(reason: string) {
		setWrong(reason);
		document.getElementById(id)?.focus();
	}

	function pick(picked: FieldDraft) {
		if (isOver.current) return;
		isOver.current = true;
		onSave(picked, leaving.current);
	}

	function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
		if (isComposing(event.nativeEvent) || event.defaultPrevented) return;
		const { target, key, shiftKey } = event;
		const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
		if (key === 'Escape') {
			take(event);
			isOver.current = true;
			onClose('here');
		} else if (key === 'Enter' && (event.ctrlKey || event.metaKey || isSentByEnter(target, shiftKey))) {
			take(event);
			finish('here');
		} else if (key === 'Tab' && shiftKey && hasChoices(event.currentTarget)) event.stopPropagation();
		else if (key === 'Tab' && isPlain && isAtEdge(event.currentTarget, target, shiftKey)) {
			take(event);
			leaving.current = shiftKey ? 'previous' : 'next';
			settleField(target, isPressed);
			queueMicrotask(() => finish(shiftKey ? 'previous' : 'next'));
		} else event.stopPropagation();
	}

	function onBlur(event: FocusEvent<HTMLFormElement>) {
		const around = aroundOf(event.currentTarget);
		const isAround = (target: EventTarget | null) => target instanceof Node && around.contains(target);
		// a look at another tab does not end the typing
		if (isAround(event.relatedTarget) || isPressed.current || document.activeElement === event.target) return;
		afterClick((clicked) => isAround(clicked) || finish('elsewhere'));
	}

	const helpLine = help && (
		<p id={`${id}-help`} translate="no" className="my-1 whitespace-pre-line text-muted-foreground text-xs">
			{help}
		</p>
	);
	return (
		<form
			ref={form}
			noValidate
			data-stays
			data-in-place
			className="field-editor"
			onSubmit={(event) => {
				event.preventDefault();
				finish('here');
			}}
			onKeyDown={onKeyDown}
			onBlurCapture={() => {
				if (!isPressed.current) leaving.current = 'elsewhere';
			}}
			onFocus={() => {
				if (!isPressed.current) leaving.current = 'here';
			}}
			onBlur={onBlur}
			onMouseDown={() => {
				isPressed.current = true;
				setTimeout(() => {
					isPressed.current = false;
				});
			}}
		>
			{!labelsItself.has(as) && (
				<label htmlFor={id} className="sr-only">
					<span translate={property.isOwn ? 'no' : undefined}>{property.label}</span>
				</label>
			)}
			{/* a list would lie over it */}
			{!hasBar && helpLine}
			<EditedContext value={given}>
				<FieldInput
					property={property}
					place={place}
					value={given}
					text={draft?.text}
					more={draft?.more}
					control={{ id, 'aria-invalid': wrong !== undefined, 'aria-describedby': describedBy }}
					own={own}
					onPick={pick}
				/>
			</EditedContext>
			<p id={`${id}-problem`} role="alert" className="field-problem">
				{wrong && (
					<>
						<CircleAlertIcon /> <span>{withNames(wrong)}</span>
					</>
				)}
			</p>
			{hasBar && helpLine}
			{hasBar && (
				<div className="mt-1.5 flex flex-wrap items-center justify-end gap-1.5">
					{as === 'points' && (
						<span className="mr-auto">
							<PointLabelInput id={id} value={given} field={property.field} place={draft?.place ?? place} />
						</span>
					)}
					<Button
						variant="ghost"
						size="sm"
						onClick={() => {
							isOver.current = true;
							onClose('here');
						}}
					>
						Cancel <Kbd aria-hidden>Esc</Kbd>
					</Button>
					<Button type="submit" variant="secondary" size="sm">
						Save {as !== 'choices' && <Kbd aria-hidden>↵</Kbd>}
					</Button>
				</div>
			)}
		</form>
	);
}

/** Editors whose inputs have labels of their own. */
const labelsItself: ReadonlySet<string> = new Set(['record', 'own']);
