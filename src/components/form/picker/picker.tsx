'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { v7 as uuidv7 } from 'uuid';
import { type ControlProps, Field } from '@/components/form/field';
import { SignedOut } from '@/components/form/signed-out';
import { Button } from '@/components/ui/button';
import { XIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { readJson } from '@/lib/browser/read-json';
import { cn } from '@/lib/cn';
import { isSameName } from '@/lib/list/search';
import { waitForFound } from '../still-finding';
import { PickerList, pickerNote } from './picker-list';
import { useAnsweredEnter } from './use-answered-enter';
import { useListbox } from './use-listbox';
import { urlOf, useOptions } from './use-options';

/** A record that is there, or one that is made with the form: its id, and the name that was typed. */
export type PickerOption = { id: string; name: string; isNew?: true };

type PickerProps<Option extends PickerOption> = {
	name: string;
	label: string;
	hint?: ReactNode;
	required?: boolean;
	/** What is chosen at first; where another field brings another one, that is taken over. */
	initial?: Option | undefined;
	/** A GET that answers `q` with options as JSON. */
	source: string;
	placeholder: string;
	/** Said when nothing fits. */
	none: string;
	/** How a new record of the typed name is offered, and the field that sends its name, so that it is made with the form. */
	creates?: { field: string; label: (name: string) => string } | undefined;
	/** What tells an option from others, if anything has to. */
	detail?: (option: Option) => string;
	/** Leaving its form asks nothing for the sake of what is chosen here. */
	unguarded?: true;
	/** Stands in a line with its label. */
	inline?: true;
	/** Whether its list is open from the beginning. */
	startsOpen?: true;
	/** Its label is for screen readers alone. */
	labelHidden?: true;
	className?: string | undefined;
	/** Called with the choice whenever it changes; a new one has no more than its name. */
	onChoose?: (option: Option | PickerOption | null) => void;
};

/** Chooses one record by typing part of its name (an editable combobox with a list, after the ARIA pattern). */
export function Picker<Option extends PickerOption>(props: PickerProps<Option>) {
	const { name, label, labelHidden, hint, required = false, className, ...rest } = props;
	return (
		<Field
			name={name}
			also={rest.creates?.field}
			label={label}
			{...(labelHidden && { labelHidden })}
			hint={hint}
			required={required}
			className={cn(
				rest.inline && 'flex-row flex-wrap items-start gap-2 *:data-[slot=label]:h-9 *:data-[slot=label]:min-w-8',
				className,
			)}
		>
			{(control) => <PickerControl control={control} required={required} {...rest} />}
		</Field>
	);
}

type PickerControlProps<Option extends PickerOption> = Omit<
	PickerProps<Option>,
	'name' | 'label' | 'labelHidden' | 'hint' | 'className'
> & {
	control: ControlProps;
};

function PickerControl<Option extends PickerOption>(props: PickerControlProps<Option>) {
	const {
		control,
		required,
		initial,
		source,
		placeholder,
		none,
		creates,
		detail,
		inline,
		unguarded,
		startsOpen = false,
		onChoose,
	} = props;
	const { name, ...inputProps } = control;
	const { id: listId, open, setOpen, reopen, inputProps: comboboxProps, lineProps } = useListbox({ startsOpen });
	const [chosen, setChosen] = useState<PickerOption | null>(initial ?? null);
	// the choice before the present typing, which stands again if nothing comes of it
	const kept = useRef<PickerOption | null>(initial ?? null);
	const [text, setText] = useState(initial?.name ?? '');
	const given = useRef(initial?.id);
	useEffect(() => {
		if (given.current === initial?.id) return;
		given.current = initial?.id;
		if (kept.current?.id === initial?.id) return;
		kept.current = initial ?? null;
		setChosen(initial ?? null);
		setText(initial?.name ?? '');
	}, [initial]);
	const input = useRef<HTMLInputElement>(null);
	const { options, current, failed } = useOptions<Option>(source, open ? (chosen ? '' : text) : null);

	const typed = text.trim();
	const canCreate =
		creates !== undefined &&
		!chosen &&
		typed !== '' &&
		current &&
		!options?.some((option) => isSameName(option.name, typed));
	const clearable = !required && chosen !== null;
	const lines = (options?.length ?? 0) + (canCreate ? 1 : 0);

	function choose(option: Option | PickerOption) {
		if (option.id !== kept.current?.id) onChoose?.(option);
		setChosen(option);
		setText(option.name);
		setOpen(false);
		kept.current = option;
	}

	function clear() {
		if (kept.current) onChoose?.(null);
		kept.current = null;
		setChosen(null);
		setText('');
		setOpen(false);
		input.current?.focus();
	}

	function take(index: number) {
		const option = options?.[index];
		if (option) choose(option);
		else if (canCreate) choose({ id: uuidv7(), name: typed, isNew: true });
	}

	const { enter, isWaiting, callOff } = useAnsweredEnter(current, take);

	function onBlur() {
		// a look at another tab does not end the typing
		if (document.activeElement === input.current) return;
		setOpen(false);
		if (chosen) return;
		if (current || typed === '') leaveWith(current ? oneNamed(options) : undefined);
		else waitForFound(find());
	}

	/** One of the typed name, and one only. */
	function oneNamed(found: Option[] | null): Option | undefined {
		const named = found?.filter((option) => isSameName(option.name, typed)) ?? [];
		return named.length === 1 ? named[0] : undefined;
	}

	/** Takes what the text finds where it was left before that was known. */
	async function find(): Promise<string | null> {
		const found = await readJson<Option[]>(urlOf(source, typed)).catch(() => null);
		if (!found) return typed;
		// typing on since
		if (input.current?.value !== text) return null;
		const entered = found[0] ?? (creates ? { id: uuidv7(), name: typed, isNew: true as const } : undefined);
		const option = oneNamed(found) ?? (isWaiting ? entered : undefined);
		callOff();
		flushSync(() => leaveWith(option));
		return option ? null : typed;
	}

	function leaveWith(option: Option | PickerOption | undefined) {
		const choice = option ?? (typed === '' ? null : kept.current);
		if (choice?.id !== kept.current?.id) onChoose?.(choice);
		kept.current = choice;
		setChosen(choice);
		setText(choice?.name ?? '');
	}

	return (
		<div className={cn('relative', inline && 'min-w-40 flex-1')}>
			<input type="hidden" name={name} value={chosen?.id ?? ''} data-unguarded={unguarded} />
			{chosen?.isNew && creates && (
				<input type="hidden" name={creates.field} value={chosen.name} data-unguarded={unguarded} />
			)}
			<Input
				ref={input}
				{...inputProps}
				{...comboboxProps(lines, enter)}
				placeholder={placeholder}
				value={text}
				maxLength={200}
				onChange={(event) => {
					setText(event.target.value);
					setChosen(null);
					callOff();
					reopen();
				}}
				onFocus={(event) => event.target.select()}
				onBlur={onBlur}
				className={cn('text-ellipsis', clearable && 'pr-10')}
			/>
			{clearable && (
				<Button
					variant="ghost"
					size="icon-sm"
					tabIndex={-1}
					title={`Remove ${chosen.name}`}
					onClick={clear}
					className="absolute top-0.5 right-0.5"
				>
					<XIcon />
					<span className="sr-only">
						Remove <span translate="no">{chosen.name}</span>
					</span>
				</Button>
			)}
			{open && (
				<PickerList
					listId={listId}
					options={options ?? []}
					chosenId={chosen?.id}
					detail={detail}
					create={canCreate ? creates.label(typed) : null}
					lineProps={(index) => lineProps(index, take)}
					note={pickerNote(options !== null, failed, none)}
				/>
			)}
			{chosen?.isNew && (
				<p role="status" className="pt-1.5 text-muted-foreground text-xs">
					New. It’s added when you save.
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
