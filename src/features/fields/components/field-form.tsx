'use client';

import { useState } from 'react';
import { CheckboxField } from '@/components/form/checkbox-field';
import { CustomValueInput } from '@/components/form/custom-value-input';
import { TextField } from '@/components/form/text-fields';
import { Button } from '@/components/ui/button';
import { canBeUnique, type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import type { ListedField } from '../server/field-queries';
import { ChangeType } from './change-type';
import { FieldTypeIcon } from './field-type-icon';
import { OptionsInput } from './options-input';
import { RemindInputs } from './remind-inputs';
import { TypeSelect } from './type-select';

type FieldFormProps = {
	field?: ListedField;
	/** What a new field holds at first. */
	type?: FieldType;
	/** Whether it takes the focus. */
	isFirst?: boolean;
	/** How many records have each option, once that is counted. */
	filledOptions?: Record<string, number> | undefined;
};

/** What a field is called and holds, and how forms ask for it; of one that is there, its type is changed by a question. */
export function FieldForm({ field, type: initialType = 'text', isFirst = true, filledOptions }: FieldFormProps) {
	const [type, setType] = useState<FieldType>(field?.type ?? initialType);
	const [options, setOptions] = useState(field?.options ?? []);
	const [inList, setInList] = useState(field?.inList ?? false);
	const [seen, setSeen] = useState(inList);
	const [isUnique, setUnique] = useState(field?.isUnique ?? false);
	const [inForms, setInForms] = useState(field?.inForms ?? false);
	const [required, setRequired] = useState(field?.required ?? false);
	const isList = type === 'choice' || type === 'choices';
	const isAsked = inForms || required;
	// the row has a box for it, too
	if (field && field.inList !== seen) {
		setSeen(field.inList);
		setInList(field.inList);
	}
	const half = field ? '' : 'sm:col-span-2';
	return (
		<div className="grid gap-4 sm:grid-cols-2">
			<TextField
				name="name"
				label="Field name"
				required
				autoFocus={isFirst}
				defaultValue={field?.name}
				maxLength={80}
				fieldClassName={half}
			/>
			{field ? (
				<div className="flex min-w-0 flex-col gap-1.5">
					<span className="font-medium text-sm">Type</span>
					<div className="flex min-h-9 items-center gap-2 rounded-md border bg-muted pr-1 pl-3 pointer-coarse:min-h-11">
						<FieldTypeIcon type={type} />
						<span className="min-w-0 flex-1 truncate">{fieldTypes[type]}</span>
						<ChangeType
							field={field}
							trigger={
								<Button variant="ghost" size="sm">
									Change type
								</Button>
							}
						/>
					</div>
				</div>
			) : (
				<div className="sm:col-span-2">
					<TypeSelect value={type} onChange={setType} />
				</div>
			)}
			{type === 'date' && (
				<div className="sm:col-span-2">
					<RemindInputs {...(field && { field })} />
				</div>
			)}
			{isList && (
				<div className="sm:col-span-2">
					<OptionsInput name="options" initial={field?.options ?? []} filled={filledOptions} onOptions={setOptions} />
				</div>
			)}
			<TextField
				name="help"
				label="Help text"
				hint="Stands below the field where it is filled in."
				defaultValue={field?.help ?? ''}
				maxLength={300}
				fieldClassName={half}
			/>
			{isAsked && (
				<div className={half}>
					<CustomValueInput
						key={type}
						name="defaultValue"
						field={{ id: 'default', type, name: 'Default value', help: null, checks: null, options }}
						initial={{
							text: field?.defaultText ?? '',
							...(field?.defaultNamed && { named: field.defaultNamed }),
							required: false,
						}}
					/>
				</div>
			)}
			<div className="flex flex-col gap-3 sm:col-span-2">
				{canBeUnique(type) && (
					<CheckboxField
						name="isUnique"
						label="Unique"
						hint="Says so when another record has the same value. It can be saved all the same."
						checked={isUnique}
						onCheckedChange={setUnique}
					/>
				)}
				<CheckboxField
					name="inList"
					label="Show as a column of the list"
					checked={inList}
					onCheckedChange={setInList}
				/>
				<CheckboxField name="inForms" label="Show in new forms" checked={inForms} onCheckedChange={setInForms} />
				<CheckboxField
					name="required"
					label="Required"
					hint="Forms ask for it. Import, “Set field”, and editing in place don’t."
					checked={required}
					onCheckedChange={setRequired}
				/>
			</div>
		</div>
	);
}
