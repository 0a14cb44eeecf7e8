'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { message } from '@/components/form/message';
import { PickerOptionLine } from '@/components/form/picker/picker-option';
import { useListbox } from '@/components/form/picker/use-listbox';
import { CheckIcon, XIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { TagBadge } from '@/components/ui/tag-badge';
import { isComposing } from '@/lib/browser/keyboard';
import { fold } from '@/lib/list/search';
import type { InputProps } from './field-inputs';
import type { EditorOption } from './property';

type ChoicesInputProps = { control: InputProps; options: readonly EditorOption[]; value: string };

/** Several of a few choices: typing filters them, Enter or a click adds one or takes it away, Backspace takes the last one. */
export function ChoicesInput({ control, options, value }: ChoicesInputProps) {
	const [chosen, setChosen] = useState(() => value.split('; '));
	const [text, setText] = useState('');
	const [news, setNews] = useState<ReactNode>('');
	const hidden = useRef<HTMLInputElement>(null);
	const list = useListbox({ staysOpen: true });
	const [first] = useState(chosen);
	// in the order of the list, which is how they are kept
	const picked = options.filter(([id]) => chosen.includes(id));
	const found = options.filter(([, name]) => fold(name).includes(fold(text)));

	// of text that is typed the form hears by itself; this is for what becomes of it
	useEffect(() => {
		if (chosen !== first) hidden.current?.dispatchEvent(new Event('input', { bubbles: true }));
	}, [chosen, first]);

	function toggle([id, name]: EditorOption) {
		const isPicked = chosen.includes(id);
		setChosen(isPicked ? chosen.filter((each) => each !== id) : [...chosen, id]);
		setNews(isPicked ? message`Removed ${name}.` : message`Added ${name}.`);
	}
	function take(index: number) {
		const option = found[index];
		if (option) toggle(option);
	}
	const listboxProps = list.inputProps(found.length, take);
	function onKeyDown(event: KeyboardEvent) {
		const last = picked.at(-1);
		const isPlain = !event.ctrlKey && !event.metaKey;
		if (isComposing(event.nativeEvent)) return;
		if (event.key === 'Backspace' && text === '' && !event.repeat && last) toggle(last);
		// with these, Enter saves
		else if (isPlain || event.key !== 'Enter') listboxProps.onKeyDown(event);
	}

	return (
		<div>
			<input ref={hidden} type="hidden" name="value" value={picked.map(([id]) => id).join('; ')} />
			{picked.length > 0 && (
				<ul aria-label="Selected" className="mb-1.5 flex flex-wrap gap-1">
					{picked.map((option) => (
						<li key={option[0]} className="flex min-w-0">
							<TagBadge
								name={option[1]}
								colour={option[2] ?? ''}
								className="min-h-6 gap-0 py-0 pr-0 pointer-coarse:min-h-9"
							>
								{/* the input keeps the focus, and Backspace does the same there */}
								<button
									type="button"
									tabIndex={-1}
									className="grid size-6 shrink-0 place-content-center rounded-md hover:bg-foreground/10 pointer-coarse:size-9"
									onPointerDown={(event) => event.preventDefault()}
									onClick={() => toggle(option)}
								>
									<XIcon className="size-3.5" />
									<span className="sr-only">
										Remove <span translate="no">{option[1]}</span>
									</span>
								</button>
							</TagBadge>
						</li>
					))}
				</ul>
			)}
			<Input
				{...control}
				{...listboxProps}
				onKeyDown={onKeyDown}
				autoFocus
				placeholder="Type to filter"
				value={text}
				onChange={(event) => {
					setText(event.target.value);
					list.setActive(0);
				}}
			/>
			{/* not over what is below it: several are picked before it is saved */}
			<div className="mt-1.5 max-h-60 overflow-y-auto rounded-md border p-1">
				<div role="listbox" id={list.id} aria-label="Options" aria-multiselectable>
					{found.map((option, index) => (
						<PickerOptionLine key={option[0]} {...list.lineProps(index, take)} selected={chosen.includes(option[0])}>
							<span className="flex min-w-0 flex-1">
								<TagBadge name={option[1]} colour={option[2] ?? ''} className="max-w-full" />
							</span>
							{chosen.includes(option[0]) && <CheckIcon className="size-4 shrink-0" />}
						</PickerOptionLine>
					))}
				</div>
				{found.length === 0 && <p className="px-2 py-1.5 text-muted-foreground">No matching options</p>}
			</div>
			<p role="status" className="sr-only">
				{found.length === 0 ? 'No matching options' : news}
			</p>
		</div>
	);
}
