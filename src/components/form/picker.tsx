'use client';

import { Check, Plus } from 'lucide-react';
import { useEffect, useRef, useState, useTransition } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { Input } from '@/components/ui/input';
import { type ControlProps, Field } from './field';
import { type FormFailure, failureOf } from './form';
import { PickerOptionLine } from './picker-option';
import { useListbox } from './use-listbox';
import { useOptions } from './use-options';

export type PickerOption = { id: string; name: string };

type PickerProps<Option extends PickerOption> = {
	name: string;
	label: string;
	required?: boolean;
	/** What is chosen at first; where another field brings another one, that is taken over. */
	initial?: Option | undefined;
	/** A GET that answers `q` with options as JSON. */
	source: string;
	placeholder: string;
	/** Said when nothing fits. */
	none: string;
	/** Makes a record of the typed name under the given id, where that is possible. */
	create?: ((option: PickerOption) => Promise<{ ok: true } | FormFailure>) | undefined;
	createLabel?: (name: string) => string;
	/** What tells options of the same name apart. */
	detail?: (option: Option) => string;
	/** Called with the choice whenever it changes; one made in passing has no more than its name. */
	onChoose?: (option: Option | PickerOption | null) => void;
};

/** Chooses one record by typing part of its name (an editable combobox with a list, after the ARIA pattern). */
export function Picker<Option extends PickerOption>({ name, label, required, ...rest }: PickerProps<Option>) {
	return (
		<Field name={name} label={label} required={required ?? false}>
			{(control) => <PickerControl control={control} {...rest} />}
		</Field>
	);
}

type PickerControlProps<Option extends PickerOption> = Omit<PickerProps<Option>, 'name' | 'label' | 'required'> & {
	control: ControlProps;
};

function PickerControl<Option extends PickerOption>(props: PickerControlProps<Option>) {
	const { control, initial, source, placeholder, none, create, createLabel, detail, onChoose } = props;
	const { name, ...inputProps } = control;
	const { id: listId, open, setOpen, reopen, inputProps: comboboxProps, lineProps } = useListbox();
	const [chosen, setChosen] = useState<PickerOption | null>(initial ?? null);
	// the choice before the present typing, which stands again if nothing comes of it
	const kept = useRef<PickerOption | null>(initial ?? null);
	const [text, setText] = useState(initial?.name ?? '');
	const [problem, setProblem] = useState('');
	const [, startCreating] = useTransition();
	const input = useRef<HTMLInputElement>(null);
	const chosenNow = useRef(onChoose);
	useEffect(() => {
		chosenNow.current = onChoose;
	});
	const given = useRef(initial?.id);
	useEffect(() => {
		if (given.current === initial?.id) return;
		given.current = initial?.id;
		if (kept.current?.id === initial?.id) return;
		kept.current = initial ?? null;
		setChosen(initial ?? null);
		setText(initial?.name ?? '');
		setProblem('');
	}, [initial]);
	const { options, current, failed } = useOptions<Option>(source, open ? (chosen ? '' : text) : null);

	const typed = text.trim();
	const canCreate =
		create !== undefined &&
		!chosen &&
		typed !== '' &&
		current &&
		!options?.some((option) => option.name.toLowerCase() === typed.toLowerCase());
	const lines = (options?.length ?? 0) + (canCreate ? 1 : 0);

	function choose(option: Option | PickerOption) {
		if (option.id !== kept.current?.id) onChoose?.(option);
		setChosen(option);
		setText(option.name);
		setOpen(false);
		setProblem('');
		kept.current = option;
	}

	// a name that could not be saved keeps its id for the next try, so that it is not saved twice
	const tried = useRef(new Map<string, string>());

	/** Chooses the new record at once; a form that is sent meanwhile arrives after it, as actions run in turn. */
	function createTyped(make: NonNullable<typeof create>) {
		const before = kept.current;
		const option = { id: tried.current.get(typed) ?? uuidv7(), name: typed };
		tried.current.set(typed, option.id);
		choose(option);
		startCreating(async () => {
			const result = await make(option).catch(failureOf);
			// meanwhile something else may have been chosen
			if (result.ok || kept.current?.id !== option.id) return;
			kept.current = before;
			chosenNow.current?.(before);
			setChosen(null);
			if (document.activeElement === input.current) setOpen(true);
			setProblem(Object.values(result.fieldErrors ?? {})[0] ?? result.message);
		});
	}

	function take(index: number) {
		const option = options?.[index];
		if (option) choose(option);
		else if (canCreate && create) createTyped(create);
	}

	function onBlur() {
		setOpen(false);
		if (chosen) return;
		// one of that name, and one only
		const named = current ? options?.filter((option) => option.name.toLowerCase() === typed.toLowerCase()) : undefined;
		const choice = (named?.length === 1 ? named[0] : undefined) ?? (typed === '' ? null : kept.current);
		if (choice?.id !== kept.current?.id) onChoose?.(choice);
		kept.current = choice;
		setChosen(choice);
		setText(choice?.name ?? '');
	}

	return (
		<div className="relative">
			<input type="hidden" name={name} value={chosen?.id ?? ''} />
			<Input
				ref={input}
				{...inputProps}
				// the list may still be that of an earlier text
				{...comboboxProps(lines, (index) => current && take(index))}
				placeholder={placeholder}
				value={text}
				maxLength={200}
				onChange={(event) => {
					setText(event.target.value);
					setProblem('');
					setChosen(null);
					reopen();
				}}
				onFocus={(event) => event.target.select()}
				onBlur={onBlur}
			/>
			{open && (
				<div className="absolute top-full z-20 mt-1 max-h-72 w-full overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-md">
					<div role="listbox" id={listId} aria-label="Suggestions">
						{options?.map((option, index) => (
							<PickerOptionLine key={option.id} {...lineProps(index, take)} selected={option.id === chosen?.id}>
								<span className="wrap-anywhere line-clamp-2 flex-1">
									{option.name}
									{detail && <span className="text-muted-foreground"> · {detail(option)}</span>}
								</span>
								{option.id === chosen?.id && <Check aria-hidden className="size-4 shrink-0" />}
							</PickerOptionLine>
						))}
						{canCreate && (
							<PickerOptionLine {...lineProps(lines - 1, take)} selected={false}>
								<Plus aria-hidden className="size-4 shrink-0" />
								<span className="wrap-anywhere">{createLabel?.(typed) ?? `Create “${typed}”`}</span>
							</PickerOptionLine>
						)}
					</div>
					{options?.length === 0 && !canCreate && (
						<p role="status" className="px-2 py-1.5 text-muted-foreground">
							{none}
						</p>
					)}
					{!options && (
						<p role="status" className="px-2 py-1.5 text-muted-foreground">
							{failed ? 'The server could not be reached. Type on to try again.' : 'Looking…'}
						</p>
					)}
				</div>
			)}
			{problem && (
				<p role="alert" className="pt-1.5 text-destructive-ink">
					{problem}
				</p>
			)}
		</div>
	);
}
