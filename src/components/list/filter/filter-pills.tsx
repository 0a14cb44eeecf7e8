import type { FieldOption } from '@/lib/list/list-fields';

type FilterPillsProps = {
	label: string;
	options: readonly FieldOption[];
	isSingle: boolean;
	values: string[];
	onValues: (values: string[]) => void;
};

/** The few options of a field, to tap. */
export function FilterPills({ label, options, isSingle, values, onValues }: FilterPillsProps) {
	function toggle(value: string) {
		const others = isSingle ? [] : values.filter((each) => each !== value);
		onValues(values.includes(value) ? others : [...others, value]);
	}
	return (
		<fieldset className="filter-pills">
			<legend>{label}</legend>
			{options.map(({ value, label: name }) => (
				<button key={value} type="button" aria-pressed={values.includes(value)} onClick={() => toggle(value)}>
					{name}
				</button>
			))}
		</fieldset>
	);
}

export const yesAndNo: FieldOption[] = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'no', label: 'No' },
];
