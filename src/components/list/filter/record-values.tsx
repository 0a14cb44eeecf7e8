'use client';

import { useState } from 'react';
import { useOptions } from '@/components/form/picker/use-options';
import { SignedOut } from '@/components/form/signed-out';
import { Input } from '@/components/ui/input';
import { maxConditionValues } from '@/lib/list/conditions';
import { valueName } from './condition-words';
import type { ValuesProps } from './filter-editing';
import { OptionLine } from './option-line';

type Found = { id: string; name: string; companyName?: string };

/** The records that a field names, found by typing part of what they are called; those that are chosen stand first. */
export function RecordValues({ field, values, setup, onValues, source }: ValuesProps & { source: string }) {
	'use no memo';
	const isFull = values.length >= maxConditionValues;
	const [text, setText] = useState('');
	const { options, failed } = useOptions<Found>(source, text.trim());
	const chosen = values.filter(Boolean).map((id): Found => ({ id, name: valueName(field, id, setup.names) }));
	const found = (options ?? []).filter(({ id }) => !values.includes(id));

	function toggle({ id, name }: Found, on: boolean) {
		onValues(on ? [...values, id] : values.filter((each) => each !== id), { names: { [id]: name } });
	}
	return (
		<>
			<Input
				data-first
				type="search"
				aria-label={`Find ${field.label}`}
				placeholder="Search"
				value={text}
				maxLength={200}
				onChange={(event) => setText(event.target.value)}
			/>
			<fieldset aria-label={field.label} className="filter-options">
				{[...chosen, ...found].map((record) => (
					<OptionLine
						key={record.id}
						checked={values.includes(record.id)}
						disabled={isFull && !values.includes(record.id)}
						onToggle={(on) => toggle(record, on)}
					>
						<span translate="no">{record.name}</span>
						{record.companyName && (
							<span translate="no" className="text-muted-foreground">{` · ${record.companyName}`}</span>
						)}
					</OptionLine>
				))}
				{!field.required && (
					<OptionLine
						checked={values.includes('')}
						disabled={isFull && !values.includes('')}
						onToggle={(on) => onValues(on ? [...values, ''] : values.filter(Boolean))}
					>
						Empty
					</OptionLine>
				)}
			</fieldset>
			{isFull && <p className="px-2 text-muted-foreground">At most {maxConditionValues} can be selected.</p>}
			{(failed || (options && found.length === 0 && text.trim() !== '')) && (
				<p role="status" className="px-2 text-muted-foreground">
					{failed === 'signedOut' ? (
						<SignedOut />
					) : failed ? (
						'Couldn’t load results. Keep typing to try again.'
					) : (
						'Nothing found.'
					)}
				</p>
			)}
		</>
	);
}
