'use client';

import { NativeSelect } from '@/components/ui/native-select';
import type { ImportSettings } from '../import-settings';
import { importFields, type Target } from '../row/import-fields';
import type { FilePreview } from '../server/import-queries';

type ColumnTableProps = {
	columns: FilePreview['columns'];
	kind: ImportSettings['kind'];
	targets: Target[];
	onChange: (targets: Target[]) => void;
};

/** The columns of a file with a few of their values and the target of each. */
export function ColumnTable({ columns, kind, targets, onChange }: ColumnTableProps) {
	const fields = importFields[kind];
	const choose = (column: number, value: string) => {
		const name = columns[column]?.fieldName ?? '';
		const target = value === '' ? null : value === 'metadata' ? { metadata: name } : { field: value };
		const several = fields.some(({ id, several: many }) => id === value && many);
		// a field can be the target of one column only
		const others = targets.map((each) => (each && 'field' in each && each.field === value && !several ? null : each));
		onChange(others.with(column, target));
	};
	const row = (column: number) => (
		<ColumnRow
			key={column}
			column={columns[column] ?? { name: '', fieldName: '', values: [] }}
			fields={fields}
			target={targets[column] ?? null}
			onChoose={(value) => choose(column, value)}
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
	target: Target;
	onChoose: (value: string) => void;
};

function ColumnRow({ column: { name, values }, fields, target, onChoose }: ColumnRowProps) {
	const value = target === null ? '' : 'field' in target ? target.field : 'metadata';
	return (
		<li className="grid items-center gap-x-4 gap-y-1.5 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_14rem]">
			<div className="min-w-0">
				<p translate="no" className="wrap-anywhere font-medium">
					{name}
				</p>
				<p translate={values.length > 0 ? 'no' : undefined} className="truncate text-muted-foreground text-xs">
					{values.join(' · ') || 'empty'}
				</p>
			</div>
			<NativeSelect
				aria-label={`Where “${name}” goes`}
				value={value}
				onChange={({ target: select }) => onChoose(select.value)}
			>
				<option value="">Leave out</option>
				{fields.map(({ id, label }) => (
					<option key={id} value={id}>
						{label}
					</option>
				))}
				<option value="metadata">A custom field</option>
			</NativeSelect>
		</li>
	);
}
