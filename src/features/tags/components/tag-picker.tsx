'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type ControlProps, Field } from '@/components/form/field';
import { message } from '@/components/form/message';
import { useListbox } from '@/components/form/picker/use-listbox';
import { SignedOut } from '@/components/form/signed-out';
import { isComposing } from '@/lib/browser/keyboard';
import { cn } from '@/lib/cn';
import { hasTag, type TagLabel, tagProblem, tidyTagName } from '../tag';
import { TagChips } from './tag-chips';
import { TagSuggestions } from './tag-suggestions';
import { useTagChoices } from './use-tag-choices';

type TagPickerProps = {
	name: string;
	label: string;
	/** The tags that are chosen at first; of which only the name is given, they are shown in grey. */
	initial?: readonly (TagLabel | string)[];
	/** Offer only tags that exist, and make none. */
	existingOnly?: boolean;
	/** Takes the focus; its label is for screen readers alone. */
	autoFocus?: boolean;
	labelHidden?: true;
};

/** Chooses tags, old and new ones, by typing. The form receives their names as JSON in one field (`tagNames`). */
export function TagPicker(props: TagPickerProps) {
	const { name, label, labelHidden, initial = [], existingOnly = false, autoFocus = false } = props;
	return (
		<Field name={name} label={label} {...(labelHidden && { labelHidden })}>
			{(control) => (
				<TagControl control={control} initial={initial} existingOnly={existingOnly} autoFocus={autoFocus} />
			)}
		</Field>
	);
}

type TagControlProps = Required<Pick<TagPickerProps, 'initial' | 'existingOnly' | 'autoFocus'>> & {
	control: ControlProps;
};

function TagControl({ control: { name, ...control }, initial, existingOnly, autoFocus }: TagControlProps) {
	const { id, open, setOpen, active, setActive, inputProps, lineProps } = useListbox({ firstActive: -1 });
	const input = useRef<HTMLInputElement>(null);
	const hidden = useRef<HTMLInputElement>(null);
	const [first] = useState(() => initial.map((tag) => (typeof tag === 'string' ? { name: tag, colour: '' } : tag)));
	const [tags, setTags] = useState<TagLabel[]>(first);
	const [text, setText] = useState('');
	const [news, setNews] = useState<ReactNode>('');
	const { typed, choices, found, creates, answered, problem, note, isSignedOut, tagOf } = useTagChoices(
		text,
		tags,
		open,
		existingOnly,
	);
	const [listed, setListed] = useState(choices);
	// an answer that comes later leaves the active line at the tag that it was at, and makes its first one active otherwise
	if (choices.length !== listed.length || choices.some(({ name }, index) => name !== listed[index]?.name)) {
		setListed(choices);
		setActive(choices.findIndex((choice) => choice.name === listed[active]?.name));
	} else if (active < 0 && typed && answered && choices.length > 0) setActive(0);
	const invalid = control['aria-invalid'] || problem !== null;
	const shown = open && (choices.length > 0 || note !== null);

	useEffect(() => {
		if (autoFocus) input.current?.focus();
	}, [autoFocus]);

	// of text that is typed the form hears by itself; this is for what becomes of it
	useEffect(() => {
		if (tags !== first) hidden.current?.dispatchEvent(new Event('input', { bubbles: true }));
	}, [tags, first]);

	function write(next: string) {
		setText(next);
		setActive(-1);
		setNews('');
	}

	/** Adds tags by their names and keeps the rest of the text, including names that can't be tags. */
	function add(names: string[], rest = '') {
		let next = tags;
		const left: string[] = [];
		for (const tagName of names) {
			const tag = hasTag(next, tagName) || tagProblem(tagName, next) ? undefined : tagOf(tagName);
			if (tag) next = [...next, tag];
			else if (!hasTag(next, tagName)) left.push(tagName);
		}
		const added = next.slice(tags.length).map((tag) => tag.name);
		setTags(next);
		write([...left, rest].filter(Boolean).join(' '));
		setOpen(left.length > 0 || rest !== '');
		setNews(added.length > 0 ? message`Added ${added.join(', ')}.` : 'No tag was added.');
	}

	function remove(tag: TagLabel) {
		setTags(tags.filter((other) => other !== tag));
		setNews(message`Removed ${tag.name}.`);
	}

	function onChange(event: React.ChangeEvent<HTMLInputElement>) {
		const parts = event.target.value.split(',');
		const rest = parts.pop() ?? '';
		if (parts.length > 0) return add(parts.map(tidyTagName).filter(Boolean), rest.trimStart());
		write(rest);
		setOpen(true);
	}

	const addChoice = (index: number) => add([choices[index]?.name || typed]);
	const listboxProps = inputProps(choices.length, addChoice);

	function onKeyDown(event: React.KeyboardEvent) {
		if (isComposing(event.nativeEvent)) return;
		if (event.key === 'Enter') {
			// with nothing to add, Enter submits the form
			if (!typed && !(open && active >= 0)) return;
			event.preventDefault();
			addChoice(open ? active : -1);
		} else if (event.key === 'Backspace' && text === '' && !event.repeat) {
			const last = tags.at(-1);
			if (last) remove(last);
		} else if (event.key === 'Escape' && !open && text) {
			event.preventDefault();
			write('');
		} else listboxProps.onKeyDown(event);
	}

	function onBlur(event: React.FocusEvent) {
		// the field keeps the focus while another window has it
		if (document.activeElement === event.target) return;
		if (existingOnly) write('');
		else if (typed) add([typed]);
		setOpen(false);
	}

	return (
		<div className="relative">
			<input ref={hidden} type="hidden" name={name} value={JSON.stringify(tags.map((tag) => tag.name))} />
			<div
				className={cn(
					'field flex min-h-9 flex-wrap items-center gap-1 px-1.5 py-1 outline-offset-0 has-[input:focus-visible]:outline-2 pointer-coarse:min-h-10',
					invalid ? 'border-destructive outline-destructive' : 'outline-ring has-[input:focus-visible]:border-ring',
				)}
			>
				<TagChips tags={tags} onRemove={remove} onLastRemoved={() => input.current?.focus()} />
				<input
					{...control}
					aria-invalid={invalid}
					aria-describedby={
						[control['aria-describedby'], problem && `${id}-problem`].filter(Boolean).join(' ') || undefined
					}
					ref={input}
					{...listboxProps}
					role="combobox"
					aria-controls={id}
					aria-expanded={shown}
					placeholder={tags.length === 0 ? 'Type to find a tag' : undefined}
					className="h-6 min-w-24 flex-1 bg-transparent px-1.5 outline-none placeholder:text-muted-foreground"
					value={text}
					onChange={onChange}
					onKeyDown={onKeyDown}
					onBlur={onBlur}
				/>
			</div>
			{problem && (
				<p id={`${id}-problem`} className="mt-1.5 text-destructive-ink">
					{problem}
				</p>
			)}
			{isSignedOut && (
				<p role="alert" className="mt-1.5 text-destructive-ink">
					<SignedOut typed />
				</p>
			)}
			<p role="status" className="sr-only">
				{problem ?? (shown && answered && typed ? (found === 1 ? '1 tag found.' : `${found} tags found.`) : news)}
			</p>
			{shown && (
				<TagSuggestions
					id={id}
					choices={choices}
					creates={creates}
					note={note}
					lineProps={(index) => lineProps(index, addChoice)}
				/>
			)}
		</div>
	);
}
