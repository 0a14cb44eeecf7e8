'use client';

import { Input } from '@/components/ui/input';
import type { ValuesProps } from './filter-editing';

/** What a text is compared with; a further line takes another one, of which one suffices. */
export function TextValues({ field, values, onValues }: ValuesProps) {
	'use no memo';
	const lines = values.length === 0 || values.length < 5 ? [...values, ''] : values;
	return lines.map((value, index) => (
		<Input
			// biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place
			key={index}
			data-first={index === 0 || undefined}
			aria-label={index === 0 ? field.label : `${field.label}, or`}
			placeholder={index === 0 ? field.label : 'or'}
			value={value}
			maxLength={200}
			onChange={(event) => {
				const next = lines.map((each, at) => (at === index ? event.target.value : each));
				onValues(
					next.filter((each, at) => each !== '' || at < index),
					{ later: true },
				);
			}}
		/>
	));
}
