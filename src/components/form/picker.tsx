'use client';

import { Check, Plus } from 'lucide-react';
import { useRef, useState, useTransition } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { Input } from '@/components/ui/input';
import { type ControlProps, Field } from './field';
import { type FormFailure, failureOf } from './form';
import { PickerOptionLine } from './picker-option';
import { useListbox } from './use-listbox';
import { useOptions } from './use-options';

export type PickerOption = { id: string; name: string };

type PickerProps = {
	name: string;
	label: string;
	required?: boolean;
	initial?: PickerOption | undefined;
	/** A GET that answers `q` with options as JSON. */
	source: string;
	placeholder: string;
	/** Said when nothing fits. */
	none: string;
	/** Makes a record of the typed name under the given id, where that is possible. */
	create?: (option: PickerOption) => Promise<{ ok: true } | FormFailure>;
	createLabel?: (name: string) => string;
};

/** Chooses one record by typing part of its name (an editable combobox with a list, after the ARIA pattern). */
export function Picker({ name, label, required, ...rest }: PickerProps) {
	return (
		<Field name={name} label={label} required={required ?? false}>
			{(control) => <PickerControl control={control} {...rest} />}
		</Field>
	);
}

type PickerControlProps = Omit<PickerProps, 'name' | 'label' | 'required'> & { control: ControlProps };

function PickerControl(props: PickerControlProps) {
	const { control, initial, source, placeholder, none, create, createLabel } = props;
	const { name, ...inputProps } = control;
	const { id: listId, open, setOpen, reopen, inputProps: comboboxProps, lineProps } = useListbox();
	const [chosen, setChosen] = useState<PickerOption | null>(initial ?? null);
	// the choice before the present typing, which stands again if nothing comes of it
	const kept = useRef<PickerOption | null>(initial ?? null);
	const [text, setText] = useState(initial?.name ?? '');
	const [problem, setProblem] = useState('');
	const [, startCreating] = useTransition();
	const { options, current, failed } = useOptions<PickerOption>(source, open ? (chosen ? '' : text) : null);

	const typed = text.trim();
	const canCreate =
		create !== undefined &&
		!chosen &&
		typed !== '' &&
		current &&
		!options?.some((option) => option.name.toLowerCase() === typed.toLowerCase());
	const lines = (options?.length ?? 0) + (canCreate ? 1 : 0);

	function choose(option: PickerOption) {
		setChosen(option);
		setText(option.name);
		setOpen(false);
		setProblem('');
		kept.current = option;
	}

	/** Chooses the new record at once; a form that is sent meanwhile arrives after it, as actions run in turn. */
	function createTyped(make: NonNullable<typeof create>) {
		const before = kept.current;
		const option = { id: uuidv7(), name: typed };
		choose(option);
		startCreating(async () => {
			const result = await make(option).catch(failureOf);
			if (result.ok) return;
			kept.current = before;
			setChosen(null);
			setOpen(true);
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
		const named = current ? options?.find((option) => option.name.toLowerCase() === typed.toLowerCase()) : undefined;
		if (typed === '') kept.current = null;
		const choice = named ?? kept.current;
		setChosen(choice);
		setText(choice?.name ?? '');
	}

	return (
		<div className="relative">
			<input type="hidden" name={name} value={chosen?.id ?? ''} />
			<Input
				{...inputProps}
				// the list may still be that of an earlier text
				{...comboboxProps(lines, (index) => current && take(index))}
				placeholder={placeholder}
				value={text}
				maxLength={200}
				onChange={(event) => {
					setText(event.target.value);
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
								<span className="wrap-anywhere line-clamp-2 flex-1">{option.name}</span>
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
					{problem && (
						<p role="alert" className="px-2 py-1.5 text-destructive-ink">
							{problem}
						</p>
					)}
				</div>
			)}
		</div>
	);
}
