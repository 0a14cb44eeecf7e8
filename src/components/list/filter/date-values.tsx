'use client';

import { useId } from 'react';
import { DateInput } from '@/components/form/date/date-input';
import { Input } from '@/components/ui/input';
import { spanNames } from '@/lib/list/list-fields';
import type { ValuesProps } from './filter-editing';
import { OptionLine } from './option-line';

/** Spans of the calendar, a number of days, or one or two days. */
export function DateValues({ field, is, values, onValues }: ValuesProps) {
	'use no memo';
	const id = useId();
	if (is === 'in')
		return (
			<fieldset aria-label={field.label} className="filter-options">
				{Object.entries(spanNames).map(([span, label], index) => (
					<OptionLine
						key={span}
						isFirst={index === 0}
						checked={values.includes(span)}
						onToggle={(on) => onValues(on ? [...values, span] : values.filter((each) => each !== span))}
					>
						{label}
					</OptionLine>
				))}
			</fieldset>
		);
	if (is === 'next' || is === 'last' || is === 'ago' || is === 'ahead')
		return (
			<div className="filter-numbers">
				<Input
					data-first
					type="text"
					inputMode="numeric"
					autoComplete="off"
					aria-label={`${field.label}: days`}
					placeholder="30"
					value={values[0] ?? ''}
					maxLength={4}
					onChange={(event) => onValues([event.target.value.replace(/\D/g, '')], { later: true })}
				/>
				<span>days</span>
			</div>
		);
	const labels = is === 'between' ? [`${field.label} from`, `${field.label} to`] : [field.label];
	return labels.map((label, index) => (
		<DateInput
			key={label}
			id={`${id}-${index}`}
			data-first={index === 0 || undefined}
			aria-label={label}
			defaultValue={values[index]}
			onDay={(day) => onValues([values[0] ?? '', values[1] ?? ''].map((each, at) => (at === index ? day : each)))}
		/>
	));
}
