'use client';

import { NativeSelect } from '@/components/ui/native-select';
import { type FieldType, fieldTypes } from '@/domain/custom-fields/custom-field-types';
import type { ImportSettings } from '../import-settings';
import { importFields, type Target } from '../row/import-fields';
import type { FilePreview } from '../server/import-queries';

type ColumnTableProps = {
	columns: FilePreview['columns'];
	/** The account's custom fields of the imported kind. */
	fields: FilePreview['fields'];
	kind: ImportSettings['kind'];
	targets: Target[];
	onChange: (targets: Target[]) => void;
};

/** The columns of a file with a few of their values and the target of each. */
export function ColumnTable({ columns, fields: custom, kind, targets, onChange }: ColumnTableProps) {
	const fields = importFields[kind];
	const choose = (column: number, target: Target) => {
		const several = target && 'field' in target && fields.some(({ id, several: many }) => id === target.field && many);
		// a field can be the target of one column only
		const isSame = (other: Target) => JSON.stringify(other) === JSON.stringify(target);
		onChange(targets.map((each) => (!several && isSame(each) ? null : each)).with(column, target));
	};
	const row = (column: number) => (
		<ColumnRow
			key={column}
			column={columns[column] ?? { name: '', fieldName: '', type: 'text', values: [] }}
			fields={fields}
			custom={custom}
			target={targets[column] ?? null}
			onChoose={(target) => choose(column, target)}
		/>
	);
	const places = columns.map((_, column) => column);
	const isIdle = (column: number) => columns[column]?.values.length === 0 && targets[column] === null;
	const idle = places.filter(isIdle);
	return (
		<div className="divide-y rounded-lg border">
			<ul className="divide-y">{places.filter((column) => !isIdle(column)).map(row)}</ul>
			{idle.length > 0 && (
				<details>
					<summary className="cursor-pointer px-3 py-2 text-muted-foreground">
						{idle.length === 1
							? '1 column, empty in the first rows, is left out'
							: `${idle.length} columns, empty in the first rows, are left out`}
					</summary>
					<ul className="divide-y border-t">{idle.map(row)}</ul>
				</details>
			)}
		</div>
	);
}

type ColumnRowProps = {
	column: FilePreview['columns'][number];
	fields: readonly { id: string; label: string }[];
	custom: FilePreview['fields'];
	target: Target;
	onChoose: (target: Target) => void;
};

function ColumnRow({ column: { name, values, fieldName, type }, fields, custom, target, onChoose }: ColumnRowProps) {
	const created = target && 'create' in target ? target.create : null;
	const isGone = target !== null && 'custom' in target && !custom.some(({ id }) => id === target.custom);
	const isKnown = custom.some((field) => field.name.toLowerCase() === fieldName.toLowerCase());
	return (
		<li className="grid items-center gap-x-4 gap-y-1.5 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_16rem]">
			<div className="min-w-0">
				<p translate="no" className="wrap-anywhere font-medium">
					{name}
				</p>
				<p translate={values.length > 0 ? 'no' : undefined} className="truncate text-muted-foreground text-xs">
					{values.join(' · ') || 'empty'}
				</p>
			</div>
			<div className="flex min-w-0 flex-col gap-1.5">
				<NativeSelect
					aria-label={`Where “${name}” goes`}
					aria-invalid={isGone || undefined}
					value={writeTarget(target)}
					onChange={({ target: select }) => onChoose(readTarget(select.value, { name: fieldName, type }))}
				>
					<option value="">Leave out</option>
					{isGone && <option value={writeTarget(target)}>A field that is gone</option>}
					{fields.map(({ id, label }) => (
						<option key={id} value={id}>
							{label}
						</option>
					))}
					{custom.length > 0 && (
						<optgroup label="Custom fields">
							{custom.map((field) => (
								<option key={field.id} value={`custom:${field.id}`} translate="no">
									{field.name}
								</option>
							))}
						</optgroup>
					)}
					{(created || !isKnown) && <option value="create:">{`New field “${created?.name ?? fieldName}”`}</option>}
				</NativeSelect>
				{isGone && (
					<p className="text-destructive-ink text-xs">This field no longer exists. Select where the column goes.</p>
				)}
				{created && (
					<NativeSelect
						aria-label={`Type of the new field “${created.name}”`}
						value={created.type}
						onChange={({ target: select }) => onChoose({ create: { ...created, type: select.value as FieldType } })}
					>
						{Object.entries(fieldTypes).map(([each, label]) => (
							<option key={each} value={each}>
								{label}
							</option>
						))}
					</NativeSelect>
				)}
			</div>
		</li>
	);
}

function writeTarget(target: Target): string {
	if (!target) return '';
	if ('field' in target) return target.field;
	return 'custom' in target ? `custom:${target.custom}` : 'create:';
}

function readTarget(value: string, made: { name: string; type: FieldType }): Target {
	if (value === '') return null;
	const [how, id] = value.split(':');
	if (id === undefined) return { field: value };
	return how === 'custom' ? { custom: id } : { create: made };
}
