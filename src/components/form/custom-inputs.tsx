import type { FormField } from '@/domain/custom-fields/custom-field-types';
import { customInputName } from './custom-form';
import { CustomValueInput } from './custom-value-input';

type CustomInputsProps = {
	fields: readonly FormField[];
	/** What the names of the form's fields begin with. */
	prefix?: string;
};

/** The custom fields of a form, each with the input of its type. */
export function CustomInputs({ fields, prefix = '' }: CustomInputsProps) {
	return fields.map((field) => (
		<div key={field.id} className={field.type === 'long' ? 'min-w-0 sm:col-span-2' : 'min-w-0'}>
			<CustomValueInput name={customInputName(field.id, prefix)} field={field} initial={field} />
		</div>
	));
}
