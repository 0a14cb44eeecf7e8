'use client';

import { useId, useState } from 'react';
import { Input } from '@/components/ui/input';
import { maxConditionValues } from '@/lib/list/conditions';
import { fold } from '@/lib/list/search';
import { valueName } from './condition-words';
import type { ValuesProps } from './filter-editing';
import { yesAndNo } from './filter-pills';
import { OptionLine } from './option-line';

/** So many options are looked through; more are searched. */
const fewOptions = 12;

/** The options of a field, each with a box to tick, or of which one is selected. */
export function ChoiceValues({ field, values, setup, counts, onValues }: ValuesProps) {
	'use no memo';
	const id = useId();
	const [text, setText] = useState('');
	const isFull = values.length >= maxConditionValues;
	const isSingle = field.single === true || field.kind === 'yes';
	const known = field.kind === 'yes' ? yesAndNo : (field.options ?? []);
	const others = values.filter((value) => value !== '' && !known.some((option) => option.value === value));
	const all = [
		...known,
		...others.map((value) => ({ value, label: valueName(field, value, setup.names) })),
		...(field.required || isSingle ? [] : [{ value: '', label: field.emptyLabel ?? 'Empty' }]),
	];
	const shown = all.filter(({ label }) => fold(label).includes(fold(text.trim())));

	function toggle(value: string, on: boolean) {
		if (isSingle) onValues([value]);
		else onValues(on ? [...values, value] : values.filter((each) => each !== value));
	}
	return (
		<>
			{all.length > fewOptions && (
				<Input
					aria-label={`Search ${field.label}`}
					placeholder="Search"
					value={text}
					maxLength={100}
					onChange={(event) => setText(event.target.value)}
				/>
			)}
			<fieldset aria-label={field.label} className="filter-options">
				{shown.map(({ value, label }, index) => (
					<OptionLine
						key={value}
						only={isSingle ? id : undefined}
						isFirst={index === 0}
						checked={values.includes(value)}
						disabled={isFull && !values.includes(value)}
						count={counts && (counts[field.open === 'folded' ? fold(value) : value] ?? 0)}
						onToggle={(on) => toggle(value, on)}
					>
						{label}
					</OptionLine>
				))}
			</fieldset>
			{isFull && <p className="px-2 text-muted-foreground">At most {maxConditionValues} can be selected.</p>}
			{shown.length === 0 && (
				<p role="status" className="px-2 text-muted-foreground">
					Nothing to select
				</p>
			)}
		</>
	);
}
