'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { type ControlProps, Field } from '@/components/form/field';
import { message } from '@/components/form/message';
import { SignedOut } from '@/components/form/signed-out';
import { isComposing } from '@/lib/browser/keyboard';
import { cn } from '@/lib/cn';
import { isSameName } from '@/lib/list/search';
import { PickedChips } from './picked-chips';
import type { PickerOption } from './picker';
import { PickerList, pickerNote } from './picker-list';
import { useListbox } from './use-listbox';
import { useOptions } from './use-options';
import { useTypedNames } from './use-typed-names';

type MultiPickerProps<Option extends PickerOption> = {
	/** The field that sends the records as JSON, each with its id, a new one with its name too (`peopleField`). */
	name: string;
	label: string;
	/** What is chosen; the parent keeps it. */
	chosen: PickerOption[];
	onChange: (chosen: (Option | PickerOption)[]) => void;
	/** A GET that answers `q` with options as JSON. */
	source: string;
	placeholder: string;
	/** Said when nothing fits. */
	none: string;
	/** How a new record of the typed name is offered. */
	creates?: ((name: string) => string) | undefined;
	/** What tells an option from others, if anything has to. */
	detail?: (option: Option) => string;
	max: number;
	className?: string | undefined;
};

/** Chooses several records, each by typing part of its name (an editable combobox with a list, after the ARIA pattern). */
export function MultiPicker<Option extends PickerOption>(props: MultiPickerProps<Option>) {
	const { name, label, className, ...rest } = props;
	return (
		<Field name={name} label={label} className={className}>
			{(control) => <MultiPickerControl control={control} {...rest} />}
		</Field>
	);
}

type ControlOfMultiPickerProps<Option extends PickerOption> = Omit<
	MultiPickerProps<Option>,
	'name' | 'label' | 'className'
> & { control: ControlProps };

function MultiPickerControl<Option extends PickerOption>(props: ControlOfMultiPickerProps<Option>) {
	const { control, chosen, onChange, source, placeholder, none, creates, detail, max } = props;
	const { name, ...inputProps } = control;
	const { id: listId, open, setOpen, reopen, inputProps: comboboxProps, lineProps } = useListbox();
	const [text, setText] = useState('');
	const [news, setNews] = useState<ReactNode>('');
	const input = useRef<HTMLInputElement>(null);
	const hidden = useRef<HTMLInputElement>(null);
	const chips = useRef<HTMLUListElement>(null);
	const [first] = useState(chosen);
	const { options, current, failed } = useOptions<Option>(source, open ? text : null);

	const typed = text.trim();
	const isFull = chosen.length >= max;
	const offered = isFull ? [] : (options ?? []).filter(({ id }) => !chosen.some((each) => each.id === id));
	const isKnown = [...(options ?? []), ...chosen].some((each) => isSameName(each.name, typed));
	const canCreate = creates !== undefined && typed !== '' && current && !isKnown && !isFull;
	const lines = offered.length + (canCreate ? 1 : 0);

	// of text that is typed the form hears by itself; this is for what becomes of it
	useEffect(() => {
		if (chosen !== first) hidden.current?.dispatchEvent(new Event('input', { bubbles: true }));
	}, [chosen, first]);

	function add(option: Option | PickerOption) {
		onChange([...chosen, option]);
		setText('');
		setOpen(false);
		setNews(message`Added ${option.name}.`);
	}

	function remove(option: PickerOption) {
		onChange(chosen.filter((each) => each !== option));
		setNews(message`Removed ${option.name}.`);
	}

	function take(index: number) {
		const option = offered[index];
		if (option) add(option);
		else if (canCreate) add({ id: uuidv7(), name: typed, isNew: true });
	}

	const takeName = useTypedNames<Option>({
		source,
		chosen,
		max,
		creates: creates !== undefined,
		onTaken: ({ name }, all) => {
			onChange(all);
			setNews(message`Added ${name}.`);
		},
		onNothing: (name, isChosen) => setText((now) => (isChosen ? now : `${name} ${now}`.trim())),
	});

	function enter(index: number) {
		if (current || typed === '') return take(index);
		setText('');
		setOpen(false);
		takeName(typed);
	}

	const listboxProps = comboboxProps(lines, enter);

	function onKeyDown(event: React.KeyboardEvent) {
		if (isComposing(event.nativeEvent)) return;
		const last = chosen.at(-1);
		if (event.key === 'Backspace' && text === '' && !event.repeat && last) remove(last);
		else if (event.key === 'ArrowLeft' && text === '' && last)
			[...(chips.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
		else if (event.key === 'Escape' && !open && text) {
			event.preventDefault();
			setText('');
		} else listboxProps.onKeyDown(event);
	}

	function onBlur() {
		// a look at another tab does not end the typing
		if (document.activeElement === input.current) return;
		setOpen(false);
		if (!current && typed !== '') {
			setText('');
			return takeName(typed, { exactly: true });
		}
		// one of that name, and one only
		const named = current ? offered.filter((option) => isSameName(option.name, typed)) : [];
		if (named.length === 1 && named[0]) add(named[0]);
		else setText('');
	}

	return (
		<div className="relative">
			<input
				ref={hidden}
				type="hidden"
				name={name}
				value={JSON.stringify(chosen.map(({ id, name, isNew }) => (isNew ? { id, name } : { id })))}
			/>
			<div
				className={cn(
					'field flex min-h-9 flex-wrap items-center gap-1 px-1.5 py-1 outline-offset-0 has-[input:focus-visible]:outline-2 pointer-coarse:min-h-10',
					inputProps['aria-invalid']
						? 'border-destructive outline-destructive'
						: 'outline-ring has-[input:focus-visible]:border-ring',
				)}
			>
				<PickedChips list={chips} chosen={chosen} onRemove={remove} onLeave={() => input.current?.focus()} />
				<input
					ref={input}
					{...inputProps}
					{...listboxProps}
					onKeyDown={onKeyDown}
					placeholder={chosen.length === 0 ? placeholder : undefined}
					className="h-6 min-w-8 flex-1 bg-transparent focus:min-w-24 px-1.5 outline-none placeholder:text-muted-foreground"
					value={text}
					maxLength={200}
					onChange={(event) => {
						setText(event.target.value);
						setNews('');
						reopen();
					}}
					onBlur={onBlur}
				/>
			</div>
			{open && (
				<PickerList
					listId={listId}
					options={offered}
					detail={detail}
					create={canCreate ? creates(typed) : null}
					lineProps={(index) => lineProps(index, take)}
					note={isFull ? `At most ${max}.` : pickerNote(options !== null, failed, none)}
					className="min-w-56"
				/>
			)}
			<p role="status" className="sr-only">
				{news}
			</p>
			{chosen.some(({ isNew }) => isNew) && (
				<p role="status" className="pt-1.5 text-muted-foreground text-xs">
					New contacts are added when you save.
				</p>
			)}
			{failed === 'signedOut' && (
				<p role="alert" className="pt-1.5 text-destructive-ink">
					<SignedOut typed />
				</p>
			)}
		</div>
	);
}
