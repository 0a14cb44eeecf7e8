'use client';

import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Input } from '@/components/ui/input';
import { cn } from '@/lib/cn';
import { type ControlProps, Field } from './field';

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
};

const debounceMilliseconds = 150;

/** Chooses one record by typing part of its name (an editable combobox with a list, after the ARIA pattern). */
export function Picker({ name, label, required, ...rest }: PickerProps) {
	return (
		<Field name={name} label={label} required={required ?? false}>
			{(control) => <PickerControl control={control} {...rest} />}
		</Field>
	);
}

type PickerControlProps = Omit<PickerProps, 'name' | 'label' | 'required'> & { control: ControlProps };

function PickerControl({ control: { name, ...control }, initial, source, placeholder, none }: PickerControlProps) {
	const listId = useId();
	const [chosen, setChosen] = useState<PickerOption | null>(initial ?? null);
	const [text, setText] = useState(initial?.name ?? '');
	const [open, setOpen] = useState(false);
	const [active, setActive] = useState(0);
	const { options, failed } = useOptions(source, open ? (chosen ? '' : text) : null);

	function choose(option: PickerOption) {
		setChosen(option);
		setText(option.name);
		setOpen(false);
	}

	function onKeyDown(event: React.KeyboardEvent) {
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault();
			const step = event.key === 'ArrowDown' ? 1 : -1;
			if (open && options?.length) setActive((active + step + options.length) % options.length);
			setOpen(true);
		} else if (event.key === 'Enter' && open) {
			event.preventDefault();
			const option = options?.[active];
			if (option) choose(option);
		} else if (event.key === 'Escape' && open) {
			event.preventDefault();
			setOpen(false);
		}
	}

	function onBlur() {
		setOpen(false);
		// text that names nothing is not a choice; the one made before stands again
		if (!chosen) setText('');
	}

	return (
		<div className="relative">
			<input type="hidden" name={name} value={chosen?.id ?? ''} />
			<Input
				{...control}
				role="combobox"
				autoComplete="off"
				aria-autocomplete="list"
				aria-expanded={open}
				aria-controls={listId}
				aria-activedescendant={open && options?.length ? `${listId}-${active}` : undefined}
				placeholder={placeholder}
				value={text}
				maxLength={200}
				onChange={(event) => {
					setText(event.target.value);
					setChosen(null);
					setActive(0);
					setOpen(true);
				}}
				onFocus={(event) => event.target.select()}
				onClick={() => setOpen(true)}
				onKeyDown={onKeyDown}
				onBlur={onBlur}
			/>
			{open && (
				<div className="absolute top-full z-20 mt-1 max-h-72 w-full overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-md">
					<div role="listbox" id={listId} aria-label="Suggestions">
						{options?.map((option, index) => (
							// biome-ignore lint/a11y/useKeyWithClickEvents: the input holds the focus and handles the keys
							<div
								key={option.id}
								id={`${listId}-${index}`}
								role="option"
								tabIndex={-1}
								aria-selected={option.id === chosen?.id}
								className={cn(
									'flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-2 py-1',
									index === active && 'bg-accent text-accent-foreground',
								)}
								onPointerDown={(event) => event.preventDefault()}
								onPointerMove={() => setActive(index)}
								onClick={() => choose(option)}
							>
								<span className="wrap-anywhere line-clamp-2 flex-1">{option.name}</span>
								{option.id === chosen?.id && <Check aria-hidden className="size-4 shrink-0" />}
							</div>
						))}
					</div>
					{options?.length === 0 && <p className="px-2 py-1.5 text-muted-foreground">{none}</p>}
					{!options && (
						<p className="px-2 py-1.5 text-muted-foreground">
							{failed ? 'The server could not be reached. Type on to try again.' : 'Looking…'}
						</p>
					)}
				</div>
			)}
		</div>
	);
}

/** The options for a text, the last known until newer ones arrive; nothing is asked while the text is null. */
function useOptions(source: string, text: string | null) {
	const [options, setOptions] = useState<PickerOption[] | null>(null);
	const [failed, setFailed] = useState(false);
	const asked = useRef(false);
	useEffect(() => {
		if (text === null) return;
		const outdated = new AbortController();
		const ask = async () => {
			asked.current = true;
			const response = await fetch(`${source}?${new URLSearchParams({ q: text })}`, { signal: outdated.signal });
			if (!response.ok) throw new Error(response.statusText);
			setOptions(await response.json());
			setFailed(false);
		};
		const timer = setTimeout(
			() => ask().catch(() => outdated.signal.aborted || setFailed(true)),
			asked.current ? debounceMilliseconds : 0,
		);
		return () => {
			clearTimeout(timer);
			outdated.abort();
		};
	}, [source, text]);
	return { options, failed };
}
