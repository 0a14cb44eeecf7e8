'use client';

import { type ReactNode, useId } from 'react';
import { Label } from '@/components/ui/label';
import { NativeSelect } from '@/components/ui/native-select';

type LabeledSelectProps<Value extends string> = {
	label: ReactNode;
	value: Value;
	choices: Record<Value, string>;
	onChange: (value: Value) => void;
};

/** A labelled choice among a few. */
export function LabeledSelect<Value extends string>({ label, value, choices, onChange }: LabeledSelectProps<Value>) {
	const id = useId();
	return (
		<div className="flex min-w-0 flex-col gap-1.5">
			<Label htmlFor={id}>{label}</Label>
			<NativeSelect id={id} value={value} onChange={({ target }) => onChange(target.value as Value)}>
				{(Object.entries(choices) as [Value, string][]).map(([each, text]) => (
					<option key={each} value={each}>
						{text}
					</option>
				))}
			</NativeSelect>
		</div>
	);
}
