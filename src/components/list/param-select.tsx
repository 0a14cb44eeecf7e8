'use client';

import { NativeSelect } from '@/components/ui/native-select';
import type { FilterOption } from './chosen-options';
import { useListNavigation } from './list-transition';

type ParamSelectProps = {
	label: string;
	param: string;
	options: FilterOption[];
	/** The list's query string; the choice is added to it, or replaces what it says of `param`. */
	query: string;
	replaces?: boolean;
	value?: string;
	className?: string;
};

/** A choice that leads to other rows: a filter to add, or the order. */
export function ParamSelect({ label, param, options, query, replaces, value = '', className }: ParamSelectProps) {
	const { goTo } = useListNavigation();
	function choose(chosen: string) {
		const params = new URLSearchParams(query);
		if (replaces) params.set(param, chosen);
		else if (chosen) params.append(param, chosen);
		goTo(params.toString(), { sets: replaces ? [param] : [] });
	}
	return (
		<NativeSelect
			aria-label={label}
			value={value}
			onChange={(event) => choose(event.target.value)}
			className={className}
		>
			{!replaces && <option value="">{label}</option>}
			{options.map((option) => (
				<option key={option.value} value={option.value} translate={option.isName && 'no'}>
					{option.label}
				</option>
			))}
		</NativeSelect>
	);
}
