'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type ControlProps, Field } from '@/components/form/field';
import { message } from '@/components/form/message';
import { SignedOut } from '@/components/form/signed-out';
import { fieldClasses } from '@/components/ui/field-classes';
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
};

/** Chooses tags, old and new ones, by typing. The form receives their names as JSON in one field (`tagNames`). */
export function TagPicker({ name, label, initial = [], existingOnly = false }: TagPickerProps) {
	return (
		<Field name={name} label={label}>
			{(control) => <TagControl control={control} initial={initial} existingOnly={existingOnly} />}
		</Field>
	);
}

type TagControlProps = Required<Pick<TagPickerProps, 'initial' | 'existingOnly'>> & { control: ControlProps };

function TagControl({ control: { name, ...control }, initial, existingOnly }: TagControlProps) {
	const id = useId();
	const input = useRef<HTMLInputElement>(null);
	const hidden = useRef<HTMLInputElement>(null);
	const [first] = useState(() => initial.map((tag) => (typeof tag === 'string' ? { name: tag, colour: '' } : tag)));
	const [tags, setTags] = useState<TagLabel[]>(first);
	const [text, setText] = useState('');
	const [open, setOpen] = useState(false);
	const [pointed, setPointed] = useState<string | null>(null);
	const [news, setNews] = useState<ReactNode>('');
	const { typed, choices, found, creates, answered, problem, note, isSignedOut, tagOf } = useTagChoices(
		text,
		tags,
		open,
		existingOnly,
	);
	const place = choices.findIndex((choice) => choice.name === pointed);
	const active = place < 0 && typed && answered && choices.length > 0 ? 0 : place;
	const invalid = control['aria-invalid'] || problem !== null;
	const shown = open && (choices.length > 0 || note !== null);

	// of text that is typed the form hears by itself; this is for what becomes of it
	useEffect(() => {
		if (tags !== first) hidden.current?.dispatchEvent(new Event('input', { bubbles: true }));
	}, [tags, first]);

	function write(next: string) {
		setText(next);
		setPointed(null);
		setNews('');
	}

	/** Adds tags by their names and goes on with the rest of the text; names that cannot be tags stay in it. */
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

	function onKeyDown(event: React.KeyboardEvent) {
		if (isComposing(event.nativeEvent)) return;
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault();
			const step = event.key === 'ArrowDown' ? active + 1 : Math.max(active, 0) - 1;
			if (open) setPointed(choices.at(step % choices.length)?.name ?? null);
			setOpen(true);
		} else if (event.key === 'Enter' && (typed || (open && active >= 0))) {
			event.preventDefault();
			add([(open && choices[active]?.name) || typed]);
		} else if (event.key === 'Backspace' && text === '' && !event.repeat) {
			const last = tags.at(-1);
			if (last) remove(last);
		} else if (event.key === 'Escape' && (open || text)) {
			event.preventDefault();
			if (!open) write('');
			setOpen(false);
		}
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
					fieldClasses,
					'flex min-h-9 flex-wrap items-center gap-1 px-1.5 py-1 outline-offset-0 has-[input:focus-visible]:outline-2 pointer-coarse:min-h-10',
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
					role="combobox"
					autoComplete="off"
					aria-autocomplete="list"
					aria-expanded={shown}
					aria-controls={id}
					aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
					placeholder={tags.length === 0 ? 'Type to find a tag' : undefined}
					className="h-6 min-w-24 flex-1 bg-transparent px-1.5 outline-none placeholder:text-muted-foreground"
					value={text}
					onChange={onChange}
					onClick={() => setOpen(true)}
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
					active={active}
					note={note}
					onPoint={(choice) => setPointed(choice.name)}
					onChoose={(choice) => add([choice.name])}
				/>
			)}
		</div>
	);
}
