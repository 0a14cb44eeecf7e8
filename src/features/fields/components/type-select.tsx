import { Field } from '@/components/form/field';
import { NativeSelect } from '@/components/ui/native-select';
import { type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';

type TypeSelectProps = { value: FieldType; onChange: (type: FieldType) => void };

/** What a new field can hold. */
export function TypeSelect({ value, onChange }: TypeSelectProps) {
	return (
		<Field name="type" label="Type">
			{(control) => (
				<NativeSelect {...control} value={value} onChange={(event) => onChange(event.target.value as FieldType)}>
					{Object.entries(fieldTypes).map(([each, label]) => (
						<option key={each} value={each}>
							{label}
						</option>
					))}
				</NativeSelect>
			)}
		</Field>
	);
}
