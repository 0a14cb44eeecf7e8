'use client';

import { NativeSelect } from '@/components/ui/native-select';
import { keptName } from '@/lib/list/added-names';
import type { FieldOption } from '@/lib/list/list-fields';
import { useListNavigation } from './list-transition';

type ParamSelectProps = {
	label: string;
	param: string;
	options: FieldOption[];
	/** The list's query string; the choice replaces what it says of `param`. */
	query: string;
	value: string;
	className?: string;
};

/** A choice that leads to other rows, such as their order. */
export function ParamSelect({ label, param, options, query, value, className }: ParamSelectProps) {
	const { goTo } = useListNavigation();
	function choose(chosen: string) {
		const params = new URLSearchParams(query);
		params.set(param, chosen);
		goTo(params.toString(), { sets: [param] });
	}
	return (
		<NativeSelect
			aria-label={label}
			value={value}
			onChange={(event) => choose(event.target.value)}
			className={className}
		>
			{options.map((option) => (
				<option key={option.value} value={option.value} {...keptName(option.value.split('.', 1)[0] ?? '')}>
					{option.label}
				</option>
			))}
		</NativeSelect>
	);
}
