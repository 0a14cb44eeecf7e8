'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { DateInput } from '@/components/form/date/date-input';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import { Textarea } from '@/components/ui/textarea';
import type { FormField, SettableField } from '@/domain/custom-fields/custom-field-types';
import { Field, FieldError } from './field';
import { useFormState } from './form';
import { Picker } from './picker/picker';
import { TaxCodeInput } from './tax-code-input';

type CustomValueInputProps = {
	field: SettableField;
	name: string;
	/** What it begins with, in the form of a record. */
	initial?: Pick<FormField, 'text' | 'named' | 'required'>;
};

/** The input for a value of a custom field, as text that `readFieldValue` reads. */
export function CustomValueInput({ field, name, initial }: CustomValueInputProps) {
	const { type, options, help } = field;
	const { text = '', named = '', required = false } = initial ?? {};
	const label = <span translate="no">{field.name}</span>;
	const hint = help && <span translate="no">{help}</span>;
	if (type === 'contact' || type === 'company')
		return (
			<Picker
				name={name}
				label={field.name}
				hint={hint}
				source={type === 'contact' ? '/api/contacts' : '/api/companies'}
				placeholder="Type to search"
				none={type === 'contact' ? 'No matching contacts' : 'No matching companies'}
				required={required}
				initial={text === '' ? undefined : { id: text, name: named || `A ${type} that is gone` }}
			/>
		);
	if (type === 'choices') return <ChoicesInput {...{ hint, name, options, required }} legend={label} initial={text} />;
	return (
		<Field name={name} label={label} hint={hint} required={required}>
			{(control) => {
				if (type === 'long') return <Textarea {...control} defaultValue={text} />;
				if (type === 'date') return <DateInput {...control} defaultValue={text} />;
				if (type === 'yes' || type === 'choice')
					return (
						<NativeSelect {...control} defaultValue={text} translate={type === 'choice' ? 'no' : undefined}>
							<option value="">–</option>
							{(type === 'yes' ? yesAndNo : options).map((option) => (
								<option key={option.id} value={option.id}>
									{option.name}
								</option>
							))}
						</NativeSelect>
					);
				if (field.checks === 'tax_code') return <TaxCodeInput {...control} autoComplete="off" defaultValue={text} />;
				const isNumber = type === 'number' || type === 'amount';
				return (
					<Input
						{...control}
						autoComplete="off"
						defaultValue={text}
						inputMode={type === 'number' ? 'decimal' : type === 'link' ? 'url' : undefined}
						placeholder={type === 'amount' ? '1,500 USD' : undefined}
						className={isNumber ? 'tabular-nums' : undefined}
					/>
				);
			}}
		</Field>
	);
}

const yesAndNo = [
	{ id: 'yes', name: 'Yes' },
	{ id: 'no', name: 'No' },
];

type ChoicesInputProps = {
	legend: ReactNode;
	hint: ReactNode;
	name: string;
	options: SettableField['options'];
	/** The options that are ticked at first, as the form sends them. */
	initial: string;
	required: boolean;
};

/** Options of which several can be ticked; those that are make one text, their ids between semicolons. */
function ChoicesInput({ legend, hint, name, options, initial, required }: ChoicesInputProps) {
	const { fieldErrors } = useFormState();
	const [chosen, setChosen] = useState(() => (initial === '' ? [] : initial.split('; ')));
	// an option that is gone meanwhile can't be sent
	const picked = options.flatMap((option) => (chosen.includes(option.id) ? [option.id] : []));
	const hidden = useRef<HTMLInputElement>(null);
	const [first] = useState(chosen);
	// of text that is typed the form hears by itself; this is for what becomes of it
	useEffect(() => {
		if (chosen !== first) hidden.current?.dispatchEvent(new Event('input', { bubbles: true }));
	}, [chosen, first]);
	const id = useId();
	const error = fieldErrors[name];
	return (
		<fieldset className="flex flex-col gap-1" aria-describedby={error && `${id}-error`}>
			<legend className="mb-1.5 font-medium text-sm">
				{legend}
				{required && (
					<span aria-hidden className="text-destructive-ink">
						*
					</span>
				)}
			</legend>
			<input ref={hidden} type="hidden" name={name} value={picked.join('; ')} />
			{/* a list may have hundreds */}
			<div className="grid max-h-52 grid-cols-[repeat(auto-fill,minmax(min(9rem,100%),1fr))] gap-x-3 overflow-y-auto overscroll-contain px-0.5">
				{options.map((option) => (
					<div key={option.id} className="flex min-h-8 min-w-0 items-center gap-2 pointer-coarse:min-h-11">
						<Checkbox
							id={`${id}-${option.id}`}
							checked={chosen.includes(option.id)}
							onCheckedChange={(on) =>
								setChosen(on ? [...chosen, option.id] : chosen.filter((each) => each !== option.id))
							}
						/>
						<label htmlFor={`${id}-${option.id}`} translate="no" className="wrap-anywhere min-w-0">
							{option.name}
						</label>
					</div>
				))}
			</div>
			{hint && <p className="text-muted-foreground text-xs">{hint}</p>}
			<FieldError id={id} name={name} error={error} />
		</fieldset>
	);
}
