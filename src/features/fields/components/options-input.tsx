'use client';

import { useEffect, useId, useRef } from 'react';
import { FieldError } from '@/components/form/field';
import { useFormState } from '@/components/form/form';
import { CarriedLines } from '@/components/list/carried-lines';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import type { CustomOption } from '@/domain/custom-fields/custom-field-types';
import { ListOption } from './list-option';
import { useEditedOptions } from './use-edited-options';

type OptionsInputProps = {
	name: string;
	/** Those that are there, which are not dropped by emptying them. */
	initial: CustomOption[];
	/** How many records have each, once that is counted. */
	filled?: Record<string, number> | undefined;
	/** Called with what can be chosen so far. */
	onOptions?: (options: CustomOption[]) => void;
};

/**
 * The options of a list: each a name and a color, in an order that dragging or Alt with an arrow key changes. Enter goes on to the next
 * one, and pasted lines are one each.
 */
export function OptionsInput({ name, initial, filled, onOptions }: OptionsInputProps) {
	const { fieldErrors } = useFormState();
	const list = useRef<HTMLUListElement>(null);
	const { options, said, editing } = useEditedOptions(initial, list);
	const id = useId();
	const isThere = (option: CustomOption) => initial.some((each) => each.id === option.id);
	// an empty line at the end is none
	const sent = options.filter((option) => option.name.trim() !== '' || isThere(option));

	const named = sent.filter((option) => option.name.trim() !== '');
	const latest = JSON.stringify(named);
	// biome-ignore lint/correctness/useExhaustiveDependencies: by what they are
	useEffect(() => onOptions?.(named), [latest]);

	return (
		<fieldset aria-describedby={fieldErrors[name] && `${id}-error`}>
			<legend className="mb-1.5 font-medium text-sm">Options</legend>
			<input type="hidden" name={name} value={JSON.stringify(sent)} />
			<CarriedLines list={list} onDrop={editing.onDrop}>
				<ul ref={list} className="flex flex-col gap-1.5">
					{options.map((option, place) => (
						<ListOption
							key={option.id}
							option={option}
							place={place}
							filled={isThere(option) ? filled && (filled[option.id] ?? 0) : 0}
							editing={editing}
						/>
					))}
				</ul>
			</CarriedLines>
			<p role="status" translate="no" className="sr-only">
				{said}
			</p>
			<Button variant="outline" size="sm" className="mt-1.5 border-dashed" onClick={editing.onAdd}>
				<PlusIcon /> Add option
			</Button>
			<FieldError id={id} name={name} error={fieldErrors[name]} />
		</fieldset>
	);
}
